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

it("on a page of so many exceptions that no mail would take it, of most a line stands there", () => {
  const markup = sectionOf(201, 1000);
  expect(count(markup, "<article>")).toBe(25);
  expect(markup).toContain("175 more rows, of which <code>tieout show</code> gives the arithmetic");
  for (const at of [25, 199]) expect(markup).toContain(`<bdi>b${at}</bdi>, `);
});
