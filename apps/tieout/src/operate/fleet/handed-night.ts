import { addDays } from "@tieout/reconcile";
import { shapingConfiguration } from "../../close/shaping-configuration.ts";
import { nightOf } from "../../config/Night.ts";
import type { BookSettings, Settings } from "../../config/Settings.ts";
import { canonicalJson, sha256 } from "../../ledger/store/blob.ts";
import { BookNight } from "./BookNight.ts";

/**
 * A digest of what is configured of a book's figures, without looking into files: whoever hands a night over and whoever
 * does it must mean the same.
 */
export const configurationOf = (settings: Settings, book: BookSettings): string =>
  sha256(
    canonicalJson({
      ...shapingConfiguration(nightOf(settings, book), new Map(), []),
      rosters: book.rosters,
      links: book.links.map((link) => ({ ...link, priceMinor: String(link.priceMinor) })),
    }),
  );

/** The night of a book as settings have it, for the first time. */
export const handedNight = (settings: Settings, book: BookSettings, endsAtMs: number): BookNight =>
  new BookNight({
    book: book.name,
    day: addDays(nightOf(settings, book).asOfDay, -1),
    attempt: 1,
    asOf: settings.asOf,
    isAsOfNow: settings.isAsOfNow,
    endsAtMs,
    configuration: configurationOf(settings, book),
  });
