import { Data, Effect } from "effect";
import { CliError } from "effect/cli";
import { ConfigurationWrong, UsageWrong } from "../config/faults.ts";
import { LeaseLost, LedgerFailed, LedgerLocked } from "../ledger/failures.ts";
import { DeadlineReached } from "../operate/night/each-book.ts";
import { ExportNotWritten, ReportChanged, ReportNotWritten } from "../publish/failure.ts";
import { SourceFailed } from "../sources/SourceFailed.ts";

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

/** A command did its work and has something to tell the scheduler by its exit code; nothing is printed. */
export class Finished extends Data.TaggedError("Finished")<{ readonly code: ExitCode }> {}

/** Ends a command with an exit code other than 0, without a message. */
export const fails = (code: ExitCode): Effect.Effect<never, Finished> => Effect.fail(new Finished({ code }));

const OF_SOURCE = {
  key: EXIT.refusedKey,
  busy: EXIT.temporary,
  down: EXIT.unavailable,
  untrusted: EXIT.untrusted,
} as const satisfies Record<SourceFailed["kind"], ExitCode>;

const ofUsage = (error: CliError.CliError): ExitCode =>
  error._tag === "ShowHelp" && error.errors.length === 0 ? EXIT.ok : EXIT.usage;

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

/** The exit code that a failure asks for; a failure nobody knows is a bug. */
export const exitCodeOf = (error: unknown): ExitCode => {
  if (CliError.isCliError(error)) return ofUsage(error);
  if (error instanceof Finished) return error.code;
  if (error instanceof UsageWrong) return EXIT.usage;
  if (error instanceof ConfigurationWrong) return EXIT.configuration;
  if (error instanceof ReportChanged) return EXIT.untrusted;
  if (error instanceof SourceFailed) return OF_SOURCE[error.kind];
  if ([DeadlineReached, LedgerLocked, LeaseLost].some((type) => error instanceof type)) return EXIT.temporary;
  if (error instanceof ReportNotWritten || error instanceof ExportNotWritten)
    return error.step === "create" ? EXIT.cannotCreate : EXIT.cannotWrite;
  if (error instanceof LedgerFailed && error.isForeign === true) return EXIT.configuration;
  if (error instanceof LedgerFailed) return error.isNew ? EXIT.cannotCreate : EXIT.cannotWrite;
  return EXIT.software;
};
