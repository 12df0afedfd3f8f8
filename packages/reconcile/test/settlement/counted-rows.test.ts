import { expect, it } from "vitest";
import type { Transaction } from "../../src/records.ts";
import { countedRows } from "../../src/settlement/counted-rows.ts";
import { context, invalidRecord, settlement, transaction } from "../../src/testing.ts";

const row = (id: string, other: Partial<Transaction> = {}): Transaction => transaction(id, other);

it("says in one word why a row counts nowhere", () => {
  const first = row("event", { eventId: "e1", totalMinor: 500, createdAt: "2026-11-16T08:00:00.000Z" });
  const rows: ReadonlyArray<readonly [Transaction, string | null]> = [
    [row("sale"), null],
    [row("sale"), "repeat"],
    [row("declined", { status: "declined" }), "declined"],
    [row("held", { status: "held" }), "unknown_status"],
    [row("fee", { type: "chargeback" }), "unknown_type"],
    [row("check", { type: "verification" }), "verification"],
    [row("reversed", { reversedMinor: 1000 }), "reversed"],
    [first, "history"],
    [row("event", { eventId: "e2", totalMinor: 600, createdAt: "2026-11-16T09:00:00.000Z" }), null],
    [row("twice", { eventId: "e1" }), null],
    [row("twice", { eventId: "e1", totalMinor: 900 }), "conflict"],
    [row("sale", { type: "refund", totalMinor: -700 }), null],
    [row("sale", { type: "refund", status: "pending" }), "pending"],
    [row("sale", { type: "reverse" }), "reversal"],
    [row("elsewhere"), "other_batch"],
  ];
  const shared = new Map([
    [
      "elsewhere",
      {
        ...{ batchIds: ["b0", "b1"], movedIn: ["b0", "b1"], owner: "b0", refundedMinor: 0, hasOwnRow: true },
        ...{ refundRows: [], repeatedRefunds: [], doubleOf: null },
      },
    ],
  ]);
  const batch = settlement(
    rows.map(([one]) => one),
    {},
    [invalidRecord("broken")],
  );
  const { rows: counted } = countedRows(
    { ...batch, header: { ...batch.header, id: "b1" } },
    context({ shared }),
  );
  expect(counted.map(({ transactionId, reason }) => [transactionId, reason])).toEqual([
    ...rows.map(([{ id }, reason]) => [id, reason]),
    ["broken", "invalid"],
  ]);
  // A refund counts by its size; what is listed of a row that counts nowhere is shown as listed.
  expect(counted.filter((one) => one.counted === "refund").map((one) => one.totalMinor)).toEqual([700]);
  expect(counted.at(-1)?.position).toBe(16);
});
