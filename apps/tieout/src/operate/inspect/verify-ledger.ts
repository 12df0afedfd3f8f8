import { existsSync } from "node:fs";
import { join } from "node:path";
import { Effect } from "effect";
import { UsageWrong } from "../../config/faults.ts";
import { LedgerFailed } from "../../ledger/failures.ts";
import type { LedgerContents } from "../../ledger/inspect/LedgerOverview.ts";
import { Ledger } from "../../ledger/Ledger.ts";
import { readOnlyLedger } from "../../ledger/sqlite/open-ledger.ts";
import { readTiedKey } from "../../ledger/store/email-key.ts";
import { standingReports } from "../../publish/tie/standing-reports.ts";
import { manifestSha256, type StandingBook, standingBooks } from "../../publish/verify/heads.ts";
import type { Problem } from "../../publish/verify/problem.ts";

const requireFile = (path: string) =>
  existsSync(path)
    ? Effect.void
    : Effect.fail(
        new UsageWrong({ faults: [{ where: "--ledger", problem: `is ${path}, and there is no such file` }] }),
      );

/**
 * Reads every row of a ledger, details among them, and holds its key against it; nothing is written. Fails with
 * `LedgerFailed` where a row is damaged or the key is missing or another's, with `UsageWrong` where there is no such file.
 */
export const verifyLedger = Effect.fn("verifyLedger")(function* (path: string) {
  yield* requireFile(path);
  return yield* Effect.gen(function* () {
    const ledger = yield* Ledger;
    yield* ledger.everyRow;
    const identity = yield* ledger.identity;
    yield* Effect.try({
      try: () => readTiedKey(path, identity),
      catch: (cause) =>
        new LedgerFailed({
          ledger: path,
          problem: cause instanceof Error ? cause.message : String(cause),
          isNew: false,
        }),
    });
    const contents: LedgerContents = yield* ledger.contents;
    return contents;
  }).pipe(Effect.provide(readOnlyLedger(path)));
});

/** What differs between the nightly reports of a book that stand in a directory, and those that the ledger published. */
const compareBook = Effect.fnUntraced(function* (dir: string, { book, reports: standing }: StandingBook) {
  const published = yield* (yield* Ledger).publishedReports(book);
  const placeOf = (report: { readonly day: string; readonly revision: number }) =>
    `${report.day}/r${report.revision}`;
  const known = new Map(published.map((report) => [placeOf(report), report]));
  const there = new Set(standing.map(placeOf));
  const [first] = standing;
  const bookDir = first === undefined ? join(dir, book) : join(first.directory, "..", "..");
  const missing = published
    .filter((report) => !there.has(placeOf(report)))
    .map(
      (report): Problem => ({
        file: join(bookDir, placeOf(report)),
        problem: "is missing, and the ledger published it",
      }),
    );
  const others = yield* Effect.forEach(standing, (report) =>
    Effect.map(
      Effect.promise(() => manifestSha256(report)),
      (sha256): ReadonlyArray<Problem> => {
        const expected = known.get(placeOf(report));
        if (expected === undefined)
          return [{ file: report.directory, problem: "is no report that the ledger published" }];
        return sha256 === expected.manifestSha256
          ? []
          : [
              {
                file: report.directory,
                problem: "is not the report that the ledger published there: its manifest is another",
              },
            ];
      },
    ),
  );
  return [...missing, ...others.flat()];
});

/**
 * Compares the nightly reports under the output directory, or a book's, with what the ledger says was published: what was
 * edited with hashes made anew, made up or taken away is found. Fails as {@link verifyLedger} does, but reads no details.
 */
export const compareWithLedger = Effect.fn("compareWithLedger")(function* (dir: string, path: string) {
  yield* requireFile(path);
  const standing = yield* Effect.promise(() => standingBooks(dir));
  return yield* Effect.gen(function* () {
    const { books } = yield* (yield* Ledger).contents;
    // A book's own directory says nothing of the others.
    const isWhole = (yield* Effect.promise(() => standingReports(dir))).length === 0;
    const names = new Set([...(isWhole ? books : []), ...standing.map(({ book }) => book)]);
    const found = yield* Effect.forEach([...names].toSorted(), (book) =>
      compareBook(dir, standing.find((one) => one.book === book) ?? { book, reports: [] }),
    );
    return found.flat();
  }).pipe(Effect.provide(readOnlyLedger(path)));
});
