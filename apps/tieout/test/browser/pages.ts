import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ExceptionRow } from "@tieout/reconcile";
import type { Figures, Report } from "../../src/close/Report.ts";
import { reportPage } from "../../src/publish/page/report-page.ts";
import { figuresWith } from "../publish/figures.ts";
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
    severity: at < 400 ? "critical" : "high",
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

/** So many exceptions, the worst first. */
export const manyExceptions = (count: number): Figures => ({
  ...NO_ROWS,
  exceptions: Array.from({ length: count }, (_, at) => exception(at)),
});

const REPORTS: Readonly<Record<string, Report>> = {
  "an empty night": reportOf(NO_ROWS),
  "1,000 exceptions": reportOf(manyExceptions(1000)),
  "hostile names": reportOf(figuresWith(HOSTILE), HOSTILE[0]),
};

/** Writes the pages of reports that no demo has, and answers where each is. */
export const writePages = (directory: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(REPORTS).map(([name, report], at) => {
      const file = join(directory, `page-${at}.html`);
      writeFileSync(file, reportPage(report, []));
      return [name, pathToFileURL(file).href];
    }),
  );
