import { CliError } from "effect/cli";
import { ConfigurationWrong, UsageWrong } from "../config/faults.ts";
import { LeaseLost, LedgerFailed, LedgerLocked } from "../ledger/failures.ts";
import { EngineFailed } from "../operate/fleet/FleetEngine.ts";
import { DeadlineReached } from "../operate/night/each-book.ts";
import { ExportNotWritten, ReportChanged, ReportNotWritten } from "../publish/failure.ts";
import { SourceFailed } from "../sources/SourceFailed.ts";
import { EXIT, type ExitCode, Finished } from "./exit-code.ts";

const OF_SOURCE = {
  key: EXIT.refusedKey,
  busy: EXIT.temporary,
  down: EXIT.unavailable,
  untrusted: EXIT.untrusted,
} as const satisfies Record<SourceFailed["kind"], ExitCode>;

const OF_SERVER = {
  unreachable: EXIT.unavailable,
  refused: EXIT.refusedKey,
  misconfigured: EXIT.configuration,
  interrupted: EXIT.temporary,
  damaged: EXIT.cannotWrite,
  failed: EXIT.cannotWrite,
} as const satisfies Record<NonNullable<LedgerFailed["fault"]>, ExitCode>;

const ofLedger = ({ isForeign, isBusy, fault, isNew }: LedgerFailed): ExitCode => {
  if (isForeign === true) return EXIT.configuration;
  if (isBusy === true) return EXIT.temporary;
  if (fault !== undefined) return OF_SERVER[fault];
  return isNew ? EXIT.cannotCreate : EXIT.cannotWrite;
};

const ofUsage = (error: CliError.CliError): ExitCode =>
  error._tag === "ShowHelp" && error.errors.length === 0 ? EXIT.ok : EXIT.usage;

/** The exit code that a failure asks for; a failure nobody knows is a bug. */
export const exitCodeOf = (error: unknown): ExitCode => {
  if (CliError.isCliError(error)) return ofUsage(error);
  if (error instanceof Finished) return error.code;
  if (error instanceof UsageWrong) return EXIT.usage;
  if (error instanceof ConfigurationWrong) return EXIT.configuration;
  if (error instanceof EngineFailed) return OF_SERVER[error.fault];
  if (error instanceof ReportChanged) return EXIT.untrusted;
  if (error instanceof SourceFailed) return OF_SOURCE[error.kind];
  if ([DeadlineReached, LedgerLocked, LeaseLost].some((type) => error instanceof type)) return EXIT.temporary;
  if (error instanceof ReportNotWritten || error instanceof ExportNotWritten)
    return error.step === "create" ? EXIT.cannotCreate : EXIT.cannotWrite;
  if (error instanceof LedgerFailed) return ofLedger(error);
  return EXIT.software;
};
