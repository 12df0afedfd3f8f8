import { Console, Effect } from "effect";
import { ledgerSettingsOf } from "../config/environment.ts";
import { UsageWrong } from "../config/faults.ts";
import type { Flags } from "../config/resolve-settings.ts";
import { asLines } from "../operate/printable.ts";
import { compareReports } from "../publish/diff/compare-reports.ts";
import { type BookReports, findReport, isNamedByDay } from "../publish/diff/find-report.ts";
import { type ReadReport, readReport } from "../publish/diff/read-report.ts";
import { reasonOf } from "../publish/verify/problem.ts";
import { EXIT, fails } from "./exit-code.ts";
import type { Output } from "./flags.ts";
import { printCsv } from "./print-csv.ts";
import { differenceJson, differenceRows, printedDifference } from "./printed-diff.ts";

const wrong = (where: string, problem: string) => new UsageWrong({ faults: [{ where, problem }] });

/** Where reports named by their day stand: in the one book that is configured or named. */
const bookReports = Effect.fnUntraced(function* (flags: Flags, names: ReadonlyArray<string>) {
  const unused: BookReports = { out: "", book: "" };
  if (!names.some(isNamedByDay)) return unused;
  const { out, books } = yield* ledgerSettingsOf(flags);
  const [book, ...others] = books;
  if (book === undefined || others.length > 0)
    return yield* wrong(
      "--book",
      `is missing; a day is one of ${books.map(({ name }) => name).join(", ")}: name the book, or directories`,
    );
  return { out, book: book.name };
});

const read = Effect.fnUntraced(function* (where: string, name: string, reports: BookReports) {
  const directory = yield* Effect.promise(() => findReport(name, reports));
  if (directory === undefined) return yield* wrong(where, `is ${name}, and there is no report`);
  return yield* Effect.tryPromise({
    try: () => readReport(directory),
    catch: (cause) => `${directory} ${reasonOf(cause)}; \`tieout verify\` says more`,
  }).pipe(
    // What stands there is not what was published.
    Effect.catch((message: string) =>
      Console.error(asLines([message])).pipe(Effect.andThen(fails(EXIT.untrusted))),
    ),
  );
});

const mustBeOfOneBook = (from: ReadReport, to: ReadReport) =>
  from.manifest.book === to.manifest.book
    ? Effect.void
    : Effect.fail(
        wrong("TO", `is of the book ${to.manifest.book}, and FROM of ${from.manifest.book}; name two of one`),
      );

/** What was typed. */
interface Given extends Pick<Output, "json"> {
  readonly from: string;
  readonly to: string;
  readonly flags: Flags;
  readonly csv: boolean;
}

/** What `tieout diff FROM TO` does. */
export const diff = Effect.fnUntraced(function* ({ from: fromName, to: toName, flags, csv, json }: Given) {
  if (csv && json) return yield* wrong("--csv and --json", "are both given; keep one of them");
  const reports = yield* bookReports(flags, [fromName, toName]);
  const from = yield* read("FROM", fromName, reports);
  const to = yield* read("TO", toName, reports);
  yield* mustBeOfOneBook(from, to);
  const difference = compareReports(from, to);
  if (csv) yield* printCsv(differenceRows(difference));
  else yield* Console.log(json ? differenceJson(difference) : printedDifference(difference));
});
