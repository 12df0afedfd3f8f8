import type { Report } from "../close/Report.ts";
import type { WrittenFile } from "./csv.ts";
import { csvMetadata } from "./csv-metadata.ts";
import { printedJson } from "./printed-json.ts";

/** A file of a report that is no CSV, made of the same figures: a pure function of them. */
interface ReportDocument {
  readonly name: string;
  /** Its content, in pieces; `csvs` are those of the report. What few commands need is loaded only then. */
  readonly pieces: (
    report: Report,
    csvs: ReadonlyArray<WrittenFile>,
  ) => Promise<Iterable<string | Uint8Array>>;
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
  { name: CONFIG, pieces: async (report) => [printedConfiguration(report)] },
  { name: "csv-metadata.json", pieces: async (report, csvs) => [printedJson(csvMetadata(report, csvs))] },
  {
    name: PAGE,
    pieces: async (report, csvs) => [(await import("./page/report-page.ts")).reportPage(report, csvs)],
  },
  {
    name: "report.xlsx",
    pieces: async (report, csvs) =>
      (await import("./workbook/report-workbook.ts")).reportWorkbook(report, csvs),
  },
];
