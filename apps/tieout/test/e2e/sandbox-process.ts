import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Truth } from "@tieout/sandbox";
import { type Ended, start } from "./bundle.ts";

/** The day of night 1 in every world of these tests. */
const TODAY = "2026-11-18";

/** What a sandbox tells of its answers. */
export interface SandboxStats {
  /** By operation: how often it was asked for. */
  readonly requests: Readonly<Record<string, number>>;
  /** By operation, and by how it was answered: `served`, `limited`, or the kind of a fault. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** From the first request to the last. */
  readonly spanMs: number;
}

/** `tieout sandbox` in a process of its own. */
export interface SandboxProcess {
  /** What a run has to be given to read it. */
  readonly env: {
    readonly RECORD_BASE_URL: string;
    readonly RECORD_API_TOKEN: string;
    readonly KOARD_BASE_URL: string;
    readonly KOARD_API_KEY: string;
  };
  readonly port: number;
  /** The instant at which night 1 has happened. */
  readonly asOf: string;
  /** What a right report of tonight says. */
  readonly truth: (question: {
    readonly timezone: string;
    readonly cutoff: string;
    readonly from: string;
    readonly to: string;
    /** The currency assumed for batches that show none. */
    readonly assume?: string;
  }) => Promise<Truth>;
  /** How often each operation has been asked for. */
  readonly requests: () => Promise<SandboxStats["requests"]>;
  readonly stats: () => Promise<SandboxStats>;
  /** Makes answers to come go wrong, as `POST /faults` takes it. */
  readonly fail: (fault: Readonly<Record<string, string | number>>) => Promise<void>;
  /** Takes all of that back. */
  readonly heal: () => Promise<void>;
  /** Moves the world to a night. */
  readonly night: (night: number) => Promise<void>;
  /** How it ended, and all that it had said. */
  readonly ended: Promise<Ended>;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
}

/** What `tieout sandbox --json` prints once it listens. */
interface Announcement {
  readonly record: { readonly base_url: string; readonly token: string };
  readonly koard: { readonly base_url: string; readonly key: string };
  readonly control_url: string;
  readonly as_of: string;
}

const firstLine = async (lines: AsyncIterable<string>): Promise<string | undefined> => {
  for await (const line of lines) return line;
  return undefined;
};

/** Starts a sandbox with more options than its day, or with another day; ends with {@link SandboxProcess.kill}. */
export const startSandboxProcess = async (...options: readonly string[]): Promise<SandboxProcess> => {
  const today = options.includes("--today") ? [] : ["--today", TODAY];
  const { child, ended } = start(["sandbox", "--json", ...today, ...options], { cwd: "/" });
  const { stdout } = child;
  if (stdout === null) throw new Error("the sandbox has no standard output");
  const line = await firstLine(createInterface(stdout));
  if (line === undefined) throw new Error(`the sandbox ended before it listened: ${(await ended).stderr}`);
  // The bundle's own announcement, made by the code under test.
  const told = JSON.parse(line) as Announcement;
  const get = async (path: string) => JSON.parse(await (await fetch(`${told.control_url}${path}`)).text());
  return {
    env: {
      RECORD_BASE_URL: told.record.base_url,
      RECORD_API_TOKEN: told.record.token,
      KOARD_BASE_URL: told.koard.base_url,
      KOARD_API_KEY: told.koard.key,
    },
    port: Number(new URL(told.control_url).port),
    asOf: told.as_of,
    truth: (question) => get(`/truth?${new URLSearchParams(question)}`),
    requests: async () => (await get("/stats")).requests,
    stats: () => get("/stats"),
    fail: async (fault) => {
      await fetch(`${told.control_url}/faults`, { method: "POST", body: JSON.stringify(fault) });
    },
    heal: async () => {
      await fetch(`${told.control_url}/faults`, { method: "DELETE" });
    },
    night: async (night) => {
      await fetch(`${told.control_url}/night/${night}`, { method: "POST" });
    },
    ended,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "close");
    },
  };
};
