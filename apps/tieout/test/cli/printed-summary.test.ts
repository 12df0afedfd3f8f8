import { fillNamed, TOTALLED_AMOUNTS } from "@tieout/reconcile";
import { describe, expect, it } from "vitest";
import { printedSummary } from "../../src/cli/printed-summary.ts";
import type { Summary } from "../../src/operate/night/summarise.ts";

/** Totals of which nothing is known. */
const NOTHING = { ...fillNamed(TOTALLED_AMOUNTS, () => null), unexplained_absolute: null };

const SUMMARY: Summary = {
  series: "nightly",
  book: "default",
  day: "2026-11-17",
  revision: 1,
  published: true,
  verdict: "provisional",
  window: { from: "2026-10-14", to: "2026-11-18", timezone: "Europe/Berlin", cutoff: "02:30" },
  credentials: {
    cohorts: 1,
    batches: 18,
    declared: 12_368,
    issued: 12_338,
    issued_in_window: 309,
    unproven: 1,
  },
  settlements: {
    batches: 1,
    totals: {
      JPY: {
        final: {
          ...NOTHING,
          batches: 1,
          captured_declared: "2464852",
          captured_computed: "2464852",
          refunded_declared: "156643",
          refunded_computed: "156643",
          net_declared: "2308209",
          net_computed: "2308209",
          unexplained: "0",
          unexplained_absolute: "3454",
        },
        void: { ...NOTHING, batches: 1, captured_declared: "4200" },
      },
      KWD: { unproven: { ...NOTHING, batches: 2 } },
      USD: {
        final: {
          ...NOTHING,
          batches: 2,
          captured_declared: "1000000.00",
          captured_computed: "999982.73",
          refunded_declared: "1000035.10",
          refunded_computed: "1000035.10",
          net_declared: "-35.10",
          net_computed: "-1052.37",
          unexplained: null,
          unexplained_absolute: null,
        },
      },
    },
  },
  exceptions: {
    open: 1,
    decided: 0,
    new: 1,
    resolved: 2,
    expired: 0,
    by_severity: { critical: 1, high: 0, medium: 0, low: 0, info: 0 },
    worst: [
      {
        exception_id: "x_1",
        severity: "critical",
        code: "CAPTURED_MISMATCH",
        status: "new",
        what_happened: "Koard declares 17.27 USD too much.",
        ...{ what_to_do: "Ask Koard.", decision: null, decision_until: null },
      },
    ],
    known: [],
  },
  restatements: 0,
  warnings: [],
  directory: "out/default/2026-11-17/r1",
};

describe("a summary", () => {
  it("reads as a finance person would write it", () => {
    expect(printedSummary(SUMMARY).split("\n")).toEqual([
      "Report        default, 2026-11-17, revision 1: provisional",
      "To do         1 open: 1 critical (1 new, 2 resolved)",
      "  critical    x_1 CAPTURED_MISMATCH: Koard declares 17.27 USD too much.",
      "              Ask Koard.",
      "Window        2026-10-14 up to, not including, 2026-11-18 (days begin at 02:30, Europe/Berlin)",
      "Credentials   1 cohort, 18 batches: 12,338 issued (309 in the window), 12,368 declared",
      "              1 cohort unproven",
      "Settlements   1 batch",
      "                      captured        refunded             net     unexplained",
      "  JPY                2,464,852         156,643       2,308,209           3,454",
      "              not settled, as declared captured: 4,200 void (1 batch)",
      "  KWD         nothing settled",
      "              not settled, as declared captured: not known unproven (2 batches)",
      "  USD               999,982.73    1,000,035.10       -1,052.37       not known",
      "Files         out/default/2026-11-17/r1",
    ]);
  });

  it("tells how many exceptions expired, where any did", () => {
    const expired = { ...SUMMARY, exceptions: { ...SUMMARY.exceptions, expired: 3 } };
    expect(printedSummary(expired)).toContain("(1 new, 2 resolved, 3 expired)");
  });

  it("leads with what nobody has decided about, and has what somebody has behind the figures", () => {
    const [one] = SUMMARY.exceptions.worst;
    if (one === undefined) throw new Error("the summary has no exception");
    const known = [{ ...one, exception_id: "x_2", decision: "waiting", decision_until: "2026-12-11" }];
    const lines = printedSummary({
      ...SUMMARY,
      exceptions: { ...SUMMARY.exceptions, open: 2, decided: 1, known },
    }).split("\n");
    expect(lines.slice(1, 3)).toEqual([
      "To do         2 open: 1 critical (1 new, 2 resolved; 1 decided about)",
      "  critical    x_1 CAPTURED_MISMATCH: Koard declares 17.27 USD too much.",
    ]);
    expect(lines.slice(-2)).toEqual([
      "Decided       x_2 CAPTURED_MISMATCH: waiting until 2026-12-11; Koard declares 17.27 USD too much.",
      "Files         out/default/2026-11-17/r1",
    ]);
    const settled = { ...SUMMARY.exceptions, open: 1, decided: 1, worst: [], known };
    expect(printedSummary({ ...SUMMARY, exceptions: settled })).toContain("\nExceptions    1 open");
  });

  it("tells how many published figures changed, where any did", () => {
    const line = (restatements: number) =>
      printedSummary({ ...SUMMARY, restatements })
        .split("\n")
        .find((text) => text.startsWith("Restatements"));
    expect([line(0), line(1), line(1200)]).toEqual([
      undefined,
      "Restatements  1 figure changed since it was published",
      "Restatements  1,200 figures changed since they were published",
    ]);
  });

  it("says which source was never asked, and that nothing changed", () => {
    const text = printedSummary({ ...SUMMARY, credentials: null, settlements: null, published: false });
    expect(text).toContain("Record was never asked");
    expect(text).toContain("Koard was never asked");
    expect(text).toContain("(nothing changed since it was published)");
  });
});
