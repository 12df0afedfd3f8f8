import { addDays, daysBetween } from "@tieout/reconcile";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../src/ledger/store/blob.ts";
import type { Known, Reading } from "../../src/ledger/store/Entry.ts";
import type { Run } from "../../src/ledger/store/Run.ts";
import { isDue } from "../../src/pull/due.ts";
import { isReused, type Reason, type RereadPolicy, rereadReason } from "../../src/pull/reread.ts";
import { settlementHeader } from "../records.ts";

const RUN: Run = { id: 7, book: "default", asOf: "2026-11-18T02:00:00.000Z", day: "2026-11-18" };
const HEADER = settlementHeader("b1");
const WHOLE: Reading = { run: 6, day: "2026-11-17", isWhole: true, isByEmailRule: true };

const reason = (known: Partial<Known> | undefined, policy: Partial<RereadPolicy<"settlement">> = {}) =>
  rereadReason<"settlement">(HEADER, known && { header: canonicalJson(HEADER), reading: WHOLE, ...known }, {
    run: RUN,
    isFull: false,
    isRefused: () => false,
    mayChange: () => undefined,
    isDue: () => false,
    ...policy,
  });

type Case = [Reason, string, Partial<Known> | undefined, Partial<RereadPolicy<"settlement">>];

describe("details are read", () => {
  it.each([
    ["new", "that the ledger does not know", undefined, {}],
    ["new", "whose details were never read", { reading: undefined }, {}],
    [
      "changed",
      "whose header changed",
      { header: canonicalJson(settlementHeader("b1", { capturedMinor: 1001 })) },
      {},
    ],
    ["full", "of any age, when everything is asked for", {}, { isFull: true }],
    ["refused", "that was refused last night", {}, { isRefused: () => true }],
    ["not_final", "that may still move", {}, { mayChange: () => "not_final" }],
    ["young", "that may still be corrected", {}, { mayChange: () => "young" }],
    ["not_whole", "that could not be read whole", { reading: { ...WHOLE, isWhole: false } }, {}],
    ["not_whole", "that this run could not", { reading: { ...WHOLE, run: RUN.id, isWhole: false } }, {}],
    [
      "other_rule",
      "whose addresses an older tieout hashed",
      { reading: { ...WHOLE, isByEmailRule: false } },
      {},
    ],
    [
      "other_rule",
      "that an older tieout read in this very run",
      { reading: { ...WHOLE, run: RUN.id, isByEmailRule: false } },
      {},
    ],
    ["due", "whose turn it is", {}, { isDue: () => true }],
  ] satisfies ReadonlyArray<Case>)("as %s: of a batch %s", (expected, _which, known, policy) => {
    expect(reason(known, policy)).toBe(expected);
    expect(isReused(expected)).toBe(false);
  });
});

describe("details are not read", () => {
  it("of a batch that is final and the same, even less twice by one run", () => {
    expect(reason({})).toBe("unchanged");
    const thisRun = { reading: { ...WHOLE, run: RUN.id } };
    expect(reason(thisRun, { isFull: true, mayChange: () => "not_final" })).toBe("read_by_this_run");
    expect([isReused("unchanged"), isReused("read_by_this_run")]).toEqual([true, true]);
  });
});

describe("the turn of a batch", () => {
  const ids = fc.string({ minLength: 1, maxLength: 20 });
  const everyDays = fc.integer({ min: 1, max: 60 });
  const start = fc.integer({ min: 0, max: 3000 }).map((days) => addDays("2024-01-01", days));

  it("comes on exactly one of so many days in a row", () => {
    fc.assert(
      fc.property(ids, everyDays, start, (id, every, first) => {
        const days = Array.from({ length: every }, (_, index) => addDays(first, index));
        expect(days.filter((day) => isDue(id, "2020-01-01", { day, everyDays: every }))).toHaveLength(1);
      }),
    );
  });

  it("is left out while half of them have not passed since it was read", () => {
    fc.assert(
      fc.property(ids, everyDays, start, (id, every, read) => {
        for (let after = 0; after < every / 2; after += 1)
          expect(isDue(id, read, { day: addDays(read, after), everyDays: every })).toBe(false);
      }),
    );
  });

  it("never lets one and a half times as many days pass without it", () => {
    fc.assert(
      fc.property(ids, everyDays, start, (id, every, read) => {
        let day = addDays(read, 1);
        while (!isDue(id, read, { day, everyDays: every })) day = addDays(day, 1);
        expect(daysBetween(read, day)).toBeLessThan(every * 1.5 + 1);
      }),
    );
  });

  it("does not wait for a day on which it was read by a wrong clock", () => {
    const days = Array.from({ length: 28 }, (_, index) => addDays("2026-11-18", index));
    const due = days.filter((day) => isDue("b1", "2027-11-18", { day, everyDays: 28 }));
    expect(due).toHaveLength(1);
  });

  it("is spread, so that no night carries all", () => {
    const due = Array.from({ length: 2800 }, (_, index) => `batch-${index}`).filter((id) =>
      isDue(id, "2020-01-01", { day: "2026-11-18", everyDays: 28 }),
    );
    expect(due.length).toBeGreaterThan(50);
    expect(due.length).toBeLessThan(200);
  });
});
