import { ControlTotals, exceptionTotals } from "@tieout/reconcile";
import type { Figures, Report } from "../../src/close/Report.ts";
import { SOURCES } from "../../src/config/sources.ts";

/** What a report says of a source that was read and had nothing. */
const NOTHING_LISTED = {
  ...{ configured: true, asked: true, last_asked: "2026-11-18", mode: null },
  ...{ listed: 0, in_window: 0, before: 0, after: 0, invalid: 0 },
};

/** Rows of a night on which nothing happened. */
export const NO_ROWS: Figures = {
  ...{
    cohorts: [],
    settlements: [],
    days: [],
    payments: null,
    exceptions: [],
    restatements: [],
    decisions: [],
  },
};

/** A report of these rows, with the totals that they come to. */
export const reportOf = (figures: Figures, book = "default"): Report => {
  const totals = new ControlTotals();
  for (const row of figures.cohorts ?? []) totals.addCohort(row);
  for (const row of figures.settlements ?? []) totals.addSettlement(row);
  const window = { from: "2026-10-14", to: "2026-11-18" };
  return {
    ...figures,
    ...{ book, series: "nightly", day: "2026-11-17", window, timezone: "UTC", cutoff: "00:00" },
    asOf: "2026-11-18T02:00:00.000Z",
    verdict: "final",
    sources: Object.fromEntries(SOURCES.map(({ name }) => [name, NOTHING_LISTED])),
    links: null,
    warnings: [],
    totals: totals.totals(null),
    conventions: [],
    arithmetic: new Map(),
    openExceptions: exceptionTotals(figures.exceptions),
    previous: undefined,
    newFigures: [],
    newExceptions: { traced: figures.exceptions, endedDecisions: new Map() },
    rules: "",
    configuration: {
      schema: "tieout/config@1",
      ...{ book, timezone: "UTC", cutoff: "00:00", changes: [], window, days: 35 },
      thresholds: { pending_days: 3, open_days: 2, give_up_days: 3 },
      ...{ assume_currency: null, conventions: [], links: [], rosters: [] },
    },
  };
};
