import { proveSettlement, type ShownFigures, settlementFigures } from "@tieout/reconcile";
import { context, SETTLING } from "@tieout/reconcile/testing";
import { describe, expect, it } from "vitest";
import { ComparedFigures } from "../../src/close/ComparedFigures.ts";
import { nameOf, recordedFirst } from "../../src/close/figure-names.ts";
import { RecordedNames } from "../../src/ledger/reports/RecordedNames.ts";
import { settlementHeader, transaction } from "../records.ts";

// What these tests prove: which batches are restated, and of which nothing but what is new is recorded.

const settled = (id: string, capturedMinor = 1000): readonly ShownFigures[] =>
  proveSettlement(
    { header: settlementHeader(id, { capturedMinor }), details: { rows: [transaction("t1")], invalid: [] } },
    context(),
  ).rows.map((row) => settlementFigures(row, SETTLING.name));

/** A batch with figures in two currencies. */
const twofold = (id: string): readonly ShownFigures[] =>
  settled(id).flatMap((one) => [one, { ...one, currency: "EUR" }]);

const namesOf = (figures: readonly ShownFigures[]): RecordedNames => {
  const names = new RecordedNames();
  for (const one of figures) names.set(nameOf(one), recordedFirst(one));
  return names;
};

interface Before {
  readonly earlier?: readonly ShownFigures[];
  readonly revised?: readonly ShownFigures[];
  /** Whether earlier reports have shown the days of all batches. */
  readonly isLate?: boolean;
}

const compared = (
  { earlier = [], revised = [], isLate = false }: Before,
  ...batches: readonly (readonly ShownFigures[])[]
) => {
  const window = { from: "2026-10-14", to: "2026-11-18" };
  const figures = new ComparedFigures(
    {
      ...{ earlier: { names: namesOf(earlier) }, revised: { names: namesOf(revised) } },
      publishedDays: new Map(isLate ? [[SETTLING.name, window]] : []),
    },
    () => true,
  );
  for (const batch of batches) figures.add(batch);
  const idsOf = (all: Iterable<ShownFigures>) => Array.from(all, ({ entityId }) => entityId);
  return { touched: idsOf(figures.touched), fresh: idsOf(figures.fresh), isAnyGone: figures.isAnyGone };
};

const NOTHING = { touched: [], fresh: [], isAnyGone: false };

describe("the figures of a batch", () => {
  it("that no report has shown are recorded alone, whether other batches were shown or not", () => {
    const fresh = { ...NOTHING, fresh: ["b2"] };
    expect(compared({}, settled("b2"))).toEqual(fresh);
    expect(compared({ earlier: settled("b1") }, settled("b1"), settled("b2"))).toEqual(fresh);
  });

  it("that are as they were recorded are neither restated nor recorded again", () => {
    expect(compared({ earlier: settled("b1") }, settled("b1"))).toEqual(NOTHING);
    expect(compared({ earlier: twofold("b1"), isLate: true }, twofold("b1"))).toEqual(NOTHING);
  });

  it("are restated where one is otherwise than it was recorded, or stands beside one that never was", () => {
    const touched = (...ids: readonly string[]) => ({ ...NOTHING, touched: ids });
    expect(compared({ earlier: settled("b1", 999) }, settled("b1"))).toEqual(touched("b1"));
    expect(compared({ revised: settled("b1", 999) }, settled("b1"))).toEqual(touched("b1"));
    expect(compared({ earlier: settled("b1") }, twofold("b1"))).toEqual(touched("b1", "b1"));
  });

  it("are restated where they are late: a report has shown their day without them", () => {
    expect(compared({ isLate: true }, settled("b1"))).toEqual({ ...NOTHING, touched: ["b1"] });
  });
});

it("something is gone where more was recorded than there is, by earlier reports or by revisions", () => {
  const both = [...settled("b1"), ...settled("b2")];
  for (const before of [{ earlier: both }, { revised: both, earlier: settled("b1") }]) {
    expect(compared(before, settled("b1")).isAnyGone).toBe(true);
    expect(compared(before, settled("b1"), settled("b2")).isAnyGone).toBe(false);
  }
});
