import { describe, expect, it } from "vitest";
import type { Settlement, SettlementHeader, Transaction } from "../../src/records.ts";
import { proveSettlement } from "../../src/settlement/prove-settlement.ts";
import { context, settlement, transaction } from "../../src/testing.ts";
import { proveWorld } from "../worlds/settlement-world.ts";

// What these tests prove: every transaction is counted once, where it was settled, and what counts nowhere is named.

const refundRow = (id: string, totalMinor: number, other: Partial<Transaction> = {}): Transaction =>
  transaction(id, { type: "refund", totalMinor, eventId: `refund-${id}`, ...other });

const on = (day: number, rows: readonly Transaction[], header: Partial<SettlementHeader> = {}): Settlement =>
  settlement(rows, {
    id: `b${day}`,
    openedAt: `2026-11-${day}T08:00:00.000Z`,
    closedAt: `2026-11-${day}T22:00:00.000Z`,
    ...header,
  });

const found = (world: readonly Settlement[]): readonly string[] =>
  proveWorld(world)
    .findings.map(({ code, entityId, actual, moneyAtStake }) =>
      [code, entityId, actual?.text ?? "-", moneyAtStake ?? "-"].join(" "),
    )
    .sort();

const capturedIn = (world: readonly Settlement[]): readonly unknown[] =>
  proveWorld(world).rows.map(({ batchId, captured_computed, refunded_computed }) => [
    batchId,
    captured_computed,
    refunded_computed,
  ]);

const codesOf = (rows: readonly Transaction[], header: Partial<SettlementHeader> = {}): readonly string[] =>
  proveSettlement(settlement(rows, header), context())
    .findings.map(({ code }) => code)
    .sort();

describe("a batch that was rejected", () => {
  const sales = [transaction("t1"), transaction("t2", { totalMinor: 500 })];

  it("owns nothing that another batch settled: no duplicate, and no rejection of what was resubmitted", () => {
    const world = [on(10, sales, { status: "rejected" }), on(12, sales)];
    expect(found(world)).toEqual([]);
    expect(capturedIn(world)).toEqual([
      ["b10", 1500n, 0n],
      ["b12", 1500n, 0n],
    ]);
  });

  it("holds what nobody resubmitted", () => {
    expect(found([on(10, sales, { status: "rejected" }), on(12, sales.slice(0, 1))])).toEqual([
      "SETTLEMENT_REJECTED b10 15.00 5.00",
    ]);
  });

  it("makes no duplicate of what two batches in force do not settle both", () => {
    const declined = [transaction("t1", { status: "declined" })];
    expect(found([on(10, declined), on(12, [transaction("t1")])])).toEqual([]);
  });
});

describe("a transaction in two batches in force", () => {
  it("is counted in the one that its batch_id names, and named with its base", () => {
    const sale = transaction("t", { batchId: "b12" });
    const world = [on(10, [sale], { capturedMinor: 0 }), on(12, [sale])];
    expect(found(world)).toEqual(["DUPLICATE_TRANSACTION t b10;b12 10.00"]);
    expect(capturedIn(world)).toEqual([
      ["b10", 0n, 0n],
      ["b12", 1000n, 0n],
    ]);
  });

  it("names no wrong batch where another one lists it too, nor for a refund row", () => {
    const elsewhere = transaction("t", { batchId: "b99" });
    expect(found([on(10, [elsewhere])])).toEqual(["WRONG_BATCH t b99 -"]);
    expect(found([on(10, [elsewhere]), on(12, [elsewhere], { status: "rejected" })])).toEqual([]);
    expect(found([on(10, [refundRow("r", 100, { batchId: "b99" })], { refundedMinor: 100 })])).toEqual([
      "BASIS_ALTERNATIVE b10 - -",
    ]);
  });
});

describe("a refund row", () => {
  it("counts in the batch that lists it, and the sale whose id it bears stays where it is", () => {
    const world = [
      on(10, [transaction("t", { refundedMinor: 300 })], { refundedMinor: 0 }),
      on(17, [refundRow("t", 300)], { refundedMinor: 300 }),
    ];
    expect(capturedIn(world)).toEqual([
      ["b10", 1000n, 0n],
      ["b17", 0n, 300n],
    ]);
    expect(found(world)).toEqual(["BASIS_ALTERNATIVE b10 - -", "BASIS_ALTERNATIVE b17 - -"]);
  });

  it("that stands in two batches counts in the earlier, and is named", () => {
    const row = refundRow("t", 300);
    const world = [
      on(10, [transaction("t")]),
      on(17, [row], { refundedMinor: 300 }),
      on(18, [row], { refundedMinor: 0 }),
    ];
    expect(capturedIn(world)).toEqual([
      ["b10", 1000n, 0n],
      ["b17", 0n, 300n],
      ["b18", 0n, 0n],
    ]);
    expect(found(world)).toContain("DUPLICATE_TRANSACTION t b17;b18 3.00");
  });

  it("exceeds a capture together with the others that bear its id, in whatever batches, copies in void ones aside", () => {
    const parts = (last: Partial<SettlementHeader>) =>
      found([
        on(10, [transaction("t"), refundRow("t", 400, { eventId: "e1" })], { refundedMinor: 400 }),
        on(17, [refundRow("t", 601, { eventId: "e2" })], { refundedMinor: 601, ...last }),
      ]).filter((line) => line.startsWith("REFUND_EXCEEDS_CAPTURE"));
    expect(parts({})).toEqual(["REFUND_EXCEEDS_CAPTURE t 10.01 0.01"]);
    expect(parts({ status: "rejected" })).toEqual([]);
    const together = [transaction("t"), ...["e1", "e2"].map((eventId) => refundRow("t", 600, { eventId }))];
    expect(found([on(10, together, { refundedMinor: 1200 })])).toContain(
      "REFUND_EXCEEDS_CAPTURE t 12.00 2.00",
    );
  });
});

