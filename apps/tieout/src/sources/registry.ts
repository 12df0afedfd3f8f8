import { Effect } from "effect";
import type { SOURCES } from "../config/sources.ts";
import type { Adapter, Opening } from "./Opening.ts";

/** Loads the adapter of every source that the configuration knows: most commands ask none. */
const ADAPTERS: Readonly<Record<(typeof SOURCES)[number]["name"], () => Promise<Adapter>>> = {
  record: async () => (await import("./record/record-source.ts")).openRecord,
  koard: async () => (await import("./koard/koard-source.ts")).openKoard,
};

const adapters: ReadonlyMap<string, () => Promise<Adapter>> = new Map(Object.entries(ADAPTERS));

/** Opens a configured source. */
export const openSource = Effect.fnUntraced(function* (opening: Opening) {
  const load = adapters.get(opening.source.name);
  if (load === undefined) return yield* Effect.die(`no adapter knows the source ${opening.source.name}`);
  const open = yield* Effect.promise(load);
  return yield* open(opening);
});
