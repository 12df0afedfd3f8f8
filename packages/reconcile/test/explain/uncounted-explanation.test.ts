import { expect, it } from "vitest";
import { explainUncounted } from "../../src/explain/uncounted-explanation.ts";
import type { Settlement } from "../../src/records.ts";
import type { ProcessorConvention } from "../../src/settlement/bases.ts";
import { countedBatches } from "../../src/settlement/prove-batches.ts";
import { summariseSettlement } from "../../src/settlement/summarise-settlement.ts";
import { context, settlement, transaction } from "../../src/testing.ts";
import { sharedIn } from "../worlds/settlement-world.ts";

const REFUND_ROWS: ProcessorConvention = { captured: null, refunded: "refund_rows" };

const explained = (world: readonly Settlement[], convention: ProcessorConvention) => {
  const shared = sharedIn(world);
  const batches = world.map((one) => ({
    header: one.header,
    summary: summariseSettlement(one, context({ shared })),
  }));
  return explainUncounted([...countedBatches(batches, new Map([["TSYS", convention]]))], "USD");
};

const refund = (id: string, totalMinor: number) => transaction(id, { type: "refund", totalMinor });

it("says of each batch what it refunds that no total counts, and what accounts for it", () => {
  const { records, arithmetic } = explained(
    [
      settlement([transaction("t1", { totalMinor: 5000, refundedMinor: 700 })], {
        id: "b1",
        refundedMinor: 0,
      }),
      settlement([transaction("t2", { totalMinor: 5000 }), refund("r1", 200)], {
        id: "b2",
        refundedMinor: 200,
      }),
      settlement([transaction("t3")], { id: "b3", refundedMinor: 0 }),
    ],
    REFUND_ROWS,
  );
  expect(records.map(({ id, says }) => [id, ...says])).toEqual([
    ["b1", "status accepted", "refunds counted refund_rows", "refunded 0.00 USD as declared"],
    ["b2", "status accepted", "refunds counted refund_rows", "refunded 2.00 USD as declared"],
  ]);
  expect(arithmetic).toEqual([
    "batch b1: 7.00 USD refunded on originals, in no refund row that bears their id",
    "batch b2: 2.00 USD given by refund rows with ids of their own",
    "7.00 USD on originals − 2.00 USD in refund rows of their own, at least nothing, + 0.00 USD in rows beyond originals = 5.00 USD",
  ]);
});

it("says what refund rows give beyond their originals where originals are counted", () => {
  const rows = [
    transaction("t", { totalMinor: 5000, refundedMinor: 700 }),
    refund("t", 900),
    refund("r", 50),
  ];
  const { arithmetic } = explained([settlement(rows, { refundedMinor: 700 })], {
    captured: null,
    refunded: null,
  });
  expect(arithmetic).toEqual([
    "batch b1: 0.50 USD given by refund rows with ids of their own; 2.50 USD given by refund rows beyond what is refunded on originals",
    "0.00 USD on originals − 0.50 USD in refund rows of their own, at least nothing, + 2.50 USD in rows beyond originals = 2.50 USD",
  ]);
});