describe("several rows of one transaction", () => {
  const events = [
    transaction("t", {
      type: "auth",
      status: "authorized",
      eventId: "e1",
      createdAt: "2026-11-20T09:00:00.000Z",
    }),
    transaction("t", {
      type: "tip_adjust",
      totalMinor: 1200,
      eventId: "e3",
      createdAt: "2026-11-20T11:00:00.000Z",
    }),
    transaction("t", { type: "capture", eventId: "e2", createdAt: "2026-11-20T10:00:00.000Z" }),
  ];

  it("with events of their own are its history: the last counts, and there is no conflict", () => {
    const proof = proveSettlement(
      settlement(events, { capturedMinor: 1200, transactionCount: 1 }),
      context(),
    );
    expect(proof.rows[0]).toMatchObject({
      captured_computed: 1200n,
      transactionsCaptured: 1,
      unexplained: 0n,
    });
    expect(proof.findings).toEqual([]);
  });

  it("pass over an event that came to nothing, and of equal times take the last listed", () => {
    const failed = transaction("t", {
      totalMinor: 9900,
      status: "declined",
      eventId: "e4",
      createdAt: "2026-11-20T12:00:00.000Z",
    });
    const same = transaction("t", { totalMinor: 1300, eventId: "e5", createdAt: "2026-11-20T11:00:00.000Z" });
    const captured = (rows: readonly Transaction[]) =>
      proveSettlement(settlement(rows), context()).rows[0]?.captured_computed;
    expect(captured([...events, failed])).toBe(1200n);
    expect(captured([...events, same])).toBe(1300n);
    expect(captured([events[0] ?? failed, failed].map((row) => ({ ...row, status: "declined" })))).toBe(0n);
  });

  it("of one event are a conflict, and the first listed counts", () => {
    const rows = [transaction("t"), transaction("t", { totalMinor: 1500 })];
    expect(codesOf(rows, { capturedMinor: 1000, transactionCount: 1 })).toEqual(["CONFLICTING_TRANSACTION"]);
  });
});

describe("one event", () => {
  it("in two transactions that moved money is named on the later, in one batch and in two", () => {
    const twice = (id: string, hour: number) =>
      transaction(id, { eventId: "same", createdAt: `2026-11-20T${hour}:00:00.000Z` });
    const expected = ["DUPLICATE_EVENT a - 10.00"];
    expect(found([on(20, [twice("a", 11), twice("b", 10)])])).toEqual(expected);
    expect(found([on(20, [twice("a", 11)]), on(21, [twice("b", 10)])])).toEqual(expected);
  });

  it("is that of the gateway as well, and none where one of the two moved no money", () => {
    const sale = (id: string, other: Partial<Transaction> = {}) =>
      transaction(id, { eventId: null, gatewayId: "tsys 1", ...other });
    expect(found([on(20, [sale("a"), sale("b")])])).toEqual(["DUPLICATE_EVENT b - 10.00"]);
    expect(found([on(20, [sale("a"), sale("b", { status: "declined" })])])).toEqual([]);
    expect(found([on(20, [sale("a")], { status: "rejected" }), on(21, [sale("b")])]).join()).not.toContain(
      "DUPLICATE",
    );
  });
});

describe("a row of a type that nobody documents", () => {
  it("counts nowhere and is named where money moved by its status, with its size", () => {
    const chargeback = transaction("c", { type: "chargeback", totalMinor: -4200 });
    expect(found([on(20, [transaction("t"), chargeback])])).toEqual(["UNKNOWN_TYPE c chargeback 42.00"]);
    expect(found([on(20, [transaction("t"), { ...chargeback, status: "declined" }])])).toEqual([]);
  });
});

describe("the currency of a batch", () => {
  it("is that of rows that moved money: a declined one in another currency makes no mixed batch", () => {
    const rows = [transaction("t"), transaction("d", { currency: "EUR", status: "declined" })];
    const proof = proveSettlement(settlement(rows), context());
    expect(proof.rows).toMatchObject([{ currency: "USD", transactionsListed: 2, captured_computed: 1000n }]);
    expect(proof.findings).toEqual([]);
  });

  it("is that of all its rows where none moved money", () => {
    const rows = [transaction("d", { currency: "EUR", status: "declined" })];
    expect(proveSettlement(settlement(rows), context()).rows).toMatchObject([{ currency: "EUR" }]);
  });
});
