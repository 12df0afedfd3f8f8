import type { Report } from "../close/Report.ts";
import type { WrittenFile } from "./csv.ts";
import { csvMetadata } from "./csv-metadata.ts";
import { reportPage } from "./page/report-page.ts";
import { printedJson } from "./printed-json.ts";
import { reportWorkbook } from "./workbook/report-workbook.ts";

/** A file of a report that is no CSV, made of the same figures: a pure function of them. */
interface ReportDocument {
  readonly name: string;
  /** Its content, in pieces; `csvs` are those of the report. */
  readonly pieces: (report: Report, csvs: ReadonlyArray<WrittenFile>) => Iterable<string | Uint8Array>;
}

/** What `config.json` says: its hash is the manifest's `config_sha256`. */
export const printedConfiguration = ({ configuration }: Pick<Report, "configuration">): string =>
  printedJson(configuration);

/** The settings that shaped the figures. */
export const CONFIG = "config.json";

/** The page for people. */
export const PAGE = "report.html";

/** Every file that a report has beside its CSVs, in the order in which a manifest lists them. */
export const DOCUMENTS: ReadonlyArray<ReportDocument> = [
  { name: CONFIG, pieces: (report) => [printedConfiguration(report)] },
  { name: "csv-metadata.json", pieces: (report, csvs) => [printedJson(csvMetadata(report, csvs))] },
  { name: PAGE, pieces: (report, csvs) => [reportPage(report, csvs)] },
  { name: "report.xlsx", pieces: reportWorkbook },
];
