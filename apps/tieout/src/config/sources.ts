/** What a source gives: batches of card settlements, or batches of issued credentials. */
type SourceRole = "settlements" | "credentials";

/** What the registry, the ledger and every file call a source. */
export type SourceName = string;

/** Who a source is, for all who know no source by name. */
export interface SourceIdentity {
  readonly name: SourceName;
  /** The name as sentences have it. */
  readonly title: string;
  readonly role: SourceRole;
}

/**
 * Every source that a book may have, in the order in which files name them, and where its key and address come from.
 * `sources/registry.ts` has the adapter of each. A book has at most one of each role.
 */
export const SOURCES = [
  {
    name: "record",
    title: "Record",
    role: "credentials",
    keyVariable: "RECORD_API_TOKEN",
    keyMember: "tokenVariable",
    baseUrlVariable: "RECORD_BASE_URL",
    baseUrl: "https://api.getrecord.in/api/external/issuance",
  },
  {
    name: "koard",
    title: "Koard",
    role: "settlements",
    keyVariable: "KOARD_API_KEY",
    keyMember: "keyVariable",
    baseUrlVariable: "KOARD_BASE_URL",
    baseUrl: "https://api.koard.com",
  },
] as const satisfies ReadonlyArray<
  SourceIdentity & {
    /** The environment variable with its key, unless the config file names another in `keyMember`. */
    readonly keyVariable: string;
    readonly keyMember: string;
    readonly baseUrlVariable: string;
    readonly baseUrl: string;
  }
>;
