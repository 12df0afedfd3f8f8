import { Effect } from "effect";
import type { SourceAccess, SourceSettings } from "../config/Settings.ts";
import type { SOURCES } from "../config/sources.ts";
import type { LedgerFailed } from "../ledger/failures.ts";
import type { HashEmail } from "../ledger/store/email-key.ts";
import { openKoard } from "./koard/koard-source.ts";
import { openRecord } from "./record/record-source.ts";
import type { AnySource } from "./Source.ts";
import type { RequestRules } from "./wire/requests.ts";

/** What an adapter opens its source with. */
export interface Opening {
  readonly source: SourceSettings;
  readonly access: SourceAccess;
  readonly rules: RequestRules;
  /** Makes the key of hashing where there is none yet, so only who hashes asks for it. */
  readonly hashEmail: Effect.Effect<HashEmail, LedgerFailed>;
}

type Adapter = (opening: Opening) => Effect.Effect<AnySource, LedgerFailed>;

/** The adapter of every source that the configuration knows. */
const ADAPTERS: Readonly<Record<(typeof SOURCES)[number]["name"], Adapter>> = {
  record: openRecord,
  koard: openKoard,
};

const adapters: ReadonlyMap<string, Adapter> = new Map(Object.entries(ADAPTERS));

/** Opens a configured source: a client for its key and address, counted and limited. */
export const openSource = (opening: Opening): Effect.Effect<AnySource, LedgerFailed> =>
  adapters.get(opening.source.name)?.(opening) ??
  Effect.die(`no adapter knows the source ${opening.source.name}`);
