import { identifierOf, KIND, placeOf } from "../world/identifiers.ts";
import type { Row } from "./rows.ts";
import type { SettlementWorld } from "./SettlementWorld.ts";
import type { Site } from "./sites.ts";
import { gatewayIdOf, readerOf, transactionBody } from "./wire.ts";

/** Which transactions are asked for; conditions that are absent hold for all. */
export interface Conditions {
  readonly batchId?: string | undefined;
  readonly transactionId?: string | undefined;
  readonly eventId?: string | undefined;
  readonly gatewayTransactionId?: string | undefined;
  /** What a terminal or its account must be; looked at before any of its transactions is made. */
  readonly isSite?: (site: Site) => boolean;
  /** What a transaction must be. Absent: all, which lets pages be skipped without making them. */
  readonly isRow?: ((row: Row) => boolean) | undefined;
  readonly order: "asc" | "desc";
}

/** One page of transactions, and how many there are over all pages. */
export interface Selection {
  readonly rows: readonly Row[];
  readonly total: number;
}

interface Group {
  readonly count: number;
  readonly rows: () => readonly Row[];
}

const groupOf = (world: SettlementWorld, ordinal: number, order: Conditions["order"]): Group => ({
  count: world.count(ordinal),
  rows: () => {
    const rows = [...world.rows(ordinal)];
    return order === "desc" ? rows.toReversed() : rows;
  },
});

const rowsWithoutBatch = (world: SettlementWorld): readonly Row[] =>
  [...world.writes.movedInto(null)].map(({ origin, index }) => world.row(origin, index));

// One transaction named by an identifier is found by it, not by looking through all others.
const named = (world: SettlementWorld, conditions: Conditions): Row | undefined => {
  const { transactionId, eventId, gatewayTransactionId } = conditions;
  if (transactionId !== undefined) return world.findRow(transactionId);
  if (eventId !== undefined) {
    const written = world.writes.done(eventId);
    if (written !== undefined) return world.findRow(written.transactionId);
    const place = placeOf(world.shape.seed, KIND.event, eventId.toLowerCase());
    return place && world.findRow(identifierOf(world.shape.seed, KIND.transaction, { ...place, version: 0 }));
  }
  const parts = /^([0-9A-Z]{5,})([0-9A-Z]{5})$/.exec(gatewayTransactionId ?? "");
  if (parts === null) return undefined;
  const [ordinal, row] = [Number.parseInt(parts[1] ?? "", 36), Number.parseInt(parts[2] ?? "", 36)];
  return world.findRow(identifierOf(world.shape.seed, KIND.transaction, { ordinal, row }));
};

const isNamed = ({ transactionId, eventId, gatewayTransactionId }: Conditions): boolean =>
  transactionId !== undefined || eventId !== undefined || gatewayTransactionId !== undefined;

const holds = (world: SettlementWorld, conditions: Conditions, row: Row): boolean => {
  const { batchId, eventId, gatewayTransactionId, isSite, isRow } = conditions;
  const batch = world.batchOf(row);
  if (batchId !== undefined && (batch === null || world.batchId(batch) !== batchId)) return false;
  if (gatewayTransactionId !== undefined && gatewayIdOf(row) !== gatewayTransactionId) return false;
  if (eventId !== undefined && world.writes.done(eventId) === undefined) {
    if (transactionBody(world, row).event_id !== eventId.toUpperCase()) return false;
  }
  return (isSite?.(world.plan(row.origin).site) ?? true) && (isRow?.(row) ?? true);
};

function* groups(world: SettlementWorld, conditions: Conditions): Generator<Group> {
  const { batchId, isSite, order } = conditions;
  if (batchId !== undefined) {
    const ordinal = world.ordinalOf(batchId);
    if (ordinal !== undefined) yield groupOf(world, ordinal, order);
    return;
  }
  const ordinals = [...world.ordinals()];
  for (const ordinal of order === "desc" ? ordinals : ordinals.toReversed()) {
    if (isSite?.(world.plan(ordinal).site) ?? true) yield groupOf(world, ordinal, order);
  }
  const loose = rowsWithoutBatch(world);
  yield { count: loose.length, rows: () => loose };
}

/**
 * One page of the transactions that meet all conditions.
 *
 * In the order of their batches and, within a batch, of their beginning: Koard promises no order. Batches that a
 * page skips whole are counted, not made, so that a deep page costs little.
 */
export const select = (
  world: SettlementWorld,
  conditions: Conditions,
  offset: number,
  limit: number,
): Selection => {
  if (isNamed(conditions)) {
    const row = named(world, conditions);
    const found = row !== undefined && holds(world, conditions, row) ? [row] : [];
    return { rows: found.slice(offset, offset + limit), total: found.length };
  }
  const rows: Row[] = [];
  let total = 0;
  // A batch may hold transactions of another terminal that were moved into it, so each is looked at once more.
  const isPlain = conditions.isRow === undefined && conditions.isSite === undefined;
  for (const group of groups(world, conditions)) {
    if (isPlain && (total + group.count <= offset || rows.length === limit)) {
      total += group.count;
      continue;
    }
    for (const row of group.rows()) {
      if (!isPlain && !holds(world, conditions, row)) continue;
      if (total >= offset && rows.length < limit) rows.push(row);
      total++;
    }
  }
  return { rows, total };
};

/** Whether a terminal is the one that reads cards on `reader`. */
export const hasReader = (reader: string) => (site: Site) => readerOf(site) === reader;
