import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printSummary, readSummary } from "../../src/cache/printed-summary.ts";
import { sharedByBatch, summaryKey } from "../../src/cache/summary-key.ts";
import { type Settlement, shownTexts } from "../../src/records.ts";
import type { ReadingContext } from "../../src/settlement/context.ts";
import { summariseSettlement } from "../../src/settlement/summarise-settlement.ts";
import { context, SETTLING, settlement, sharedTransaction, transaction } from "../../src/testing.ts";
import { BusinessCalendar } from "../../src/time/BusinessCalendar.ts";
import { sharedIn, wildWorld } from "../worlds/settlement-world.ts";

// What these tests prove: a summary that was kept may stand in for reading the rows again exactly as long as its key is the same.

/** Everything of a context that may differ from night to night, or with the configuration. */
const circumstances: fc.Arbitrary<Omit<ReadingContext, "shared">> = fc
  .record({
    book: fc.constantFrom("default", "other"),
    source: fc.constantFrom(SETTLING, { ...SETTLING, title: "Till" }),
    cutoff: fc.constantFrom("00:00", "23:00"),
    asOfDay: fc.constantFrom("2026-11-19", "2026-11-21", "2026-11-23"),
    assumedCurrency: fc.constantFrom(null, "EUR"),
    pendingDaysLimit: fc.constantFrom(1, 3),
    openDaysLimit: fc.constantFrom(2, 5),
  })
  .map(({ cutoff, ...other }) => ({
    ...other,
    refundedAtClose: new Map(),
    calendar: new BusinessCalendar("UTC", cutoff),
  }));

const keyOf = ({ header }: Settlement, world: ReadingContext): string =>
  summaryKey(header, world, sharedByBatch(world.shared).get(header.id) ?? new Map());

describe("the key of a summary", () => {
  it("is another wherever the summary is, whatever changed around the details of the batch", () => {
    const change = fc.record({
      // Only these come from the second draw: two whole draws would seldom be alike enough.
      names: fc.subarray([
        "book",
        "source",
        "calendar",
        "asOfDay",
        "assumedCurrency",
        "pendingDaysLimit",
        "openDaysLimit",
      ]),
      other: circumstances,
      gone: fc.option(fc.nat(5)),
      moreMinor: fc.constantFrom(0, 0, 1),
    });
    fc.assert(
      fc.property(wildWorld, circumstances, change, (world, then, { names, other, gone, moreMinor }) => {
        const changed = Object.fromEntries(Object.entries(other).filter(([name]) => names.includes(name)));
        const worldNow = world
          .filter((_, at) => at !== gone)
          .map(({ header, details }) => ({
            header: { ...header, capturedMinor: header.capturedMinor + moreMinor },
            details,
          }));
        const before = { ...then, shared: sharedIn(world) };
        const after = { ...then, ...changed, shared: sharedIn(worldNow) };
        for (const now of worldNow) {
          const was = world.find(({ header }) => header.id === now.header.id) ?? now;
          if (keyOf(was, before) === keyOf(now, after))
            expect(summariseSettlement(now, after)).toEqual(summariseSettlement(was, before));
        }
      }),
    );
  });

  it("is one text, whatever the order in which a header was read back", () => {
    const shared = new Map([["t1", sharedTransaction("b2", ["b2", "b1"])]]);
    const world = context({ pendingDaysLimit: 4, openDaysLimit: 1, assumedCurrency: "USD" });
    const { id, accountId, ...others } = { ...HEADER, status: "submitted" };
    const key = summaryKey({ id, accountId, ...others }, world, shared);
    expect(key).toMatchInlineSnapshot(
      `"[[["accountId","acc1"],["capturedMinor",0],["closedAt","2026-11-16T22:00:00.000Z"],["id","b1"],["openedAt","2026-11-16T08:00:00.000Z"],["processorBatchId",null],["processorName","TSYS"],["refundedMinor",0],["status","submitted"],["terminalId","term"],["transactionCount",0]],"default","koard","Koard","2026-11-16","USD",["2026-11-21",4,1],null,[["t1",{"batchIds":["b2","b1"],"movedIn":["b2","b1"],"owner":"b2","refundedMinor":0,"hasOwnRow":true,"refundRows":[],"repeatedRefunds":[],"doubleOf":null}]]]"`,
    );
    expect(summaryKey({ ...others, accountId, id }, world, shared)).toBe(key);
  });

  it("stays the same from day to day for a batch that cannot be late, and not for one that can", () => {
    const keyOn = (asOfDay: string, status: string) =>
      keyOf({ header: { ...HEADER, status }, details: null }, context({ asOfDay }));
    for (const status of ["accepted", "Rejected ", "partially_accepted", "held"])
      expect(keyOn("2026-11-22", status)).toBe(keyOn("2026-11-21", status));
    for (const status of ["open", "closed", "submitted"])
      expect(keyOn("2026-11-22", status)).not.toBe(keyOn("2026-11-21", status));
  });
});

describe("a printed summary", () => {
  it("has its members in the order in which findings are compared", () => {
    const batch = settlement([transaction("t1", { refundedMinor: 1200 })], { capturedMinor: 900 });
    expect(printSummary(summariseSettlement(batch, context()))).toMatchInlineSnapshot(
      `"{"businessDate":"2026-11-20","state":"final","groups":[{"currency":"USD","source":"transactions","printable":true,"listed":1,"sums":{"moved":1,"grossMinor":"1000","reversedMinor":"0","refundedOnOriginalMinor":"1200","refundRowsMinor":"0","refundedAtCloseMinor":null}}],"refunds":{"withoutRowMinor":"1200","beyondMinor":"0","ownRowsMinor":"0","isElsewhere":false},"resettled":{"minor":"0","isLeft":true,"moved":1},"causes":{"rows":{"captured":{},"refunded":{}},"parts":[{"cause":"tips","minor":"0"},{"cause":"surcharges","minor":"0"},{"cause":"taxes","minor":"0"},{"cause":"left_out","minor":"0"}]},"findings":[{"source":"koard","entity":"transaction","entityId":"t1","businessDate":"2026-11-20","currency":"USD","expected":{"kind":"amount","text":"10.00"},"actual":{"kind":"amount","text":"12.00"},"moneyAtStake":"2.00","batchIds":["b1"],"code":"REFUND_EXCEEDS_CAPTURE","whatHappened":"12.00 USD was refunded of a capture of 10.00 USD: 2.00 USD too much.","whatToDo":"Find out who refunded it, and claim the excess back or book it."}]}"`,
    );
  });

  it("is one line, and reads back as the summary that it was", () => {
    fc.assert(
      fc.property(wildWorld, (world) => {
        const shared = sharedIn(world);
        for (const settlement of world) {
          const summary = summariseSettlement(settlement, context({ shared }));
          const printed = printSummary(summary);
          expect(printed).not.toContain("\n");
          expect(readSummary(printed)).toEqual(summary);
        }
      }),
    );
  });
});

const HEADER = {
  id: "b1",
  ...shownTexts({}),
  accountId: "acc1",
  terminalId: "term",
  processorName: "TSYS",
  status: "accepted",
  openedAt: "2026-11-16T08:00:00.000Z",
  closedAt: "2026-11-16T22:00:00.000Z",
  transactionCount: 0,
  capturedMinor: 0,
  refundedMinor: 0,
};
