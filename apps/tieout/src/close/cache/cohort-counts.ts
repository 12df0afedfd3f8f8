import { createHash } from "node:crypto";
import type { CohortOptions } from "@tieout/reconcile";
import { cohortsKey } from "@tieout/reconcile/cache";
import type { Entry } from "../../ledger/store/Entry.ts";
import type { CohortCounts } from "../count-cohorts.ts";
import type { CacheKey } from "./CacheKey.ts";

/** Findings about credentials that are worth keeping. */
const KEPT_FINDINGS_MAX = 10_000;

/** What the counts of batches depend on; they are given in the order in which they were issued. */
const keyOf = (entries: ReadonlyArray<Entry<"credential_batch">>, options: CohortOptions): CacheKey => {
  const basis = createHash("sha256");
  basis.update(`${JSON.stringify(entries.map(({ detailsId }) => detailsId))}\n`);
  const headers = entries.map(({ header }) => header);
  // Line by line: together they would be as large as all batches.
  for (const line of cohortsKey(headers, options)) basis.update(`${line}\n`);
  return { entity: "", detailsId: null, basis: basis.digest("base64") };
};

/** The digest vouches that the text is what `print` wrote by these very rules. */
const isCounts = (value: unknown): value is CohortCounts =>
  typeof value === "object" && value !== null && "rows" in value && "counted" in value;

const read = (text: string): CohortCounts => {
  const value: unknown = JSON.parse(text);
  if (!isCounts(value)) throw new TypeError("cached counts of cohorts are not what was printed");
  return value;
};

/** How counts of all credential batches are kept from night to night. */
export const COHORT_COUNTS = {
  kind: "cohorts",
  keyOf,
  print: (counts: CohortCounts): string => JSON.stringify(counts),
  read,
  isTooLarge: ({ findings }: CohortCounts): boolean => findings.length > KEPT_FINDINGS_MAX,
} as const;
