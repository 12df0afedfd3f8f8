import { instantText } from "../world/calendar.ts";
import type { Row } from "./rows.ts";
import type { SettlementWorld } from "./SettlementWorld.ts";
import { eventIdOf } from "./wire.ts";

/**
 * The events that a transaction went through before the one that made it what it is, oldest first.
 *
 * The entries' shape is the sandbox's own: Koard documents none (Koard fact 3.5).
 */
export const historyOf = (world: SettlementWorld, row: Row): readonly unknown[] => {
  const written = world.writes.eventsOf(world.transactionId(row));
  const planned = Array.from({ length: row.version - written.length + 1 }, (_, version) =>
    eventIdOf(world.shape.seed, { ...row, version }),
  );
  const began = instantText(row.createdAtMs);
  return [...planned, ...written].slice(0, -1).map((eventId) => ({ event_id: eventId, created_at: began }));
};
