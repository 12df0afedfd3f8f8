import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Settlement, shownTexts } from "../../src/records.ts";
import type { ProofContext } from "../../src/settlement/context.ts";
import { printProof, readProof } from "../../src/settlement/printed-proof.ts";
import { proofBasis, sharedByBatch } from "../../src/settlement/proof-basis.ts";
import { proveSettlement } from "../../src/settlement/prove-settlement.ts";
import { BusinessCalendar } from "../../src/time/BusinessCalendar.ts";
import { context, settlement, transaction } from "../records.ts";
import { sharedIn, wildWorld } from "../worlds/settlement-world.ts";

// What these tests prove: a proof that was kept may stand in for proving again exactly as long as its basis is the same.

/** Everything of a context that may differ from night to night, or with the configuration. */
const circumstances: fc.Arbitrary<Omit<ProofContext, "shared">> = fc
  .record({
    book: fc.constantFrom("default", "other"),
    cutoff: fc.constantFrom("00:00", "23:00"),
    asOfDay: fc.constantFrom("2026-11-19", "2026-11-21", "2026-11-23"),
    assumedCurrency: fc.constantFrom(null, "EUR"),
    pendingDaysLimit: fc.constantFrom(1, 3),
    openDaysLimit: fc.constantFrom(2, 5),
  })
  .map(({ cutoff, ...other }) => ({ ...other, calendar: new BusinessCalendar("UTC", cutoff) }));

const basisOf = ({ header }: Settlement, world: ProofContext): string =>
  proofBasis(header, world, sharedByBatch(world.shared).get(header.id) ?? new Map());

describe("the basis of a proof", () => {
  it("is another wherever the proof is, whatever changed around the details of the batch", () => {
    const change = fc.record({
      // Only these come from the second draw: two whole draws would seldom be alike enough.
      names: fc.subarray([
        "book",
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
          if (basisOf(was, before) === basisOf(now, after))
            expect(proveSettlement(now, after)).toEqual(proveSettlement(was, before));
        }
      }),
    );
  });

  it("is one text, whatever the order in which a header was read back", () => {
    const shared = new Map([["t1", { owner: "b2", batchIds: ["b2", "b1"] }]]);
    const world = context({ pendingDaysLimit: 4, openDaysLimit: 1, assumedCurrency: "USD" });
    const { id, processorBatchId, ...others } = { ...HEADER, status: "submitted" };
    const basis = proofBasis({ id, processorBatchId, ...others }, world, shared);
    expect(basis).toMatchInlineSnapshot(
      `"[[["accountId","acc1"],["capturedMinor",0],["closedAt","2026-11-16T22:00:00.000Z"],["id","b1"],["openedAt","2026-11-16T08:00:00.000Z"],["processorBatchId",null],["processorName","TSYS"],["refundedMinor",0],["status","submitted"],["terminalId","term"],["transactionCount",0]],"default","2026-11-16","USD",["2026-11-21",4,1],[["t1",{"owner":"b2","batchIds":["b2","b1"]}]]]"`,
    );
    expect(proofBasis({ ...others, processorBatchId, id }, world, shared)).toBe(basis);
  });

  it("stays the same from day to day for a batch that cannot be late, and not for one that can", () => {
    const basisOn = (asOfDay: string, status: string) =>
      basisOf({ header: { ...HEADER, status }, details: null }, context({ asOfDay }));
    for (const status of ["accepted", "Rejected ", "partially_accepted", "held"])
      expect(basisOn("2026-11-22", status)).toBe(basisOn("2026-11-21", status));
    for (const status of ["open", "closed", "submitted"])
      expect(basisOn("2026-11-22", status)).not.toBe(basisOn("2026-11-21", status));
  });
});

describe("a printed proof", () => {
  it("has its members in the order in which findings are compared", () => {
    const batch = settlement([transaction("t1", { refundedMinor: 1200 })], { capturedMinor: 900 });
    expect(printProof(proveSettlement(batch, context()))).toMatchInlineSnapshot(
      `"{"rows":[{"book":"default","businessDate":"2026-11-20","batchId":"b1","processorBatchId":"0017","accountId":"acc","terminalId":"term","processorName":"TSYS","status":"accepted","state":"final","currency":"USD","currencySource":"transactions","openedAt":"2026-11-20T08:00:00.000Z","closedAt":"2026-11-20T22:04:05.120Z","transactionsDeclared":1,"transactionsListed":1,"transactionsCaptured":1,"capturedBasis":"none","refundedBasis":"on_original","captured_declared":"900","captured_computed":"1000","captured_difference":"-100","refunded_declared":"1200","refunded_computed":"1200","refunded_difference":"0","net_declared":"-300","net_computed":"-200","unexplained":"-100","exceptions":0}],"findings":[{"source":"koard","entity":"batch","entityId":"b1","businessDate":"2026-11-20","currency":"USD","expected":{"kind":"amount","text":"10.00"},"actual":{"kind":"amount","text":"9.00"},"moneyAtStake":"1.00","batchIds":["b1"],"code":"CAPTURED_MISMATCH","whatHappened":"Koard declares 9.00 USD captured, the rows add up to 10.00 USD: a difference of -1.00 USD on every basis tried.","whatToDo":"Compare the batch with the processor's statement, and ask Koard for the rows behind the difference."},{"source":"koard","entity":"transaction","entityId":"t1","businessDate":"2026-11-20","currency":"USD","expected":{"kind":"amount","text":"10.00"},"actual":{"kind":"amount","text":"12.00"},"moneyAtStake":"2.00","batchIds":["b1"],"code":"REFUND_EXCEEDS_CAPTURE","whatHappened":"12.00 USD was refunded of a capture of 10.00 USD: 2.00 USD too much.","whatToDo":"Find out who refunded it, and claim the excess back or book it."}]}"`,
    );
  });

  it("is one line, and reads back as the proof that it was", () => {
    fc.assert(
      fc.property(wildWorld, (world) => {
        const shared = sharedIn(world);
        for (const settlement of world) {
          const proof = proveSettlement(settlement, context({ shared }));
          const printed = printProof(proof);
          expect(printed).not.toContain("\n");
          expect(readProof(printed)).toEqual(proof);
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
