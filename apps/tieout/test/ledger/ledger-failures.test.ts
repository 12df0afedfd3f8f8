import { assert, describe, it } from "@effect/vitest";
import { Effect } from "effect";
import type { LedgerParts } from "../../src/ledger/Ledger.ts";
import type { PublishedReport } from "../../src/ledger/reports/PublishedReport.ts";
import type { Run } from "../../src/ledger/store/Run.ts";
import { change, newLedger, using } from "./opened-ledger.ts";

// What these tests prove: a ledger that fails says what it could not do, whatever it was asked.

const AT = "2026-11-18T02:00:00.000Z";
const DAY = "2026-11-17";
const RUN: Run = { id: 1, book: "default", day: DAY, asOf: AT };
const REPORT: PublishedReport = {
  ...{ id: 1, day: DAY, revision: 1, manifestSha256: "" },
  window: { from: DAY, to: "2026-11-18" },
};

type Use = (ledger: LedgerParts) => Effect.Effect<unknown, { readonly message: string }>;

const READS: Readonly<Record<string, Use>> = {
  "the report before": (ledger) => ledger.reportBefore(RUN, DAY),
  "the report as of an instant": (ledger) => ledger.reportAsOf("default", AT),
  "the first report": (ledger) => ledger.firstReport(RUN),
  "all reports": (ledger) => ledger.publishedReports("default"),
  "a report by its place": (ledger) => ledger.reportAt("default", DAY, 1),
  "the exceptions of a report": (ledger) => ledger.reportExceptions(REPORT),
  "what became of exceptions": (ledger) => ledger.exceptionHistory(RUN, DAY, ["x_1"]),
  "the exceptions of revisions": (ledger) => ledger.revisedExceptions(RUN, DAY),
  "how processors counted": (ledger) => ledger.reportConventions(REPORT),
  "the nights of an exception": (ledger) => ledger.nights("x_1"),
  "which figures were recorded": (ledger) => ledger.recordedNames(REPORT),
  "recorded figures": (ledger) => ledger.figures(REPORT, () => true),
  "the figures of an entity": (ledger) => ledger.recordedOf("default", AT, "b1"),
  "which figures revisions recorded": (ledger) => ledger.revisedNames(RUN, DAY),
  "figures of revisions": (ledger) => ledger.revisedFigures(RUN, DAY, () => true),
  "the days that were shown": (ledger) => ledger.publishedDays(RUN, DAY),
  "what a report was made of": (ledger) => ledger.reportBasis(REPORT),
  "reports that may not be in their place": (ledger) => ledger.unconfirmed("default"),
};

/** What is said when a ledger is used whose tables of these names are gone. */
const saidWithout = (tables: ReadonlyArray<string>, use: Use) => {
  const place = newLedger();
  const back = (from: (name: string) => string, to: (name: string) => string) =>
    change(place, tables.map((name) => `ALTER TABLE ${from(name)} RENAME TO ${to(name)};`).join(" "));
  return using(place, (ledger) =>
    Effect.gen(function* () {
      back(
        (name) => name,
        (name) => `gone_${name}`,
      );
      const { message } = yield* Effect.flip(use(ledger));
      // The lease is given back at the end.
      back(
        (name) => `gone_${name}`,
        (name) => name,
      );
      return message;
    }),
  );
};

it.effect("a run whose times are damaged is named with its table", () => {
  const place = newLedger();
  return using(place, (ledger) =>
    Effect.gen(function* () {
      const run = yield* ledger.beginRun({ book: "default", day: DAY, asOf: AT, startedAt: AT });
      change(place, "UPDATE run SET finished_at = 'soon'");
      const { message } = yield* Effect.flip(ledger.overview("default", { runs: 1, asOf: AT }));
      assert.match(message, new RegExp(`: row ${run.id} of its table run is damaged; restore `));
    }),
  );
});

describe("a ledger that fails says what it could not do", () => {
  it.effect.each(Object.entries(READS))("where it is asked for %s", ([, use]) =>
    Effect.gen(function* () {
      const said = yield* saidWithout(["report", "report_exception", "report_convention", "figure"], use);
      assert.match(said, /^The ledger \S+ could not be read: .*\breport/);
    }),
  );

  it.effect.each(["whileLeased", "whileAlone"] as const)("where it is to be held: %s", (held) =>
    Effect.gen(function* () {
      const said = yield* saidWithout(["lease"], (ledger) => ledger[held](Effect.void));
      assert.match(said, /^The ledger \S+ could not be held: .*\blease/);
    }),
  );
});
