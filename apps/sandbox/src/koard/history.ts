import { instantText } from "../world/calendar.ts";
import type { Row } from "./rows.ts";
import type { SettlementWorld } from "./SettlementWorld.ts";
import { eventIdOf } from "./wire.ts";

/**
 * What happened to a transaction before it became what it is, oldest first.
 *
 * The entries' shape is the sandbox's own: Koard documents none (Koard fact 3.5).
 */
export const historyOf = (world: SettlementWorld, row: Row): readonly unknown[] =>
  Array.from({ length: row.version }, (_, version) => ({
    event_id: eventIdOf(world.shape.seed, { ...row, version }),
    transaction_type: version === 0 ? "sale" : row.type,
    created_at: instantText(row.createdAtMs),
  }));
