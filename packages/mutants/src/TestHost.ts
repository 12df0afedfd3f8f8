import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Trial } from "./vitest-host.ts";

const HOST = fileURLToPath(new URL("vitest-host.ts", import.meta.url));

/** How much longer than all tests of the package together, unchanged, a change may take: an endless loop is noticed so. */
const PATIENCE = 5;

const nextMessage = (child: ChildProcess, patienceMs?: number): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const timer =
      patienceMs === undefined
        ? undefined
        : setTimeout(() => end(() => reject(new Error("no answer in time"))), patienceMs);
    const onMessage = (message: unknown) => end(() => resolve(message));
    const onExit = () => end(() => reject(new Error("the tests ended their process")));
    const end = (settle: () => void) => {
      clearTimeout(timer);
      child.off("message", onMessage).off("exit", onExit);
      settle();
    };
    child.on("message", onMessage).on("exit", onExit);
  });

/** Runs tests of one package, and starts again after tests that do not come back. */
export class TestHost {
  readonly #folder: string;
  #child: ChildProcess | undefined;
  #patienceMs: number | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Runs tests over sources as they are, and learns how long that takes. Answers whether they pass. */
  async passes(trial: Trial): Promise<boolean> {
    const startedAtMs = performance.now();
    const isNoticed = await this.notices(trial);
    this.#patienceMs = PATIENCE * (performance.now() - startedAtMs);
    return !isNoticed;
  }

  /** Whether a test fails with a changed source. Tests that do not end, or end their process, have noticed it. */
  async notices(trial: Trial): Promise<boolean> {
    const child = await this.#started();
    child.send(trial);
    try {
      const answer = await nextMessage(child, this.#patienceMs);
      return (
        typeof answer === "object" && answer !== null && "isNoticed" in answer && answer.isNoticed === true
      );
    } catch {
      this.stop();
      return true;
    }
  }

  stop(): void {
    this.#child?.kill("SIGKILL");
    this.#child = undefined;
  }

  async #started(): Promise<ChildProcess> {
    if (this.#child === undefined) {
      this.#child = fork(HOST, [this.#folder], {
        cwd: this.#folder,
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      });
      await nextMessage(this.#child);
    }
    return this.#child;
  }
}
