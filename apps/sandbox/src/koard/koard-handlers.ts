import type { Handlers } from "../http/handler.ts";
import { koardBatchHandlers } from "./batch-handlers.ts";
import { Directory } from "./Directory.ts";
import { koardDirectoryHandlers } from "./directory-handlers.ts";
import { koardPaymentHandlers } from "./payment-handlers.ts";
import { koardReadHandlers, type ListLimits } from "./read-handlers.ts";
import type { SettlementWorld } from "./SettlementWorld.ts";

/** Every operation of Koard over one world. */
export const koardHandlers = (world: SettlementWorld, limits: ListLimits): Handlers => {
  const directory = new Directory(world.shape);
  return {
    ...koardReadHandlers(world, limits),
    ...koardBatchHandlers(world, directory),
    ...koardPaymentHandlers(world),
    ...koardDirectoryHandlers(directory, () => world.nextInstantMs()),
  };
};
