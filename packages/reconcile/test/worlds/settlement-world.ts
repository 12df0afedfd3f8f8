import fc from "fast-check";
import type { Finding } from "../../src/exceptions/finding.ts";
import { type Settlement, shownTexts, type Transaction } from "../../src/records.ts";
import type { SettlementRow } from "../../src/reports/rows.ts";
import { listingsOf } from "../../src/settlement/listings.ts";
import { proveSettlement } from "../../src/settlement/prove-settlement.ts";
import { type SharedTransactions, shareTransactions } from "../../src/settlement/sharing.ts";
import { context, transaction } from "../../src/testing.ts";

/** What a world of settlements is proven to. */
export interface ProvenWorld {
  readonly rows: readonly SettlementRow[];
  readonly findings: readonly Finding[];
}

/** Who counts what, as the close of a night finds it. */
export const sharedIn = (world: readonly Settlement[]): SharedTransactions =>
  shareTransactions(world.flatMap(listingsOf), new Map(world.map(({ header }) => [header.id, header])));

/** Proves every batch of a world, in the order given. */
export const proveWorld = (world: readonly Settlement[]): ProvenWorld => {
  const shared = sharedIn(world);
  const proofs = world.map((settlement) => proveSettlement(settlement, context({ shared })));
  return { rows: proofs.flatMap(({ rows }) => rows), findings: proofs.flatMap(({ findings }) => findings) };
};

/** One transaction as it was made, with what it adds to its batch: known without the code under test. */
interface Made {
  readonly cells: Partial<Transaction>;
  readonly captured: number;
  readonly refunded: number;
}

const amount = fc.integer({ min: 100, max: 5_000_000 });

const made: fc.Arbitrary<Made> = fc.oneof(
  amount.map((totalMinor) => ({ cells: { totalMinor }, captured: totalMinor, refunded: 0 })),
  amount.map((totalMinor) => ({
    cells: { totalMinor, status: "captured", type: null },
    captured: totalMinor,
    refunded: 0,
  })),
  fc.tuple(amount, fc.nat(100)).map(([totalMinor, refundedMinor]) => ({
    cells: { totalMinor, refundedMinor },
    captured: totalMinor,
    refunded: refundedMinor,
  })),
  amount.map((totalMinor) => ({
    cells: { totalMinor, refundedMinor: totalMinor, status: "refunded" },
    captured: totalMinor,
    refunded: totalMinor,
  })),
  fc.tuple(amount, fc.integer({ min: 1, max: 99 })).map(([totalMinor, reversedMinor]) => ({
    cells: { totalMinor, reversedMinor },
    captured: totalMinor - reversedMinor,
    refunded: 0,
  })),
  amount.map((totalMinor) => ({
    cells: { totalMinor, reversedMinor: totalMinor },
    captured: 0,
    refunded: 0,
  })),
  fc
    .tuple(amount, fc.constantFrom("declined", "pending", "authorized", "error", "canceled"))
    .map(([totalMinor, status]) => ({
      cells: { totalMinor, status },
      captured: 0,
      refunded: 0,
    })),
);

/** A world of accepted batches that all add up: no finding at all is right for it. */
export const soundWorld: fc.Arbitrary<readonly Settlement[]> = fc
  .array(
    fc.record({
      currency: fc.constantFrom("USD", "JPY", "KWD"),
      rows: fc.array(made, { minLength: 2, maxLength: 6 }),
      day: fc.integer({ min: 10, max: 20 }),
      account: fc.constantFrom("acc1", "acc2"),
    }),
    {
      minLength: 2,
      maxLength: 6,
    },
  )
  .map((batches) =>
    batches.map(({ currency, rows, day, account }, at) => {
      const id = `b${at}`;
      return {
        header: {
          id,
          ...shownTexts({}),
          accountId: account,
          terminalId: `term-${account}`,
          processorName: "TSYS",
          status: "accepted",
          openedAt: `2026-11-${day}T08:00:00.000Z`,
          closedAt: `2026-11-${day}T22:00:00.000Z`,
          transactionCount: rows.length,
          capturedMinor: rows.reduce((sum, { captured }) => sum + captured, 0),
          refundedMinor: rows.reduce((sum, { refunded }) => sum + refunded, 0),
        },
        details: {
          rows: rows.map(({ cells }, n) => transaction(`${id}-t${n}`, { currency, batchId: id, ...cells })),
          invalid: [],
        },
      };
    }),
  );

const anyTransaction = fc.record({
  currency: fc.constantFrom("USD", "USD", "USD", "EUR", "JPY", "XTS", ""),
  type: fc.constantFrom(null, "sale", "refund", "reverse", "verification"),
  status: fc.constantFrom(null, "settled", "captured", "refunded", "declined", "pending", "held"),
  statusReason: fc.constantFrom(null, "partial_approval"),
  totalMinor: fc.integer({ min: -1000, max: 100_000 }),
  refundedMinor: fc.option(fc.nat(100_000)),
  reversedMinor: fc.option(fc.nat(100_000)),
  authorizedMinor: fc.option(fc.nat(100_000)),
});

/**
 * A world in which anything may be wrong except that a transaction differs from itself: up to twenty
 * transactions, each listed in any batches, any number of times.
 */
export const wildWorld: fc.Arbitrary<readonly Settlement[]> = fc
  .record({
    transactions: fc.array(anyTransaction, { minLength: 1, maxLength: 20 }),
    batches: fc.array(
      fc.record({
        listed: fc.array(fc.nat(19), { maxLength: 10 }),
        day: fc.integer({ min: 10, max: 20 }),
        account: fc.constantFrom("acc1", "acc2"),
        status: fc.constantFrom("accepted", "closed", "open", "rejected", "partially_accepted", "settling"),
        capturedMinor: fc.nat(100_000),
        refundedMinor: fc.nat(1000),
        count: fc.nat(10),
        isUnavailable: fc.integer({ min: 0, max: 9 }).map((draw) => draw === 0),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  })
  .map(({ transactions, batches }) =>
    batches.map(
      ({ listed, day, account, status, capturedMinor, refundedMinor, count, isUnavailable }, at) => ({
        header: {
          id: `b${at}`,
          ...shownTexts({}),
          accountId: account,
          terminalId: "term",
          processorName: "TSYS",
          status,
          openedAt: `2026-11-${day}T08:00:00.000Z`,
          closedAt: status === "open" ? null : `2026-11-${day}T22:00:00.000Z`,
          transactionCount: count,
          capturedMinor,
          refundedMinor,
        },
        details: isUnavailable
          ? null
          : {
              rows: listed.flatMap((n) => {
                const cells = transactions[n % transactions.length];
                return cells === undefined ? [] : [transaction(`t${n % transactions.length}`, cells)];
              }),
              invalid: [],
            },
      }),
    ),
  );
