import type { Handlers } from "../http/handler.ts";
import { koardReadHandlers } from "./read-handlers.ts";
import type { SettlementWorld } from "./SettlementWorld.ts";

/** Koard's operations over one world. */
export const koardHandlers = (world: SettlementWorld): Handlers => ({ ...koardReadHandlers(world) });
