import { join } from "node:path";
import { Effect } from "effect";
import { nightOf } from "../../config/Night.ts";
import { readRosters } from "../../config/rosters/read-rosters.ts";
import type { BookSettings, Settings } from "../../config/Settings.ts";
import { openToLook } from "../../ledger/open-ledger.ts";
import { checkRoom } from "../../publish/output-room.ts";
import { checkTies, checkTiesWithoutLedger } from "../../publish/tie/tie-reports.ts";
import { goThroughProxy } from "../process/go-through-proxy.ts";
import { type Check, checked, fine, worrying } from "./Check.ts";
import { checkLedger } from "./check-ledger.ts";
import { checkReceivers } from "./check-receivers.ts";
import { checkSources } from "./check-sources.ts";

const checkRosters = ({ name, rosters }: BookSettings) =>
  rosters.length === 0
    ? Effect.succeed([])
    : checked(
        `rosters of ${name}`,
        // Nothing is kept of whom they name.
        Effect.map(
          readRosters(rosters, (email) => email),
          (read) => fine(`rosters of ${name}`, `all ${read.length} can be read`),
        ),
      );

const MEGABYTE = 1_000_000;

const megabytes = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(1)} MB`;

const checkOutput = (out: string, { name }: BookSettings) => {
  const about = `output of ${name}`;
  const place = join(out, name);
  return checked(
    about,
    Effect.map(checkRoom(place), ({ freeBytes, lastBytes }) =>
      fine(
        about,
        `${place} can be written, and links made; ${megabytes(freeBytes)} free, the last report took ${megabytes(lastBytes)}`,
      ),
    ),
  );
};

/** Whether the reports that stand in a book's directory are those of the ledger. */
const checkReports = (settings: Settings, book: BookSettings, isThere: boolean) => {
  const about = `reports of ${book.name}`;
  const night = nightOf(settings, book);
  if (!isThere) return checked(about, Effect.as(checkTiesWithoutLedger(night), []));
  return checked(
    about,
    checkTies(night).pipe(
      Effect.map((said) => (said.length === 0 ? fine(about, "are the ledger's own") : worrying(about, said))),
      Effect.provide(openToLook(settings.ledger)),
    ),
  );
};

const days = ({ name, timezone, cutoff }: BookSettings): string =>
  `${name} (days begin at ${cutoff}, ${timezone})`;

const booksNamed = (books: ReadonlyArray<BookSettings>): string =>
  books.length === 0
    ? "no book is in this shard"
    : `${books.length === 1 ? "the book is" : "the books are"} ${books.map(days).join(", ")}`;

/** Looks at everything that a run needs, in the order in which it needs it, and changes nothing. */
export const examine = Effect.fn("examine")(function* (settings: Settings) {
  const { books, out } = settings;
  const found: Array<Check> = [fine("settings", `can be used; ${booksNamed(books)}`)];
  for (const book of books) found.push(...(yield* checkRosters(book)));
  const { check: ledger, isThere, isReadable } = yield* checkLedger(settings);
  found.push(ledger);
  for (const book of books) found.push(...(yield* checkOutput(out, book)));
  if (isReadable || !isThere)
    for (const book of books) found.push(...(yield* checkReports(settings, book, isThere)));
  const addresses = books.flatMap(({ sources }) =>
    sources.flatMap(({ access }) => (access === null ? [] : [access.baseUrl])),
  );
  const asked = Effect.gen(function* () {
    yield* goThroughProxy(settings.proxy, addresses);
    return yield* Effect.forEach(books, (book) => checkSources(settings, book), { concurrency: 4 });
  }).pipe(Effect.scoped);
  const ofSources = yield* isReadable ? Effect.provide(asked, openToLook(settings.ledger)) : asked;
  return [...found, ...ofSources.flat(), ...(yield* checkReceivers(settings))];
});
