import { Console, Effect } from "effect";
import { Command, Flag } from "effect/cli";
import { ledgerSettingsOf, requireLedger } from "../config/environment.ts";
import { type PrunePlan, planPrune, pruneLedger } from "../operate/inspect/prune-ledger.ts";
import { asLines } from "../operate/printable.ts";
import { durationMs } from "./duration.ts";
import { outputFlags, settingFlags } from "./flags.ts";
import { line, plural, size } from "./layout.ts";

const flags = {
  keep: Flag.String("keep").pipe(
    Flag.withMetavar("DURATION"),
    Flag.withDescription("Reports of this long stay as they are: 90d, 60 weeks, 7 years"),
  ),
  yes: Flag.Boolean("yes").pipe(
    Flag.withDescription("Remove it; without this, only say what would be removed"),
    Flag.withDefault(false),
  ),
} as const;

const printed = ({ ledger, before, bytes, prunable, refusals }: PrunePlan, isBegun: boolean): string =>
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
    line(
      "Afterwards",
      `${plural(prunable.reports, "older report")} can no longer be rebuilt; files in the output directory, and the chain, stay`,
    ),
  ]);

const machineReadable = (
  { ledger, before, bytes, prunable, refusals }: PrunePlan,
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
  });

/** `tieout prune`: makes the ledger forget what no kept report needs. */
export const prune = Command.make(
  "prune",
  { ...flags, places: settingFlags("prune"), ...outputFlags },
  Effect.fnUntraced(function* ({ keep, yes, quiet, json, places }) {
    const settings = yield* ledgerSettingsOf(places);
    const order = {
      ledgerFile: settings.ledgerFile,
      asOf: settings.asOf,
      keepMs: yield* durationMs("--keep", keep),
      giveUpDays: settings.reread.giveUpDays,
    };
    yield* requireLedger(settings);
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
    else if (isTold) yield* Console.log(asLines([line("Ledger", `${settings.ledgerFile}, ${size(bytes)}`)]));
  }),
).pipe(
  Command.withDescription(
    "Remove from the ledger what no report of the last time needs, and give the room back; says first what that is",
  ),
  Command.withExamples([
    { command: "tieout prune --keep 400d", description: "Say what would be removed" },
    { command: "tieout prune --keep 400d --yes", description: "Remove it" },
  ]),
);
