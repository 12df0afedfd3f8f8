import { type Fields, textIn, textsIn } from "../http/fields.ts";
import type { Handlers } from "../http/handler.ts";
import { json, Refused } from "../http/reply.ts";
import { identifierOf, KIND } from "../world/identifiers.ts";
import type { Directory } from "./Directory.ts";
import { batchIn } from "./read-handlers.ts";
import type { Row } from "./rows.ts";
import type { SettlementWorld } from "./SettlementWorld.ts";
import { batchBody } from "./wire.ts";

const mustBeOpen = (world: SettlementWorld, ordinal: number): void => {
  if (world.state(ordinal).status !== "open") throw new Refused(409, "Batch is not open");
};

const openBatch = (world: SettlementWorld, directory: Directory, body: Fields) => {
  const site = directory.site(textIn(body, "terminal_id") ?? "");
  if (site === undefined) throw new Refused(404, "Terminal not found for the given account");
  // One open batch for each terminal: batches are per merchant and terminal id (Koard fact 3.2).
  for (const ordinal of world.ordinals()) {
    if (world.plan(ordinal).site.terminalId === site.terminalId && world.state(ordinal).status === "open") {
      throw new Refused(409, "The terminal has an open batch already");
    }
  }
  const openedAtMs = world.nextInstantMs();
  const plan = world.writes.open((ordinal) => ({
    ordinal,
    id: identifierOf(world.shape.seed, KIND.batch, { ordinal }),
    processorBatchId: textIn(body, "processor_batch_id") ?? "",
    site,
    openedAtMs,
    closesAtMs: openedAtMs,
    openDay: world.night - 1,
    openNights: 1,
    size: 0,
    isCancelled: false,
  }));
  return json(201, batchBody(world.header(plan.ordinal)));
};

const transaction = (world: SettlementWorld, id: string): Row => {
  const row = world.findRow(id);
  if (row === undefined) throw new Refused(404, "Transaction not found for the given account");
  return row;
};

const editBatch = (world: SettlementWorld, ordinal: number, body: Fields) => {
  mustBeOpen(world, ordinal);
  const added = (textsIn(body, "added_transactions") ?? []).map((id) => transaction(world, id));
  const removed = (textsIn(body, "removed_transactions") ?? []).map((id) => transaction(world, id));
  // Everything is checked before anything is moved.
  for (const row of added) {
    const from = world.batchOf(row);
    if (from !== null && from !== ordinal) mustBeOpen(world, from);
  }
  if (removed.some((row) => world.batchOf(row) !== ordinal))
    throw new Refused(409, "A transaction to remove is not in this batch");
  for (const { origin, index } of added) world.writes.move({ origin, index }, ordinal);
  for (const { origin, index } of removed) world.writes.move({ origin, index }, null);
  const processorBatchId = textIn(body, "processor_batch_id");
  if (processorBatchId !== undefined) world.writes.writeBatch(ordinal, { processorBatchId });
  return json(200, batchBody(world.header(ordinal)));
};

/** Koard's writes of batches. Koard fact 2.1. */
export const koardBatchHandlers = (world: SettlementWorld, directory: Directory): Handlers => ({
  openBatch: ({ body }) => openBatch(world, directory, body),
  closeBatch: ({ path }) => {
    const ordinal = batchIn(world, path);
    mustBeOpen(world, ordinal);
    const closed = { atMs: world.nextInstantMs(), night: world.night, ownCount: world.ownCount(ordinal) };
    world.writes.writeBatch(ordinal, { closed });
    return json(200, batchBody(world.header(ordinal)));
  },
  editBatch: ({ path, body }) => editBatch(world, batchIn(world, path), body),
});
