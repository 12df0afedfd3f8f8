import type { Handlers } from "../http/handler.ts";
import { koardBatchHandlers } from "./batch-handlers.ts";
import { Directory } from "./Directory.ts";
import { koardDirectoryHandlers } from "./directory-handlers.ts";
import { koardPaymentHandlers } from "./payment-handlers.ts";
import { koardReadHandlers } from "./read-handlers.ts";
import type { SettlementWorld } from "./SettlementWorld.ts";

/** Every operation of Koard over one world; no page of batches or transactions has more than `mostRows`. */
export const koardHandlers = (world: SettlementWorld, mostRows: number): Handlers => {
  const directory = new Directory(world.shape);
  return {
    ...koardReadHandlers(world, mostRows),
    ...koardBatchHandlers(world, directory),
    ...koardPaymentHandlers(world),
    ...koardDirectoryHandlers(directory, () => world.nextInstantMs()),
  };
};
