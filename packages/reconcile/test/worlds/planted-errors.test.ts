import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMinor } from "../../src/money/format-minor.ts";
import type { Settlement, SettlementHeader, Transaction } from "../../src/records.ts";
import { movedMoney } from "../../src/settlement/moved-money.ts";
import { invalidRecord, transaction } from "../../src/testing.ts";
import { proveWorld, soundWorld } from "./settlement-world.ts";

/** What a fault makes of a world, and all that must then be said: code, entity id and money at stake. */
interface Planted {
  readonly world: readonly Settlement[];
  readonly said: readonly string[];
}

/** Plants a fault in the batch at `at`, or in it and the one after it. */
type Fault = (world: readonly Settlement[], at: number, size: number) => Planted;

const pick = (world: readonly Settlement[], at: number): Settlement => {
  const settlement = world[at % world.length];
  if (settlement === undefined) throw new Error("an empty world");
  return settlement;
};

const rowsIn = ({ details }: Settlement): readonly Transaction[] => details?.rows ?? [];
const currencyOf = (batch: Settlement): string => rowsIn(batch)[0]?.currency ?? "USD";

const swap = (world: readonly Settlement[], before: Settlement, after: Settlement): readonly Settlement[] =>
  world.map((settlement) => (settlement === before ? after : settlement));

const withHeader = (batch: Settlement, header: Partial<SettlementHeader>): Settlement => ({
  ...batch,
  header: { ...batch.header, ...header },
});

/** The batch with another row, declared along with it. */
const withRow = (
  batch: Settlement,
  cells: Partial<Transaction>,
  captured: number,
  refunded = 0,
): Settlement => {
  const row = transaction(`${batch.header.id}-planted`, {
    currency: currencyOf(batch),
    batchId: batch.header.id,
    ...cells,
  });
  return {
    header: {
      ...batch.header,
      transactionCount: batch.header.transactionCount + 1,
      capturedMinor: batch.header.capturedMinor + captured,
      refundedMinor: batch.header.refundedMinor + refunded,
    },
    details: { rows: [...rowsIn(batch), row], invalid: [] },
  };
};

const inHeader =
  (
    change: (header: SettlementHeader, size: number) => Partial<SettlementHeader>,
    say: (batch: Settlement, size: number) => string,
  ): Fault =>
  (world, at, size) => {
    const batch = pick(world, at);
    return {
      world: swap(world, batch, withHeader(batch, change(batch.header, size))),
      said: [say(batch, size)],
    };
  };

const inRow =
  (
    plant: (batch: Settlement, size: number) => Settlement,
    say: (id: string, batch: Settlement, size: number) => readonly string[],
  ): Fault =>
  (world, at, size) => {
    const batch = pick(world, at);
    return {
      world: swap(world, batch, plant(batch, size)),
      said: say(`${batch.header.id}-planted`, batch, size),
    };
  };

const money = (batch: Settlement, minor: number): string => formatMinor(BigInt(minor), currencyOf(batch));
const captured = (batch: Settlement): string => money(batch, batch.header.capturedMinor);

/** Larger than anything a sound batch holds, so that no basis matches by accident. */
const FAR = 10 ** 9;

