import type { Report } from "../../close/Report.ts";
import type { WrittenFile } from "../csv.ts";
import { CHANGES, changeSection } from "./change-section.ts";
import { CHART_DAYS, chartSection } from "./chart-section.ts";
import { COHORTS, cohortSection } from "./cohort-section.ts";
import { exceptionSection } from "./exception-section.ts";
import { glossary } from "./glossary.ts";
import { html } from "./html.ts";
import { MONEY, moneySection } from "./money-section.ts";
import { pageOf } from "./page.ts";
import { CONVENTIONS, COUNTS, FILES, proofSection } from "./proof-section.ts";
import { styleWith } from "./style.ts";
import { untiedSection } from "./untied-section.ts";
import { verdictSection } from "./verdict-section.ts";

const STYLE = styleWith([MONEY, CHANGES, CHART_DAYS, COHORTS, CONVENTIONS, COUNTS, FILES]);

/**
 * A report as one page for people, in the order in which it is read. Whole without script and without network; every
 * figure on it stands in the CSVs beside it.
 */
export const reportPage = (report: Report, csvs: ReadonlyArray<WrittenFile>): string =>
  pageOf(STYLE, {
    title: html`${report.book}, ${report.day}: ${report.verdict}`,
    heading: html`<bdi>${report.book}</bdi>, ${report.day}`,
    content: [
      verdictSection(report),
      moneySection(report),
      exceptionSection(report),
      changeSection(report),
      chartSection(report),
      cohortSection(report),
      untiedSection(report),
      proofSection(report, csvs),
      glossary,
    ],
  });
