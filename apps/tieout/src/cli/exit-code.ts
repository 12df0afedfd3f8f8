import { Data, Effect } from "effect";

/** What the process says to its scheduler, after sysexits.h; 2 is tieout's own. */
export const EXIT = {
  /** Published, or nothing changed. */
  ok: 0,
  /** Published, and an open exception reaches `--fail-on`. */
  exceptions: 2,
  usage: 64,
  untrusted: 65,
  unavailable: 69,
  software: 70,
  cannotCreate: 73,
  cannotWrite: 74,
  temporary: 75,
  refusedKey: 77,
  configuration: 78,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const CODES: ReadonlyArray<number> = Object.values(EXIT);

/** Whether a number is one of tieout's exit codes. */
export const isExitCode = (code: number): code is ExitCode => CODES.includes(code);

/** A command did its work and has something to tell the scheduler by its exit code; nothing is printed. */
export class Finished extends Data.TaggedError("Finished")<{ readonly code: ExitCode }> {}

/** Ends a command with an exit code other than 0, without a message. */
export const fails = (code: ExitCode): Effect.Effect<never, Finished> => Effect.fail(new Finished({ code }));

/** Which exit code stands where several apply, in one run or over several books. */
const WORST_FIRST: ReadonlyArray<ExitCode> = [
  EXIT.software,
  EXIT.cannotWrite,
  EXIT.cannotCreate,
  EXIT.configuration,
  EXIT.refusedKey,
  EXIT.untrusted,
  EXIT.unavailable,
  EXIT.temporary,
  EXIT.exceptions,
];

/** The exit code of all that apply; {@link EXIT.ok} where none does. */
export const worstOf = (codes: ReadonlyArray<ExitCode>): ExitCode =>
  WORST_FIRST.find((code) => codes.includes(code)) ?? EXIT.ok;
