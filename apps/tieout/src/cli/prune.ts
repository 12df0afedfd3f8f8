import { Console, Effect } from "effect";
import { ledgerSettingsOf } from "../config/environment.ts";
import type { Flags } from "../config/resolve-settings.ts";
import { requireLedger } from "../ledger/open-ledger.ts";
import { type PrunePlan, planPrune, pruneLedger } from "../operate/inspect/prune-ledger.ts";
import { asLines } from "../operate/printable.ts";
import { durationMs } from "./duration.ts";
import type { Output } from "./flags.ts";
import { line, plural, size } from "./layout.ts";

const afterwards = (older: number, reports: PrunePlan["reports"]): ReadonlyArray<string> => {
  const rebuilt = `${plural(older, "older report")} can no longer be rebuilt`;
  if (reports === null)
    return [line("Afterwards", `${rebuilt}; files in the output directory, and the chain, stay`)];
  const { directories, left } = reports;
  const [first, last] = [directories[0], directories.at(-1)];
  const span = first === undefined ? "" : `, ${first === last ? first : `${first} to ${last}`}`;
  return [
    line("", `the reports of ${plural(directories.length, "day")} in the output directory${span}`),
    line("Afterwards", `${rebuilt}; the chain of those that stay is whole`),
    ...left.map((sentence) => line("", sentence)),
  ];
};

const printed = (
  { ledger, before, bytes, prunable, refusals, reports }: PrunePlan,
  isBegun: boolean,
): string =>
  asLines([
    line("Ledger", `${ledger}, ${size(bytes)}`),
    line(
      "Kept",
      `${plural(prunable.reportsKept, "report")}: as of ${before} or later, and the newest of each book`,
    ),
    line(
      isBegun ? "Removing" : "To remove",
      `${plural(prunable.observations, "state")} of batches and programmes that later ones had replaced`,
    ),
    line("", `${plural(prunable.details, "version")} of their details, ${size(prunable.detailsBytes)}`),
    line("", `${plural(prunable.exceptions, "exception")} as older reports had them`),
    line("", `${plural(prunable.figures, "figure")} that later reports had replaced`),
    line("", `${plural(refusals, "day")} on which details could not be had`),
    ...afterwards(prunable.reports, reports),
  ]);

const machineReadable = (
  { ledger, before, bytes, prunable, refusals, reports }: PrunePlan,
  bytesAfter: number | null,
): string =>
  JSON.stringify({
    ledger,
    kept_from: before,
    removed: bytesAfter !== null,
    bytes_before: bytes,
    bytes_after: bytesAfter,
    reports_kept: prunable.reportsKept,
    reports: prunable.reports,
    runs: prunable.runs,
    observations: prunable.observations,
    details: prunable.details,
    details_bytes: prunable.detailsBytes,
    exceptions: prunable.exceptions,
    figures: prunable.figures,
    refusals,
    report_directories: reports?.directories ?? [],
    left: reports?.left ?? [],
  });

/** What was typed. */
interface Given extends Output {
  readonly keep: string;
  readonly reports: boolean;
  readonly yes: boolean;
  readonly places: Flags;
}

/** What `tieout prune` does. */
export const prune = Effect.fnUntraced(function* ({ keep, reports, yes, quiet, json, places }: Given) {
  const settings = yield* ledgerSettingsOf(places);
  const order = {
    ledger: settings.ledger,
    asOf: settings.asOf,
    keepMs: yield* durationMs("--keep", keep),
    giveUpDays: settings.reread.giveUpDays,
    out: reports ? settings.out : null,
  };
  yield* requireLedger(settings.ledger);
  const isTold = !quiet && !json;
  if (!yes) {
    const plan = yield* planPrune(order);
    if (json) yield* Console.log(machineReadable(plan, null));
    else if (isTold) yield* Console.log(`${printed(plan, false)}\nNothing was removed: add --yes to do it`);
    return;
  }
  let planned: PrunePlan | undefined;
  const bytes = yield* pruneLedger(order, (plan) => {
    planned = plan;
    return isTold ? Console.log(printed(plan, true)) : Effect.void;
  });
  if (json && planned !== undefined) yield* Console.log(machineReadable(planned, bytes));
  else if (isTold) yield* Console.log(asLines([line("Ledger", `${settings.ledger.name}, ${size(bytes)}`)]));
});
