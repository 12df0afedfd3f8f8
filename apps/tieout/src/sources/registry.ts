import { Effect } from "effect";
import type { SOURCES } from "../config/sources.ts";
import { openKoard } from "./koard/koard-source.ts";
import type { Adapter, Opening } from "./Opening.ts";
import { openRecord } from "./record/record-source.ts";
import type { AnySource } from "./Source.ts";

/** The adapter of every source that the configuration knows. */
const ADAPTERS: Readonly<Record<(typeof SOURCES)[number]["name"], Adapter>> = {
  record: openRecord,
  koard: openKoard,
};

const adapters: ReadonlyMap<string, Adapter> = new Map(Object.entries(ADAPTERS));

/** Opens a configured source. */
export const openSource = (opening: Opening): Effect.Effect<AnySource> =>
  adapters.get(opening.source.name)?.(opening) ??
  Effect.die(`no adapter knows the source ${opening.source.name}`);
