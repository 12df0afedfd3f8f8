import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Cause, Effect, Exit } from "effect";
import { fingerprint } from "tieout/test/published.ts";
// The app exports nothing; run in this process, a report takes a tenth of what it takes in one of its own.
import { exitCodeOf } from "../../../tieout/src/cli/failure-exit.ts";
import { resolveSettings } from "../../../tieout/src/config/resolve-settings.ts";
import { demoNights } from "../../../tieout/src/operate/demo/demo-nights.ts";
import { reportBook } from "../../../tieout/src/operate/night/book-night.ts";
import { eachBook } from "../../../tieout/src/operate/night/each-book.ts";
import { Progress } from "../../../tieout/src/pull/Progress.ts";
import type { Draws } from "./draws.ts";
import type { Trial } from "./trial.ts";

/** The instant of the last night of a demo. */
const AS_OF = "2026-11-21T02:00:00.000Z";

/** The exit codes of a ledger that is damaged, and of a file that is none any more. */
const NAMED: ReadonlySet<number> = new Set([74, 78]);

const BITS = 8;
const [ZERO, NINE] = [0x30, 0x39];

/** Changes one bit anywhere, or every second time one digit into another. */
const changeOne = (bytes: Buffer, draws: Draws): string => {
  let at = draws.upTo(bytes.length) - 1;
  if (draws.upTo(2) === 1) {
    const bit = draws.upTo(BITS) - 1;
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
    return `bit ${bit} of byte ${at}`;
  }
  const isDigit = (place: number): boolean => {
    const byte = bytes.readUInt8(place);
    return byte >= ZERO && byte <= NINE;
  };
  while (!isDigit(at)) at = (at + 1) % bytes.length;
  const digit = ZERO + ((bytes.readUInt8(at) - ZERO + draws.upTo(9)) % 10);
  bytes.writeUInt8(digit, at);
  return `the digit at byte ${at}`;
};

/** Reports from a ledger alone; gives the exit code, and what was published where it is 0. */
const reportIn = async (dir: string) => {
  const settings = resolveSettings(
    { ledger: `sqlite:${join(dir, "tieout.db")}`, out: join(dir, "again") },
    { KOARD_API_KEY: "none", RECORD_API_TOKEN: "sk_live_none" },
    AS_OF,
  );
  const ended = await Effect.runPromiseExit(
    Effect.flatMap(settings, (read) => eachBook(read, reportBook)).pipe(Effect.provide(Progress.silent)),
  );
  return Exit.isSuccess(ended)
    ? { code: 0, published: JSON.stringify(fingerprint(join(dir, "again/default/latest"))) }
    : { code: exitCodeOf(Cause.squash(ended.cause)), published: "" };
};

/** Changes so many seeded bits and digits of a ledger's file, one at a time, and reports from each. */
export const rotTrial = async (
  { moments }: { readonly moments: number; readonly seed: number },
  draws: Draws,
  directory: string,
  log: (line: string) => void,
): Promise<Trial> => {
  const whole = join(directory, "whole");
  mkdirSync(whole);
  await Effect.runPromise(demoNights(whole, () => Effect.void).pipe(Effect.provide(Progress.silent)));
  const [ledger, key] = ["tieout.db", "tieout.db.key"].map((name) => readFileSync(join(whole, name)));
  if (ledger === undefined || key === undefined) throw new Error("the demo left no ledger");
  const expected = await reportIn(whole);
  if (expected.code !== 0) throw new Error(`a whole ledger is exit ${expected.code}`);
  const wrong: string[] = [];
  let noticed = 0;
  for (let change = 1; change <= moments; change += 1) {
    const dir = join(directory, `rot-${change}`);
    mkdirSync(dir);
    const bytes = Buffer.from(ledger);
    const what = changeOne(bytes, draws);
    writeFileSync(join(dir, "tieout.db"), bytes, { mode: 0o600 });
    writeFileSync(join(dir, "tieout.db.key"), key, { mode: 0o600 });
    const { code, published } = await reportIn(dir);
    if (NAMED.has(code)) noticed += 1;
    else if (code !== 0) wrong.push(`${what}: exit ${code}`);
    else if (published !== expected.published) wrong.push(`${what}: another report`);
    rmSync(dir, { recursive: true, force: true });
  }
  for (const sentence of wrong) log(`  ${sentence}\n`);
  log(`  ${noticed} of ${moments} were noticed, the others changed nothing\n`);
  return { name: "rot", tried: moments, wrong };
};
