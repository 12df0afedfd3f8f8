import { isOpenException, type ListedException, printInstant, type StatedDecision } from "@tieout/reconcile";
import { Clock, Effect } from "effect";
import { type Fault, UsageWrong } from "../../config/faults.ts";
import { calendarOf } from "../../config/Night.ts";
import type { BookSettings, Settings } from "../../config/Settings.ts";
import type { NewDecision } from "../../ledger/decisions/RecordedDecision.ts";
import { Ledger } from "../../ledger/Ledger.ts";
import { newestExceptions } from "../inspect/newest-exceptions.ts";
import { type AskedDecision, readDecision, readWithdrawal } from "./typed-decision.ts";

/** An exception as the newest report has it, and what was decided about it last. */
interface KnownException {
  readonly book: BookSettings;
  /** The business day of the decision. */
  readonly day: string;
  readonly row: ListedException;
  readonly last: StatedDecision | undefined;
}

/** An entry that was recorded, and the exception that it is about. */
export interface RecordedEntry {
  readonly entry: NewDecision;
  readonly row: ListedException;
}

/** Every exception that the newest report of a configured book lists, by its id. */
const knownExceptions = Effect.fnUntraced(function* ({ books, asOf }: Settings) {
  const known = new Map<string, KnownException>();
  for (const book of books) {
    const newest = yield* newestExceptions(book.name, asOf);
    if (newest === undefined) continue;
    const day = calendarOf(book).dayOf(asOf);
    const last = new Map(newest.stated.map((one) => [one.decision.exceptionId, one]));
    for (const row of newest.exceptions)
      known.set(row.exceptionId, { book, day, row, last: last.get(row.exceptionId) });
  }
  return known;
});

/** Why nothing can be decided about an exception that no newest report lists. */
const unknownFault = Effect.fnUntraced(function* (exceptionId: string, { books, asOf }: Settings) {
  const nights = yield* (yield* Ledger).nights(exceptionId);
  if (nights.length === 0)
    return "is in no report of this ledger; ids stand in the first column of exceptions.csv";
  const last = nights.findLast(({ run }) => run.asOf <= asOf);
  if (last === undefined) return `is in no report as of ${asOf} or before`;
  return books.some(({ name }) => name === last.run.book)
    ? `was last listed by the report of ${last.day}, as ${last.row.status}; there is nothing left to decide`
    : `is of the book ${last.run.book}, which this configuration does not name`;
});

const entryOf = (
  asked: AskedDecision,
  { row, day, last }: KnownException,
  decidedAt: string,
): NewDecision | ReadonlyArray<Fault> => {
  const about = { exceptionId: asked.exceptionId, decidedAt };
  if (asked.isWithdrawal) {
    if (last?.state !== "holds")
      return [
        {
          where: asked.where("exception_id"),
          problem: "has no decision that holds; there is nothing to withdraw",
        },
      ];
    const read = readWithdrawal(asked);
    return "by" in read ? { ...about, ...read, as: "withdrawn" } : read;
  }
  const read = readDecision(asked, day);
  if (!("by" in read)) return read;
  if (last !== undefined && last.decision.decidedAt >= decidedAt)
    return [
      {
        where: asked.where("exception_id"),
        problem: `was decided about at ${last.decision.decidedAt}; a later decision has a later instant`,
      },
    ];
  const { expected, actual, moneyAtStake, currency } = row;
  return { ...about, ...read, seen: { expected, actual, moneyAtStake, currency } };
};

/**
 * A decision that is dated before a report would change what that report says, were it made again. A report of the
 * future by this machine's clock was made with a wrong one, and keeps nobody from deciding.
 */
const backdated = Effect.fnUntraced(function* (book: string, decidedAt: string) {
  const now = printInstant(yield* Clock.currentTimeMillis);
  const newest = yield* (yield* Ledger).reportAsOf(book, now);
  if (newest === undefined || newest.asOf <= decidedAt) return [];
  const { day, asOf } = newest;
  const problem = `is ${decidedAt}, before the report of ${day} as of ${asOf}, which would then say something else; leave it out`;
  return [{ where: "--as-of", problem }] satisfies ReadonlyArray<Fault>;
});

/** The books of the exceptions that are asked about, as far as any report lists them. */
const booksOf = (known: ReadonlyMap<string, KnownException>, asked: ReadonlyArray<AskedDecision>) => [
  ...new Set(asked.flatMap(({ exceptionId }) => known.get(exceptionId)?.book.name ?? [])),
];

/**
 * Records what was decided about exceptions, all of it or nothing, as of the settings' instant. Fails with `UsageWrong`,
 * which names everything that is wrong; the books that it is about are held meanwhile.
 */
export const decideExceptions = Effect.fn("decideExceptions")(function* (
  settings: Settings,
  asked: ReadonlyArray<AskedDecision>,
) {
  const ledger = yield* Ledger;
  yield* ledger.acquireBooks(booksOf(yield* knownExceptions(settings), asked));
  // Once more, now that nobody else reports on them.
  const known = yield* knownExceptions(settings);
  const faults: Array<Fault> = [];
  const entries: Array<RecordedEntry & { readonly book: string }> = [];
  for (const one of asked) {
    const found = known.get(one.exceptionId);
    if (found === undefined || !isOpenException(found.row)) {
      faults.push({
        where: one.where("exception_id"),
        problem: yield* unknownFault(one.exceptionId, settings),
      });
      continue;
    }
    const entry = entryOf(one, found, settings.asOf);
    if ("exceptionId" in entry) entries.push({ entry, row: found.row, book: found.book.name });
    else faults.push(...entry);
  }
  for (const book of new Set(entries.map((one) => one.book)))
    faults.push(...(yield* backdated(book, settings.asOf)));
  if (faults.length > 0) return yield* new UsageWrong({ faults });
  yield* ledger.decide(entries);
  const recorded: ReadonlyArray<RecordedEntry> = entries;
  return recorded;
}, Effect.scoped);
