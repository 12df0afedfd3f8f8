import { compareCodePoints, type Settlement, summariseSettlement } from "@tieout/reconcile";
import { context } from "@tieout/reconcile/testing";
import { expect, it } from "vitest";
import { SummarisedByDay } from "../../src/close/SummarisedByDay.ts";
import { settlementHeader, transaction } from "../records.ts";

// What this test proves: batches that are packed come back as they were given, among those that are not.

const BATCHES = 8000;
const WINDOW = { from: "2026-11-03", to: "2026-11-05" };

const batch = (at: number): Settlement => ({
  header: settlementHeader(`b${String(at).padStart(5, "0")}`, {
    accountId: at % 7 === 0 ? `tab\tand line\nand "quote" \\ \ud83d\ude00 ${at}` : "account",
    closedAt: `2026-11-${String(1 + (at % 9)).padStart(2, "0")}T22:00:00.000Z`,
    capturedMinor: 1000 + (at % 3),
  }),
  details: {
    rows: [transaction(`t${at}`), ...(at % 5 === 0 ? [transaction(`e${at}`, { currency: "EUR" })] : [])],
    invalid: [],
  },
});

it("gives every batch back as it was, by day and in the order in which they came, as often as it is asked", () => {
  const given = Array.from({ length: BATCHES }, (_, at) => {
    const { header, details } = batch(at);
    return { header, summary: summariseSettlement({ header, details }, context()) };
  });
  const all = new SummarisedByDay();
  for (const one of given) all.add(one);
  const expected = given.toSorted((l, r) =>
    compareCodePoints(l.summary.businessDate, r.summary.businessDate),
  );
  expect([...all]).toStrictEqual(expected);
  expect([...all]).toStrictEqual(expected);
  expect([...all.in(WINDOW)]).toStrictEqual(
    expected.filter(({ summary: { businessDate: day } }) => day >= WINDOW.from && day < WINDOW.to),
  );
});
