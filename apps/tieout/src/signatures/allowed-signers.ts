import { readInstant } from "@tieout/reconcile";
import { NAMESPACE } from "./ssh-signature.ts";

/** Whose signatures count: a line of a file as `ssh-keygen -Y verify -f` takes it (ALLOWED SIGNERS in its manual). */
export interface AllowedSigner {
  /** Who it is, as the file writes it. */
  readonly principals: string;
  /** In SSH's own form. */
  readonly publicKey: Buffer;
  /** Patterns of what its signatures may be for; null for anything. */
  readonly namespaces: ReadonlyArray<string> | null;
  /** RFC 3339 UTC instants between which the key is one; null where there is no such limit. */
  readonly validAfter: string | null;
  readonly validBefore: string | null;
}

/** What a line says; null for one about no key that could sign a report; or what is wrong with it. */
type ReadLine = { readonly signer: AllowedSigner | null } | { readonly problem: string };

/** Words, in which what is in double quotes holds together. */
const WORD = /(?:"(?:\\"|[^"])*"|[^\s"])+/g;
const OPTION = /^([A-Za-z-]+)(?:="((?:\\"|[^"])*)")?(?:,|$)/;

const TIME = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?Z$/;

/** `20261231Z` or `202612312359Z` as an instant, else null. Without its Z it would depend on the zone of this machine. */
const instantOf = (text = ""): string | null => {
  const [, year, month, day, hour = "00", minute = "00", second = "00"] = TIME.exec(text) ?? [];
  if (year === undefined) return null;
  const read = readInstant(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return read.valid ? read.at : null;
};

type Options = ReadonlyMap<string, string>;

const optionsOf = (text: string): Options | undefined => {
  const options = new Map<string, string>();
  for (let rest = text; rest !== ""; ) {
    const [whole, name, value = ""] = OPTION.exec(rest) ?? [];
    if (whole === undefined || name === undefined) return undefined;
    options.set(name.toLowerCase(), value.replaceAll('\\"', '"'));
    rest = rest.slice(whole.length);
  }
  return options;
};

const LIMITS = ["valid-after", "valid-before"] as const;
const KNOWN: ReadonlySet<string> = new Set(["cert-authority", "namespaces", ...LIMITS]);

const KEY_TYPE = /^(?:ssh|ecdsa|sk)-[\w@.-]+$/;

const read = (line: string): ReadLine => {
  const [principals, ...words] = line.match(WORD) ?? [];
  const hasOptions = words[0] !== undefined && !KEY_TYPE.test(words[0]);
  const options = optionsOf(hasOptions ? (words.shift() ?? "") : "");
  const [type, base64] = words;
  if (principals === undefined || type === undefined || base64 === undefined || !KEY_TYPE.test(type))
    return { problem: "does not name a signer and a key" };
  const unknown = options === undefined ? "one of it" : [...options.keys()].find((name) => !KNOWN.has(name));
  if (options === undefined || unknown !== undefined)
    return { problem: `has options that nobody knows: ${unknown}` };
  const wrong = LIMITS.find((name) => options.has(name) && instantOf(options.get(name)) === null);
  if (wrong !== undefined) return { problem: `has a ${wrong} that is no time in UTC such as 20261231Z` };
  // What an authority vouches for is signed with a certificate, and reports are signed with a key.
  if (options.has("cert-authority")) return { signer: null };
  const namespaces = options.get("namespaces")?.split(",") ?? null;
  return {
    signer: {
      principals: principals.replaceAll('"', ""),
      publicKey: Buffer.from(base64, "base64"),
      namespaces,
      validAfter: instantOf(options.get("valid-after")),
      validBefore: instantOf(options.get("valid-before")),
    },
  };
};

/** The signers of a file, and what is wrong with lines of it, by number from 1. */
export const readAllowedSigners = (text: string) => {
  const signers: Array<AllowedSigner> = [];
  const problems: Array<string> = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const found = read(line.trim());
    if ("problem" in found) problems.push(`line ${at + 1} ${found.problem}`);
    else if (found.signer !== null) signers.push(found.signer);
  }
  return { signers, problems };
};

/** Whether a name fits a list of patterns, in which `*` and `?` stand for letters and `!` takes away again. */
const fits = (name: string, patterns: ReadonlyArray<string>): boolean => {
  const isOne = (pattern: string): boolean =>
    new RegExp(
      `^${pattern
        .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
        .replaceAll("*", ".*")
        .replaceAll("?", ".")}$`,
    ).test(name);
  return (
    patterns.some((pattern) => !pattern.startsWith("!") && isOne(pattern)) &&
    !patterns.some((pattern) => pattern.startsWith("!") && isOne(pattern.slice(1)))
  );
};

/** Who of the signers vouches for reports with a key at an instant, or why none of those with the key does. */
export const signerOf = (
  signers: ReadonlyArray<AllowedSigner>,
  publicKey: Buffer,
  at: string,
): { readonly principals: string } | { readonly problem: string } => {
  const known = signers.filter((signer) => signer.publicKey.equals(publicKey));
  const [first] = known;
  if (first === undefined) return { problem: "is not named" };
  const meant = known.filter(({ namespaces }) => namespaces === null || fits(NAMESPACE, namespaces));
  if (meant.length === 0) return { problem: `is ${first.principals}'s, and not for ${NAMESPACE}` };
  const valid = meant.find(
    ({ validAfter, validBefore }) =>
      (validAfter === null || validAfter <= at) && (validBefore === null || at <= validBefore),
  );
  return valid ?? { problem: `is ${first.principals}'s, and not valid at ${at}` };
};
