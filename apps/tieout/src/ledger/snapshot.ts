import { canonicalJson, pack, sha256 } from "./blob.ts";
import type { Kind, Kinds } from "./Ledger.ts";
import { transactionKeys } from "./transaction-keys.ts";

/** Details in the form in which a ledger keeps them: small enough for many to wait for one transaction. */
export interface Snapshot {
  /** Of the canonical JSON, see `sha256`. */
  readonly hash: string;
  /** The canonical JSON, compressed. */
  readonly body: Uint8Array;
  /** The keys of the transactions that a settlement lists, see `transaction-keys.ts`; null for what lists none. */
  readonly keys: Uint8Array | null;
}

/** Makes the snapshot of details. Throws a TypeError for what has no JSON form. */
export const snapshotOf = (details: Kinds[Kind]["details"]): Snapshot => {
  const text = canonicalJson(details);
  return {
    hash: sha256(text),
    body: pack(text),
    keys: "rows" in details ? transactionKeys(details.rows) : null,
  };
};
