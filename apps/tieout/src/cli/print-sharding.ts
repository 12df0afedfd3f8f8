import { Console, Effect } from "effect";
import type { Settings } from "../config/Settings.ts";
import { printedShard } from "../config/shard.ts";
import { asLines } from "../operate/printable.ts";
import { plural } from "./layout.ts";

/** How a line about shards begins. */
export const OF_A_SHARD = "Shard ";

/** Says how many books are left to other shards: nobody may take a part for the whole. */
export const printSharding = ({ sharding, books }: Settings): Effect.Effect<void> => {
  if (sharding === null) return Effect.void;
  const found = books.length === 0 ? "none" : books.length;
  const nothing = books.length === 0 ? "; there is nothing to do" : "";
  const shard = `${OF_A_SHARD}${printedShard(sharding.shard)}`;
  return Console.error(asLines([`${shard}: ${found} of ${plural(sharding.bookCount, "book")}${nothing}`]));
};
