import { onceOnlyOf } from "@tieout/reconcile";
import { canonicalJson, pack, sha256 } from "./blob.ts";
import type { Kind, Kinds } from "./kinds.ts";
import { printKeys } from "./text-keys.ts";

type Details = Kinds[Kind]["details"];

/** Details in the form in which a ledger keeps them: small enough for many to wait for one transaction. */
export interface Snapshot {
  /** Of the canonical JSON, see `sha256`. */
  readonly hash: string;
  /** The canonical JSON, compressed. */
  readonly body: Uint8Array;
  /** The keys of what is listed and may be listed elsewhere too: transactions, or credentials and their people. */
  readonly keys: Uint8Array;
  /** The keys of what happens once: the events and gateway ids of transactions. */
  readonly events: Uint8Array;
}

const listedIn = (details: Details): ReadonlyArray<string> =>
  "rows" in details
    ? details.rows.map(({ id }) => id)
    : details.credentials.flatMap(({ id, emailHash }) => (emailHash === null ? [id] : [id, emailHash]));

/** Names of what happens once in details, as their rows bear them; of credentials there are none. */
const eventsIn = (details: Details): ReadonlyArray<string> =>
  "rows" in details ? details.rows.flatMap(onceOnlyOf) : [];

/** Makes the snapshot of details. Throws a TypeError for what has no JSON form. */
export const snapshotOf = (details: Details): Snapshot => {
  // Made into bytes once: of a large batch each copy counts.
  const bytes = Buffer.from(canonicalJson(details));
  return {
    hash: sha256(bytes),
    body: pack(bytes),
    keys: printKeys(listedIn(details)),
    events: printKeys(eventsIn(details)),
  };
};
