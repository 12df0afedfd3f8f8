import { existsSync } from "node:fs";
import { lstat, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { printInstant } from "@tieout/reconcile";
import { Clock, Effect } from "effect";
import { Ledger } from "../../ledger/Ledger.ts";
import { asideName, sweepAside } from "../aside.ts";
import { publishing } from "../failure.ts";
import { MADE_HERE } from "../page/page.ts";
import { directoriesIn, isBook, placeOf, revisionName } from "../revisions.ts";
import { writePieces } from "../write-pieces.ts";
import type { IndexedReports, OtherBook } from "./IndexNight.ts";
import { indexPage } from "./index-page.ts";

const INDEX = "index.html";
const PREFIX = `.${INDEX}-`;

/** Whether what stands at a path may be replaced: there is nothing, or a page of ours. */
const isOurs = async (path: string): Promise<boolean> => {
  if (!existsSync(path)) return true;
  return (await lstat(path)).isFile() && (await readFile(path, "utf8")).includes(MADE_HERE.markup);
};

const replace = async (
  out: string,
  reports: IndexedReports,
  nowMs: number,
): Promise<ReadonlyArray<string>> => {
  const path = join(out, INDEX);
  if (!(await isOurs(path)))
    return [`${path} was made by somebody else and is left as it is; move it away to have one of all nights`];
  await sweepAside(out, PREFIX, nowMs);
  const aside = join(out, asideName(PREFIX));
  await writePieces(aside, [indexPage(reports)]);
  await rename(aside, path);
  return [];
};

/** Books that another ledger publishes into the same directory. */
const booksOfOthers = async (out: string, known: ReadonlySet<string>): Promise<ReadonlyArray<OtherBook>> => {
  const others: Array<OtherBook> = [];
  for (const book of (await directoriesIn(out)).toSorted())
    if (!known.has(book) && (await isBook(join(out, book))))
      others.push({ book, hasLatest: existsSync(join(out, book, "latest/report.html")) });
  return others;
};

/** Says of a report where it is. */
const placed = <Listed extends { readonly book: string; readonly revision: number }>(
  out: string,
  place: string,
  report: Listed,
) => {
  const directory = `${place}/${revisionName(report.revision)}`;
  return { ...report, directory, isHere: existsSync(join(out, report.book, directory)) };
};

/**
 * Makes `out/index.html` anew of what the ledger knows, in one step: whoever reads it sees the old page or the new one.
 * Answers what has to be said of it; a file that somebody else made is left alone.
 */
export const writeIndex = Effect.fn("writeIndex")(function* (out: string) {
  const ledger = yield* Ledger;
  const write = Effect.gen(function* () {
    const nights = (yield* ledger.reportedNights).map((night) => placed(out, night.day, night));
    const windows = (yield* ledger.reportedWindows).map((one) =>
      placed(out, placeOf({ series: "window", day: "", window: one.window }), one),
    );
    const books = yield* ledger.begunBooks;
    const nowMs = yield* Clock.currentTimeMillis;
    return yield* publishing(join(out, INDEX), "write", async () => {
      const known = new Set([...nights, ...windows].map(({ book }) => book));
      const ofOthers = await booksOfOthers(out, known);
      const today = printInstant(nowMs).slice(0, 10);
      return replace(out, { nights, windows, books, ofOthers, today }, nowMs);
    });
  });
  // Read there as well: what a run of another book published since would be missing from the page.
  return yield* ledger.whileAlone(write);
});
