import { setting, variableOf } from "./setting.ts";
import { allowed, baseUrl, currencyCode, variableName } from "./values.ts";

/** What a source gives: batches of card settlements, or batches of issued credentials. */
export type SourceRole = "settlements" | "credentials";

/** What the registry, the ledger and every file call a source. */
export type SourceName = string;

/** Who a source is, for all who know no source by name. */
export interface SourceIdentity {
  readonly name: SourceName;
  /** The name as sentences have it. */
  readonly title: string;
  readonly role: SourceRole;
}

/** What the configuration knows of a source beside that. */
interface Configurable extends SourceIdentity {
  /** The variable with its key, the member of the config file that names another one, and the word for it. */
  readonly key: { readonly variable: string; readonly member: string; readonly word: string };
  readonly baseUrl: string;
}

/**
 * A setting of the config file's book, and of a variable that fills what the book leaves open: a key never goes to another
 * host than its book's.
 */
const sourceSetting = <A, Fallback>(given: {
  readonly name: string;
  readonly sentence: string;
  readonly kind: Parameters<typeof setting<string, A, Fallback>>[0]["kind"];
  readonly fallback: { readonly text: string; readonly value: Fallback };
}) => ({ ...setting({ ...given, metavar: "", from: ["file"], commands: [] }), isFileFirst: true });

const source = ({ key, baseUrl: address, ...identity }: Configurable) => ({
  ...identity,
  /** The name of the environment variable with its key. */
  keyVariable: sourceSetting({
    name: key.member,
    sentence: `The environment variable with the ${key.word} or, with _FILE added, the file that holds it`,
    kind: variableName,
    fallback: { text: key.variable, value: key.variable },
  }),
  baseUrl: {
    ...sourceSetting({
      name: "baseUrl",
      sentence: `Another address of ${identity.title}`,
      kind: baseUrl,
      fallback: { text: address, value: address },
    }),
    variable: variableOf(identity.name, "baseUrl"),
  },
  allowHttp: {
    ...sourceSetting({
      name: "allowHttp",
      sentence: `Whether ${identity.title} may be asked over http:// on another machine, where anybody on the way can read the ${key.word}`,
      kind: allowed,
      fallback: { text: "no", value: false },
    }),
    variable: variableOf(identity.name, "allowHttp"),
  },
});

/** What stands in where a settlement batch shows no currency; it is told of the source that it is about. */
export const ASSUMED_CURRENCY = {
  ...sourceSetting({
    name: "assumeCurrency",
    sentence: "The currency of batches that show none",
    kind: currencyCode,
    fallback: { text: "none, and they have no amounts", value: null },
  }),
  variable: variableOf("koard", "assumeCurrency"),
} as const;

/**
 * Every source that a book may have, in the order in which files name them, and where its key and address come from.
 * `sources/registry.ts` has the adapter of each. A book has at most one of each role.
 */
export const SOURCES = [
  {
    ...source({
      name: "record",
      title: "Record",
      role: "credentials",
      key: { variable: "RECORD_API_TOKEN", member: "tokenVariable", word: "token" },
      baseUrl: "https://api.getrecord.in/api/external/issuance",
    }),
    more: {},
  },
  {
    ...source({
      name: "koard",
      title: "Koard",
      role: "settlements",
      key: { variable: "KOARD_API_KEY", member: "keyVariable", word: "API key" },
      baseUrl: "https://api.koard.com",
    }),
    more: { ASSUMED_CURRENCY },
  },
] as const;

/** What a source of a role gives, as sentences have it. */
export const HELD = {
  credentials: "credential batches",
  settlements: "settlement batches",
} as const satisfies Record<SourceRole, string>;

/** The source that has a role, as sentences call it. */
export const titleOf = (role: SourceRole): string =>
  SOURCES.filter((source) => source.role === role)
    .map(({ title }) => title)
    .join(" or ");