const FAULTS: Readonly<Record<string, Fault>> = {
  "captured-mismatch": inHeader(
    ({ capturedMinor }, size) => ({ capturedMinor: capturedMinor + FAR + size }),
    (batch, size) => `CAPTURED_MISMATCH ${batch.header.id} ${money(batch, FAR + size)}`,
  ),
  "refunded-mismatch": inHeader(
    ({ refundedMinor }, size) => ({ refundedMinor: refundedMinor + FAR + size }),
    (batch, size) => `REFUNDED_MISMATCH ${batch.header.id} ${money(batch, FAR + size)}`,
  ),
  "partially-accepted": inHeader(
    () => ({ status: "partially_accepted" }),
    (batch) => `PARTIALLY_ACCEPTED ${batch.header.id} ${captured(batch)}`,
  ),
  "unknown-batch-status": inHeader(
    () => ({ status: "settling" }),
    (batch) => `UNKNOWN_STATUS ${batch.header.id} -`,
  ),
  overdue: inHeader(
    () => ({ status: "submitted", closedAt: "2026-11-17T23:59:59.999Z" }),
    (batch) => `SETTLEMENT_OVERDUE ${batch.header.id} ${captured(batch)}`,
  ),
  "open-too-long": inHeader(
    () => ({ status: "open", closedAt: null, openedAt: "2026-11-18T23:59:59.999Z" }),
    (batch) => `OPEN_TOO_LONG ${batch.header.id} ${captured(batch)}`,
  ),
  truncated: inHeader(
    ({ transactionCount }, size) => ({ transactionCount: transactionCount + size }),
    (batch) => `DETAILS_TRUNCATED ${batch.header.id} -`,
  ),
  "refund-exceeds": inRow(
    (batch, size) => withRow(batch, { totalMinor: 500, refundedMinor: 500 + size }, 500, 500 + size),
    (id, batch, size) => [`REFUND_EXCEEDS_CAPTURE ${id} ${money(batch, size)}`],
  ),
  "partial-approval": inRow(
    (batch, size) =>
      withRow(
        batch,
        { totalMinor: 3200 + size, statusReason: "partial_approval", authorizedMinor: 3200 },
        3200,
      ),
    (id, batch, size) => [`PARTIAL_APPROVAL ${id} ${money(batch, size)}`],
  ),
  "unknown-status": inRow(
    (batch) => withRow(batch, { status: "held" }, 0),
    (id) => [`UNKNOWN_STATUS ${id} -`],
  ),
  "wrong-batch": inRow(
    (batch) => withRow(batch, { batchId: "elsewhere" }, 1000),
    (id) => [`WRONG_BATCH ${id} -`],
  ),
  conflict: inRow(
    (batch, size) => {
      const once = withRow(batch, { totalMinor: 1000 }, 1000);
      const again = transaction(`${batch.header.id}-planted`, {
        currency: currencyOf(batch),
        batchId: batch.header.id,
        totalMinor: 1000 + size,
      });
      return { ...once, details: { rows: [...rowsIn(once), again], invalid: [] } };
    },
    (id, batch, size) => [`CONFLICTING_TRANSACTION ${id} ${money(batch, 1000 + size)}`],
  ),
  "mixed-currency": inRow(
    (batch) =>
      withRow(withRow(batch, { id: `${batch.header.id}-own`, eventId: null }, 1000), { currency: "EUR" }, 0),
    (_, batch) => [`MIXED_CURRENCY ${batch.header.id} -`],
  ),
  "invalid-record": inRow(
    (batch) => ({
      ...batch,
      details: { rows: rowsIn(batch).slice(1), invalid: [invalidRecord(`${batch.header.id}-planted`)] },
    }),
    (id) => [`INVALID_RECORD ${id} -`],
  ),
  unavailable: inRow(
    (batch) => ({ ...batch, details: null }),
    (_, batch) => [`DETAIL_UNAVAILABLE ${batch.header.id} -`],
  ),
  duplicate: (world, at) => {
    const batch = withRow(pick(world, at), { totalMinor: 1000 }, 1000);
    const other = pick(world, at + 1);
    const both: Settlement = {
      header: { ...other.header, transactionCount: other.header.transactionCount + 1 },
      details: { rows: [...rowsIn(other), ...rowsIn(batch).slice(-1)], invalid: [] },
    };
    // The second batch may be in another currency; the copy is listed there all the same.
    const isMixed = currencyOf(other) !== currencyOf(batch) && rowsIn(other).some(movedMoney);
    const mixed = isMixed ? [`MIXED_CURRENCY ${other.header.id} -`] : [];
    return {
      world: swap(swap(world, pick(world, at), batch), other, both),
      said: [`DUPLICATE_TRANSACTION ${batch.header.id}-planted ${money(batch, 1000)}`, ...mixed],
    };
  },
  rejected: inRow(
    (batch) => withHeader(withRow(batch, {}, 1000), { status: "rejected" }),
    (_, batch) => [
      `SETTLEMENT_REJECTED ${batch.header.id} ${money(batch, batch.header.capturedMinor + 1000)}`,
    ],
  ),
  "count-mismatch": inRow(
    (batch) => withHeader(withRow(batch, { status: "declined" }, 0), { transactionCount: 0 }),
    (_, batch) => (rowsIn(batch).length === 0 ? [] : [`COUNT_MISMATCH ${batch.header.id} -`]),
  ),
};

describe("a planted error is found with its entity and amount, and nothing else is accused", () => {
  it.each(Object.keys(FAULTS))("%s", (name) => {
    fc.assert(
      fc.property(soundWorld, fc.nat(5), fc.integer({ min: 1, max: 99 }), (sound, at, size) => {
        const planted = FAULTS[name]?.(sound, at, size);
        // A count of none is right for a batch in which nothing was captured.
        fc.pre(name !== "count-mismatch" || pick(sound, at).header.capturedMinor > 0);
        if (planted === undefined) throw new Error(`no fault is called ${name}`);
        const said = proveWorld(planted.world).findings.map(
          ({ code, entityId, moneyAtStake }) => `${code} ${entityId} ${moneyAtStake ?? "-"}`,
        );
        expect(said.toSorted()).toEqual(planted.said.toSorted());
      }),
      { numRuns: 60 },
    );
  });
});
