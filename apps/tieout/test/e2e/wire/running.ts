import { join } from "node:path";
import { expect } from "vitest";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { type Ended, type Started, start } from "../bundle.ts";
import { cell, csv, namesIn } from "../published.ts";
import { AS_OF, KEY, type KoardServer } from "./koard-server.ts";

/** The longest sentence that a failure may be told in. */
const MAX_SENTENCE_CHARS = 300;

/** What sources a run has, and where it runs. */
export interface RunPlace {
  readonly env: Readonly<Record<string, string>>;
  /** A directory that an earlier run left; a new one unless told. */
  readonly cwd?: string;
  readonly asOf?: string;
}

/** A run that is under way. */
export interface Running extends Started {
  readonly cwd: string;
}

/** Starts `tieout run --quiet`. */
export const startRun = (
  { env, cwd = temporaryDirectory(), asOf = AS_OF }: RunPlace,
  ...options: string[]
): Running => ({
  cwd,
  ...start(["run", "--quiet", "--as-of", asOf, ...options], { cwd, env }),
});

/** Runs `tieout run --quiet` to its end. */
export const run = async (
  place: RunPlace,
  ...options: string[]
): Promise<Ended & { readonly cwd: string }> => {
  const { cwd, ended } = startRun(place, ...options);
  return { cwd, ...(await ended) };
};

const loaded = (file: string): string => `--import ${new URL(file, import.meta.url).href}`;

/** Lets every retry that Tieout itself would wait for come at once. A wait that a source asks for stays. */
export const WITHOUT_OWN_WAITS = { NODE_OPTIONS: loaded("./without-own-waits.ts") };

/** The same; a process that does not end by itself says so on standard error. */
export const ENDING_BY_ITSELF = {
  NODE_OPTIONS: `${WITHOUT_OWN_WAITS.NODE_OPTIONS} ${loaded("./named-exits.ts")}`,
};

/** Expects one sentence on standard error, without a stack or the key, and nothing on standard output. */
export const expectSentence = ({ stdout, stderr }: Ended): void => {
  expect(stdout).toBe("");
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(stderr.trimEnd().length).toBeLessThanOrEqual(MAX_SENTENCE_CHARS);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stderr).not.toContain(KEY);
};

/** Expects that a run which failed published nothing. */
export const expectNothingPublished = (cwd: string): void => {
  expect(namesIn(join(cwd, "out/default"))).toEqual([]);
};

/** Requests that may be on their way before a run that has to stop has stopped. */
const ON_THEIR_WAY = 3;

/** Expects that so many requests were the last ones, and that none was sent again. */
export const expectStoppedAfter = ({ asked }: KoardServer, requests: number): void => {
  expect(asked.length).toBeGreaterThanOrEqual(requests);
  expect(asked.length).toBeLessThanOrEqual(requests + ON_THEIR_WAY);
  expect([...new Set(asked)]).toEqual(asked);
};

/** The ids of the settlement batches in the newest report, sorted, as often as they stand there. */
export const reportedBatches = (cwd: string): readonly string[] =>
  csv(join(cwd, "out/default/latest"), "settlement-by-batch.csv")
    .map((row) => cell(row, "batch_id"))
    .sort();
