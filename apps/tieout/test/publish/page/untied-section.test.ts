import { proveSettlement } from "@tieout/reconcile";
import { context, settlement, transaction } from "@tieout/reconcile/testing";
import { expect, it } from "vitest";
import { untiedSection } from "../../../src/publish/page/untied-section.ts";
import { NO_ROWS, reportOf } from "../report-of.ts";

const { rows } = proveSettlement(settlement([transaction("t1")], { capturedMinor: 1 }), context());

/** The section of a report with so many batches that do not tie out, and so many open exceptions. */
const sectionOf = (batches: number, open: number): string => {
  const numbers = Array.from({ length: batches }, (_, at) => at);
  const settlements = rows.flatMap((row) => numbers.map((at) => ({ ...row, batchId: `b${at}` })));
  const report = reportOf({ ...NO_ROWS, settlements });
  return untiedSection({ ...report, openExceptions: { ...report.openExceptions, open } }).markup;
};

const count = (markup: string, part: string): number => markup.split(part).length - 1;

it("every batch that does not tie out has its arithmetic, but for those that a list leaves out", () => {
  const markup = sectionOf(201, 60);
  expect(count(markup, "<article>")).toBe(200);
  expect(markup).not.toContain("of which <code>tieout show</code> gives the arithmetic");
  expect(markup).toContain("settlement-by-batch.csv");
});

it("says of a batch what was declared and computed of each total, and by which way of counting", () => {
  const [row] = rows;
  if (row === undefined) throw new Error("the batch has a row");
  const one = { ...row, refundedBasis: "refund_rows", currency: "USD" } as const;
  const { markup } = untiedSection(reportOf({ ...NO_ROWS, settlements: [one] }));
  const lines = [...markup.matchAll(/<li>(.*)<\/li>/g)].map(([, line = ""]) =>
    line.replaceAll(/<[^>]*>/g, ""),
  );
  expect(lines.map((line) => line.split(":")[0])).toEqual(["Captured", "Refunded", "Net"]);
  expect(lines[0]).toMatch(/^Captured: declared 0\.01, computed 10\.00, difference -?9\.99, basis \S/);
  expect(lines[1]).toMatch(/^Refunded: declared 0\.00, computed 0\.00, difference 0\.00, basis refund_rows$/);
  expect(lines[2]).toMatch(/^Net: declared .*, computed .*, not explained /);
});

it("on a page of so many exceptions that no mail would take it, of most a line stands there", () => {
  const markup = sectionOf(201, 1000);
  expect(count(markup, "<article>")).toBe(25);
  expect(markup).toContain("175 more rows, of which <code>tieout show</code> gives the arithmetic");
  for (const at of [25, 199]) expect(markup).toContain(`<bdi>b${at}</bdi>, `);
});
