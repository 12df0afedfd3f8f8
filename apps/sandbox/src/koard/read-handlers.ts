import { type Fields, flagIn, numberIn, textIn, textsIn } from "../http/fields.ts";
import type { Call, Handlers } from "../http/handler.ts";
import { json, jsonWithRows, Refused } from "../http/reply.ts";
import { shownOf } from "./changes.ts";
import { historyOf } from "./history.ts";
import { envelope, pageIn, pageOf, readPage } from "./pages.ts";
import { minutesInto } from "./plan.ts";
import type { SettlementWorld } from "./SettlementWorld.ts";
import { type Conditions, hasReader, select } from "./selection.ts";
import type { Site } from "./sites.ts";
import { shownBatch, shownTransaction, transactionBody } from "./wire.ts";

const unknownBatch = (): Refused => new Refused(404, "Batch not found for the given account");

/** The batch that a path names; 404 where there is none on this night. */
export const batchIn = (world: SettlementWorld, path: Fields): number => {
  const ordinal = world.ordinalOf(textIn(path, "batch_id") ?? "");
  if (ordinal === undefined) throw unknownBatch();
  return ordinal;
};

/** The transaction that a path names; 404 where there is none on this night. */
export const transactionIn = (world: SettlementWorld, path: Fields) => {
  const row = world.findRow(textIn(path, "transaction_id") ?? "");
  if (row === undefined) throw new Refused(404, "Transaction not found for the given account");
  return row;
};

const siteIn = (fields: Fields): ((site: Site) => boolean) | undefined => {
  const wanted: readonly (readonly [string, (site: Site) => string])[] = [
    ["account_id", (site) => site.accountId],
    ["mid", (site) => site.accountId],
    ["tid", (site) => site.terminalId],
    ["terminal_id", (site) => site.terminalId],
    ["location_id", (site) => site.locationId],
    ["processor_config_id", (site) => site.processorConfigId],
  ];
  const asked = wanted.flatMap(([name, of]) => {
    const value = textIn(fields, name);
    return value === undefined ? [] : [(site: Site) => of(site) === value];
  });
  const reader = textIn(fields, "reader_identifier");
  if (reader !== undefined) asked.push(hasReader(reader));
  return asked.length === 0 ? undefined : (site) => asked.every((holds) => holds(site));
};

const conditionsIn = (fields: Fields, order: Conditions["order"]): Conditions => {
  const isSite = siteIn(fields);
  return {
    batchId: textIn(fields, "batch_id"),
    transactionId: textIn(fields, "transaction_id"),
    eventId: textIn(fields, "event_id"),
    gatewayTransactionId: textIn(fields, "gateway_transaction_id"),
    ...(isSite === undefined ? {} : { isSite }),
    order,
  };
};

// Conditions on a transaction itself; `undefined` where none is given, so that pages can be skipped unmade.
const rowConditions = (world: SettlementWorld, body: Fields): Conditions["isRow"] => {
  const number = (name: string, fallback: number): number => numberIn(body, name) ?? fallback;
  const [start, end] = [number("start_date", -Infinity), number("end_date", Infinity)];
  const [min, max] = [number("min_amount", -Infinity), number("max_amount", Infinity)];
  const [statuses, types] = [textsIn(body, "status"), textsIn(body, "transaction_type")];
  const shown = ["card_brand", "payment_method"] as const;
  const asked = [
    "start_date",
    "end_date",
    "min_amount",
    "max_amount",
    ...shown,
    "card_number",
    "search_term",
  ];
  if (statuses === undefined && types === undefined && asked.every((name) => (body[name] ?? null) === null))
    return undefined;
  return (row) => {
    if (row.createdAtMs < start || row.createdAtMs > end || row.total < min || row.total > max) return false;
    if (statuses?.includes(row.status) === false || types?.includes(row.type) === false) return false;
    const wire = transactionBody(world, row);
    if (shown.some((name) => textIn(body, name) !== undefined && textIn(body, name) !== wire[name]))
      return false;
    const [card, term] = [textIn(body, "card_number"), textIn(body, "search_term")];
    if (card !== undefined && !wire.card.endsWith(card.slice(-4))) return false;
    return term === undefined || JSON.stringify(wire).includes(term);
  };
};

/** What lists hold back. */
export interface ListLimits {
  /** The most batches or transactions on a page. */
  readonly mostRows: number;
  /** The list of batches has none that was closed more days ago; 0 for all. */
  readonly listDays: number;
}

const isListed = (world: SettlementWorld, ordinal: number, { listDays }: ListLimits): boolean => {
  const { closedAtMs } = world.state(ordinal);
  const oldestMs = minutesInto(world.shape, world.night - 1 - listDays, 0);
  return listDays === 0 || closedAtMs === null || closedAtMs >= oldestMs;
};

const listBatches = (world: SettlementWorld, { query, pageFault }: Call, limits: ListLimits) => {
  const page = pageIn(query, 50, limits.mostRows);
  const isSite = siteIn(query);
  const statuses = textsIn(query, "statuses");
  const ordinals = [...world.ordinals()].filter(
    (ordinal) =>
      isListed(world, ordinal, limits) &&
      (isSite?.(world.plan(ordinal).site) ?? true) &&
      (statuses?.includes(world.state(ordinal).status) ?? true),
  );
  const { rows, total } = readPage(page, pageFault, pageOf(ordinals));
  return json(200, { batches: rows.map((ordinal) => shownBatch(world, ordinal)), ...envelope(page, total) });
};

const searchTransactions = (world: SettlementWorld, { body, pageFault }: Call, mostRows: number) => {
  const sortBy = textIn(body, "sort_by") ?? "created_at";
  if (sortBy !== "created_at") throw new Refused(422, "sort_by can only be created_at");
  const page = pageIn(body, 100, mostRows);
  const order = textIn(body, "sort_order") === "asc" ? "asc" : "desc";
  const conditions = { ...conditionsIn(body, order), isRow: rowConditions(world, body) };
  const { rows, total } = readPage(page, pageFault, ({ offset, limit }) =>
    select(world, conditions, offset, limit),
  );
  return json(200, {
    transactions: rows.map((row) => shownTransaction(world, row)),
    ...envelope(page, total),
  });
};

/** Koard's reads of batches and transactions. Koard fact 2.1 and 2.2. */
export const koardReadHandlers = (world: SettlementWorld, limits: ListLimits): Handlers => ({
  listBatches: (call) => listBatches(world, call, limits),
  getBatch: ({ path, query }) => {
    const ordinal = batchIn(world, path);
    const changes = world.changes(ordinal);
    if (changes.some(({ shows }) => shows?.isUnavailable)) throw unknownBatch();
    const header = shownBatch(world, ordinal);
    if (flagIn(query, "include_transactions") !== true) return json(200, header);
    const embedded = shownOf(world.count(ordinal), changes, "embedded");
    return jsonWithRows(header, "transactions", function* () {
      let shown = 0;
      for (const row of world.rows(ordinal)) if (shown++ < embedded) yield shownTransaction(world, row);
    });
  },
  listTransactions: ({ query, pageFault }) => {
    const { rows } = readPage(pageIn(query, 100, limits.mostRows), pageFault, ({ offset, limit }) =>
      select(world, conditionsIn(query, "desc"), offset, limit),
    );
    return json(
      200,
      rows.map((row) => shownTransaction(world, row)),
    );
  },
  searchTransactions: (call) => searchTransactions(world, call, limits.mostRows),
  getTransaction: ({ path }) => {
    const row = transactionIn(world, path);
    return json(200, shownTransaction(world, row, historyOf(world, row)));
  },
});
