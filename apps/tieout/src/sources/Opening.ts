import type { Effect } from "effect";
import type { SourceAccess, SourceSettings } from "../config/Settings.ts";
import type { HashEmail } from "../ledger/store/email-key.ts";
import type { AnySource } from "./Source.ts";
import type { RequestRules } from "./wire/requests.ts";

/** What an adapter opens its source with. */
export interface Opening {
  readonly source: SourceSettings;
  readonly access: SourceAccess;
  readonly rules: RequestRules;
  readonly hashEmail: HashEmail;
}

/** Makes a source of what it is opened with: a client for the key and address, counted and limited. */
export type Adapter = (opening: Opening) => Effect.Effect<AnySource>;
