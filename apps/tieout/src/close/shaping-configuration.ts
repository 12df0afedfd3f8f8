import { formatMinor, type Link, type Rosters } from "@tieout/reconcile";
import type { Night } from "../config/Night.ts";
import { canonicalJson, sha256 } from "../ledger/store/blob.ts";

/** A link as an auditor reads it: its price as a decimal of its currency. */
const printedLink = ({ programId, priceMinor, ...link }: Link) => ({
  program: programId,
  ...link,
  price: formatMinor(priceMinor, link.currency),
});

/** Who a cohort was meant for, without anybody of it: how many, and a hash that tells one list from another. */
const printedRoster = (cohort: string, people: ReadonlySet<string>) => ({
  cohort,
  people: people.size,
  people_sha256: sha256(canonicalJson([...people].sort())),
});

/**
 * The settings that shape the figures of a report, as they were used: what `config.json` shows. Paths, secrets and
 * speed are none of them, and no person of a roster is named.
 */
export const shapingConfiguration = (
  { settings: { thresholds, reread, windowDays }, book, window }: Night,
  rosters: Rosters,
  links: ReadonlyArray<Link>,
) => ({
  schema: "tieout/config@1",
  book: book.name,
  timezone: book.timezone,
  cutoff: book.cutoff,
  changes: book.changes,
  window,
  days: windowDays,
  thresholds: {
    pending_days: thresholds.pendingDays,
    open_days: thresholds.openDays,
    give_up_days: reread.giveUpDays,
  },
  assume_currency: book.assumedCurrency,
  conventions: [...book.conventions].map(([processor, bases]) => ({ processor, ...bases })),
  links: links.map(printedLink),
  rosters: [...rosters].map(([cohort, people]) => printedRoster(cohort, people)),
});

/** See {@link shapingConfiguration}. */
export type ShapingConfiguration = ReturnType<typeof shapingConfiguration>;
