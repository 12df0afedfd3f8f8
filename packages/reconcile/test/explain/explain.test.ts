import { describe, expect, it } from "vitest";
import { EXCEPTION_CODES, EXCEPTIONS } from "../../src/exceptions/exceptions.ts";
import type { ExceptionRow, Finding } from "../../src/exceptions/finding.ts";
import { traceExceptions } from "../../src/exceptions/trace-exceptions.ts";
import { explain } from "../../src/explain/explain.ts";
import { LinkFigures } from "../../src/links/LinkFigures.ts";
import { FIRST_NIGHT, ISSUING } from "../../src/testing.ts";
import { cohort, link, settled } from "../links/rows.ts";

const finding: Finding = {
  code: "POSSIBLE_TRUNCATION",
  source: "record",
  entity: "run",
  entityId: "listBatches",
  businessDate: null,
  currency: null,
  expected: { kind: "count", text: "120" },
  actual: { kind: "count", text: "100" },
  moneyAtStake: null,
  whatHappened: "It may not be whole.",
  whatToDo: "Ask.",
  batchIds: [],
};

const traced = (findings: readonly Finding[], previous: readonly ExceptionRow[] = []): ExceptionRow => {
  const [row] = traceExceptions(findings, { ...FIRST_NIGHT, previous });
  if (row === undefined) throw new Error("nothing was traced");
  return row;
};

describe("explaining an exception", () => {
  it("has a rule of its own for every code, in whole sentences", () => {
    const rules = EXCEPTION_CODES.map((code) => EXCEPTIONS[code].rule);
    for (const rule of rules) expect(rule).toMatch(/^[A-Z][^\n]{60,}\.$/);
    expect(new Set(rules).size).toBe(EXCEPTION_CODES.length);
  });

  it("gives the rule and the figures reported for every code, even without evidence", () => {
    for (const code of EXCEPTION_CODES) {
      const exception = { ...traced([finding]), code };
      expect(explain(exception, {})).toMatchObject({
        code,
        rule: EXCEPTIONS[code].rule,
        arithmetic: [
          "reported as expected: 120",
          "reported as actual: 100",
          "reported: It may not be whole.",
        ],
        notes: [],
      });
    }
  });

  it("says that records are gone, and that an exception is resolved", () => {
    const batch = { ...finding, entity: "batch" as const };
    expect(explain(traced([batch]), {}).notes).toHaveLength(1);
    const resolved = traced([], [traced([batch])]);
    expect(explain(resolved, {}).notes[0]).toContain("is resolved");
  });
});

describe("explaining a link", () => {
  const claimed = [
    settled("b1", 30000, 1000),
    settled("b2", null, 0, { state: "unproven" }),
    settled("b3", 1200, 0, { state: "open" }),
  ];
  const paid = (rows: typeof claimed) => {
    const figures = new LinkFigures({
      ...{ book: "default", source: ISSUING, links: [link()], programs: [], until: "2026-11-22" },
    });
    figures.addCohort(cohort(3));
    for (const row of rows) figures.addSettlement(row);
    const [row] = figures.rows();
    if (row === undefined) throw new Error("a link has no row");
    return { row, claimed: rows, figures };
  };

  it("multiplies, adds up what was paid, and subtracts", () => {
    const { figures, ...payment } = paid([settled("b1", 30000, 1000), settled("b3", 1200)]);
    const { arithmetic, records, notes } = explain(traced(figures.findings()), { payment });
    expect(arithmetic.slice(0, 5)).toEqual([
      "3 credentials issued × 120.00 EUR = 360.00 EUR expected",
      "batch b1 of 2026-11-20: captured 300.00 EUR − refunded 10.00 EUR = 290.00 EUR",
      "batch b3 of 2026-11-20: captured 12.00 EUR − refunded 0.00 EUR = 12.00 EUR",
      "2 settlements: captured 312.00 EUR − refunded 10.00 EUR = 302.00 EUR net",
      "net 302.00 EUR − expected 360.00 EUR = -58.00 EUR",
    ]);
    expect(records.map(({ id }) => id)).toEqual(["b1", "b3"]);
    expect(notes).toEqual([]);
  });

  it("says what is not known, and why nothing is claimed", () => {
    const { row } = paid(claimed);
    const exception = { ...traced([finding]), code: "LINK_VARIANCE" as const };
    const { arithmetic, notes } = explain(exception, { payment: { row, claimed } });
    expect(arithmetic).toContain("batch b2 of 2026-11-20: not known, unproven");
    expect(arithmetic.join()).not.toContain("− expected");
    expect(notes[0]).toContain("no difference is claimed");
    const nothing = { ...row, netMinor: null, credentialsIssued: null, expectedMinor: null };
    const unknown = explain(exception, { payment: { row: nothing, claimed: [] } }).arithmetic;
    expect(unknown.slice(0, 2)).toEqual(["credentials issued: not known", "paid: not known"]);
  });

  it("lists at most so many settlements, with sums over all", () => {
    const rows = Array.from({ length: 203 }, (_, at) => settled(`b${at}`, 100));
    const { figures, ...payment } = paid(rows);
    const explanation = explain(traced(figures.findings()), { payment });
    expect([explanation.records.length, explanation.recordsLeftOut]).toEqual([200, 3]);
    expect(explanation.arithmetic).toContain("and 3 more settlements, in the sums below");
    expect(explanation.arithmetic).toContain(
      "203 settlements: captured 203.00 EUR − refunded 0.00 EUR = 203.00 EUR net",
    );
  });
});
