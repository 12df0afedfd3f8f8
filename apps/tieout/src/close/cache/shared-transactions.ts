import { shareTransactions, type TransactionListing } from "@tieout/reconcile";
import { Effect } from "effect";
import { Ledger } from "../../ledger/Ledger.ts";
import type { Entry } from "../../ledger/store/Entry.ts";
import { cachedWhole } from "./cached.ts";

/** Listings of shared transactions that are worth keeping. */
const KEPT_LISTINGS_MAX = 100_000;

/** The digest vouches that the text is what was printed by these very rules. */
const areListings = (value: unknown): value is ReadonlyArray<TransactionListing> => Array.isArray(value);

const readListings = (text: string): ReadonlyArray<TransactionListing> => {
  const value: unknown = JSON.parse(text);
  if (!areListings(value)) throw new TypeError("cached listings are not what was printed");
  return value;
};

/** Who counts what several settlements of a run list: looked for again when one of them changes. */
export const sharedTransactions = Effect.fnUntraced(function* (entries: ReadonlyArray<Entry<"settlement">>) {
  const ledger = yield* Ledger;
  const headers = new Map(entries.map(({ header }) => [header.id, header]));
  const listings = yield* cachedWhole(
    {
      entity: "",
      detailsId: null,
      basis: JSON.stringify(entries.map(({ header, detailsId }) => [header.id, detailsId])),
    },
    {
      kind: "shared_transactions",
      compute: () => ledger.sharedTransactions(entries),
      print: (listed) => JSON.stringify(listed),
      read: readListings,
      isTooLarge: ({ length }) => length > KEPT_LISTINGS_MAX,
    },
  );
  return shareTransactions(listings, headers);
});
