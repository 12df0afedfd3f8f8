import {
  compareCodePoints,
  countedRows,
  isDayIn,
  type ProofContext,
  type SettlementHeader,
} from "@tieout/reconcile";
import { Effect } from "effect";
import { ResultCache } from "../../close/cache/ResultCache.ts";
import { UsageWrong } from "../../config/faults.ts";
import { type Night, nightOf } from "../../config/Night.ts";
import type { Settings } from "../../config/Settings.ts";
import { Ledger } from "../../ledger/Ledger.ts";
import type { Entry } from "../../ledger/store/Entry.ts";
import type { TransactionRow } from "../../publish/transaction-columns.ts";
import { foundRecords, type Looked } from "../inspect/found-records.ts";
import { knownSettlements } from "../inspect/known-records.ts";

/** A settlement batch whose rows are exported, and what says where they count. */
export interface ExportedBatch {
  readonly book: string;
  readonly businessDate: string;
  readonly entry: Entry<"settlement">;
  readonly context: ProofContext;
}

const wrong = (where: string, problem: string) => new UsageWrong({ faults: [{ where, problem }] });

const dayOf = ({ calendar }: Night, { closedAt, openedAt }: SettlementHeader): string =>
  calendar.dayOf(closedAt ?? openedAt);

/** Every run that is exported from: the newest of each book up to the settings' instant. */
const lookedThrough = Effect.fnUntraced(function* (settings: Settings) {
  const ledger = yield* Ledger;
  const looked: Array<Looked> = [];
  for (const book of settings.books) {
    const newest = yield* ledger.newestRun(book.name, settings.asOf);
    if (newest === undefined) continue;
    // The window of one's own chooses batches; how they are proved is a matter of the nightly one.
    const night = nightOf({ ...settings, asOf: newest.run.asOf }, { ...book, ownWindow: null });
    looked.push({ run: newest.run, night });
  }
  const names = settings.books.map(({ name }) => name).join(", ");
  return looked.length > 0
    ? looked
    : yield* wrong(
        "--as-of",
        `is ${settings.asOf}, before the first run of ${names} that finished and was not pruned`,
      );
});

/** The batches that ids stand for, by book. Fails where one stands for none, or for something else. */
const namedBatches = Effect.fnUntraced(function* (looked: ReadonlyArray<Looked>, ids: ReadonlyArray<string>) {
  const named = new Map<Looked, Set<string>>(looked.map((one) => [one, new Set()]));
  for (const id of ids) {
    const found = [];
    for (const one of looked)
      for (const record of yield* foundRecords(one, id))
        if (record.kind === "batch") found.push({ one, id: record.id });
    if (found.length === 0)
      return yield* wrong("--batch", `is ${id}, which is no settlement batch that the ledger knows`);
    // A number that several batches have stands for all of them: each row says which it is of.
    for (const { one, id: batchId } of found) named.get(one)?.add(batchId);
  }
  return named;
});

/**
 * The settlement batches that are asked for, in the order of their rows: those that ids stand for, also where they are
 * not listed any more, or those of each book's window of its own. Fails with `UsageWrong` where neither is given.
 */
export const exportedBatches = Effect.fn("exportedBatches")(function* (
  settings: Settings,
  ids: ReadonlyArray<string>,
) {
  const looked = yield* lookedThrough(settings);
  const named = yield* namedBatches(looked, ids);
  const ledger = yield* Ledger;
  const batches: Array<ExportedBatch> = [];
  for (const one of looked) {
    const { night, run } = one;
    const { name } = night.book;
    const source = night.book.sources.find(({ role }) => role === "settlements");
    if (source === undefined) continue;
    const { entries, context } = yield* knownSettlements(night, run, source).pipe(
      Effect.provideServiceEffect(ResultCache, ResultCache.readOnly(name)),
    );
    const listed = new Set((yield* ledger.entries(run, "settlement")).map(({ header }) => header.id));
    const window = settings.books.find((book) => book.name === name)?.ownWindow ?? null;
    const isAsked = ({ header }: Entry<"settlement">): boolean =>
      ids.length > 0
        ? (named.get(one)?.has(header.id) ?? false)
        : window !== null && listed.has(header.id) && isDayIn(dayOf(night, header), window);
    for (const entry of entries.filter(isAsked))
      batches.push({ book: name, businessDate: dayOf(night, entry.header), entry, context });
  }
  return batches.sort(
    (left, right) =>
      compareCodePoints(left.book, right.book) ||
      compareCodePoints(left.businessDate, right.businessDate) ||
      compareCodePoints(left.entry.header.id, right.entry.header.id),
  );
});

/** Every row that the ledger holds of a batch, in the order listed: one batch at a time is in memory. */
export const exportedRows = Effect.fnUntraced(function* ({ book, entry, context }: ExportedBatch) {
  const ledger = yield* Ledger;
  const { header, detailsId } = entry;
  const details = detailsId === null ? null : yield* ledger.details("settlement", detailsId);
  const { businessDate, rows } = countedRows({ header, details }, context);
  return rows.map((row): TransactionRow => ({ ...row, book, businessDate, header }));
});
