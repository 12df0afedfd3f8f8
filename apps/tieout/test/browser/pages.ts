import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { addDays, type ExceptionRow } from "@tieout/reconcile";
import type { Report } from "../../src/close/Report.ts";
import type { IndexNight, IndexWindow } from "../../src/publish/index-page/IndexNight.ts";
import { indexPage } from "../../src/publish/index-page/index-page.ts";
import { reportPage } from "../../src/publish/page/report-page.ts";
import { figuresInCurrencies, figuresWith } from "../publish/figures.ts";
import { NO_ROWS, reportOf } from "../publish/report-of.ts";
import { exceptionRow } from "../records.ts";

/** Texts that would do something to a page if they were not text. */
export const HOSTILE = [
  "<img src=x onerror=alert(1)>",
  "</style><script>alert(1)</script>",
  "]]><!--",
  '" onmouseover="alert(1)',
  "&lt;b&gt;",
  "javascript:alert(1)",
  "a\u202eevil\u2066",
  '=HYPERLINK("http://x")',
  " \u00a0 ",
  "دفعة 👩‍🎓",
  "x".repeat(10_000),
] as const;

/** An exception as the demo has them, with sentences of their usual length. */
const exception = (at: number): ExceptionRow => {
  const id = `x_${at.toString(16).padStart(12, "0")}`;
  const batch = `5dde8e47-0000-4009-8000-${at.toString(16).padStart(12, "0")}`;
  return {
    ...exceptionRow(id, batch),
    exceptionId: id,
    severity: at < 950 ? "critical" : "high",
    entity: "batch",
    entityId: batch,
    moneyAtStake: `${at}.17`,
    currency: "USD",
    status: at % 3 === 0 ? "new" : "open",
    whatHappened: `Koard declares 2889.33 USD captured, the rows add up to 2872.06 USD: a difference of ${at}.17 USD on every basis tried.`,
    whatToDo:
      "Compare the batch with the processor's statement, and ask Koard for the rows behind the difference.",
  };
};

/** So many exceptions, the worst first, of as many batches of which none ties out, with as much arithmetic as one has. */
const manyExceptions = (count: number): Report => {
  const exceptions = Array.from({ length: count }, (_, at) => exception(at));
  const [row] = Array.from(figuresInCurrencies(288_933n).settlements ?? []).filter(
    ({ currency }) => currency === "USD",
  );
  const settlements = exceptions.flatMap(({ entityId: batchId }) =>
    row === undefined ? [] : [{ ...row, batchId, processorName: "EncryptedTlvPassthroughProcessor" }],
  );
  const lines = Array.from(
    { length: 20 },
    () => "  before_reversals (bases + reversed): 2872.06 USD, off by 17.27 USD",
  );
  return {
    ...reportOf({ ...NO_ROWS, exceptions, settlements }),
    arithmetic: new Map(settlements.map(({ batchId }) => [batchId, lines])),
  };
};

const REPORTS: Readonly<Record<string, Report>> = {
  "an empty night": reportOf(NO_ROWS),
  "1,000 exceptions": manyExceptions(1000),
  "hostile names": reportOf(figuresWith(HOSTILE), HOSTILE[0]),
};

const MISSING = ["2024-02-17", "2026-11-02"];

const UNREAD = "2026-11-05";

/** Five years of nights but for two, with all kinds of ends. */
const FIVE_YEARS: readonly IndexNight[] = Array.from({ length: 1826 }, (_, at) => addDays("2021-12-01", at))
  .filter((day) => !MISSING.includes(day))
  .map((day, at) => ({
    ...{ book: "default", day, revision: day === UNREAD ? 0 : 1, directory: `${day}/r1` },
    isHere: at > 0,
    outline: {
      verdict: day === UNREAD ? "incomplete" : at % 5 === 0 ? "final" : "provisional",
      exceptions: {
        open: at % 7,
        decided: 0,
        bySeverity: { critical: 0, high: at % 7, medium: 0, low: 0, info: 0 },
      },
      unexplained: at % 3 === 0 ? [{ currency: "USD", amount: "17.27" }] : [],
      settled:
        at % 4 === 0
          ? null
          : ["USD", "EUR", "JPY", "KWD"].map((currency) => ({ currency, amount: "123456789.123" })),
    },
  }));

/** More windows than are listed; the first was left unread and is of a book that has nothing else. */
const WINDOWS: readonly IndexWindow[] = Array.from({ length: 63 }, (_, at) => ({
  book: at === 0 ? "<b>another" : "default",
  window: { from: addDays("2026-01-01", at), to: addDays("2026-02-01", at) },
  ...{ revision: at % 2, directory: "w/r1", isHere: at > 1 },
  outline: {
    verdict: at % 2 === 0 ? "incomplete" : "final",
    exceptions: { open: 1, decided: 1, bySeverity: { critical: 0, high: 0, medium: 1, low: 0, info: 0 } },
    unexplained: [],
    settled: [],
  },
}));

/** Writes the pages of reports that no demo has, and answers where each is. */
export const writePages = (directory: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [
      ...Object.entries(REPORTS).map(([name, report]) => [name, reportPage(report, [])] as const),
      [
        "five years",
        indexPage({
          nights: FIVE_YEARS,
          windows: WINDOWS,
          books: ["never", "another"],
          today: "2026-12-01",
          ofOthers: [
            { book: "another", hasLatest: true },
            { book: "incomplete", hasLatest: false },
          ],
        }),
      ] as const,
    ].map(([name, page], at) => {
      const file = join(directory, `page-${at}.html`);
      writeFileSync(file, page);
      return [name, pathToFileURL(file).href];
    }),
  );
