import { createHash } from "node:crypto";
import { shareTransactions, type TransactionListing } from "@tieout/reconcile";
import { Effect } from "effect";
import { Ledger } from "../../ledger/Ledger.ts";
import type { Run } from "../../ledger/store/Run.ts";
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

/** Which settlements a run lists, and with which details, as one short text. */
const listedBasis = Effect.fnUntraced(function* (run: Run) {
  const ledger = yield* Ledger;
  const basis = createHash("sha256");
  const after = (id: string) => ledger.entryPage(run, "settlement", id);
  for (let page = yield* after(""); page.length > 0; page = yield* after(page.at(-1)?.header.id ?? ""))
    basis.update(JSON.stringify(page.map(({ header, detailsId }) => [header.id, detailsId])));
  return basis.digest("base64");
});

/** Who counts what several settlements of a run list: looked for again when one of them changes. */
export const sharedTransactions = Effect.fnUntraced(function* (run: Run) {
  const ledger = yield* Ledger;
  const listings = yield* cachedWhole(
    { entity: "", detailsId: null, basis: yield* listedBasis(run) },
    {
      kind: "shared_transactions",
      compute: () => ledger.sharedTransactions(run),
      print: (listed) => JSON.stringify(listed),
      read: readListings,
      isTooLarge: ({ length }) => length > KEPT_LISTINGS_MAX,
    },
  );
  const listing = new Set(listings.map(({ batchId }) => batchId));
  const entries = yield* ledger.entriesAmong(run, "settlement", listing);
  return shareTransactions(listings, new Map(entries.map(({ header }) => [header.id, header])));
});
