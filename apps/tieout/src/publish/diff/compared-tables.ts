import { isOpenException } from "@tieout/reconcile";
import { cohorts } from "../tables/cohorts.ts";
import { decisions } from "../tables/decisions.ts";
import { exceptions } from "../tables/exceptions.ts";
import { payments } from "../tables/payments.ts";
import { settlementDays } from "../tables/settlement-days.ts";
import { settlements } from "../tables/settlements.ts";
import { columnsOf, type Table } from "../tables/Table.ts";
import { type CsvRow, cell } from "../verify/read-csv.ts";

/** A CSV of which two reports are compared row by row. */
export interface ComparedTable {
  readonly file: string;
  /** What tells that a row is about the same thing in another report. */
  readonly sameBy: ReadonlyArray<string>;
  /** Columns that are otherwise every night, or say in words what others say in figures. */
  readonly leftOut: ReadonlySet<string>;
  /** Columns of which a difference can be taken. */
  readonly amounts: ReadonlySet<string>;
  readonly counts: ReadonlySet<string>;
  /** Whether a row is there at all: an exception that is resolved is listed once more, and gone. */
  readonly isThere: (row: CsvRow) => boolean;
}

const compared = (
  table: Table,
  sameBy: ReadonlyArray<string>,
  {
    leftOut = [],
    isThere = () => true,
  }: { leftOut?: ReadonlyArray<string>; isThere?: ComparedTable["isThere"] } = {},
): ComparedTable => ({
  file: table.file,
  sameBy,
  leftOut: new Set(["book", ...leftOut]),
  amounts: new Set(columnsOf(table, "amount")),
  counts: new Set(columnsOf(table, "count")),
  isThere,
});

/** Every CSV that is compared: `restatements.csv` is not, since it says itself what changed since other reports. */
export const COMPARED_TABLES: ReadonlyArray<ComparedTable> = [
  compared(cohorts, ["cohort_id"]),
  compared(settlements, ["batch_id", "currency"]),
  compared(settlementDays, ["business_date", "account_id", "currency", "state"]),
  compared(payments, ["program_id", "cohort"]),
  compared(exceptions, ["exception_id"], {
    leftOut: ["first_seen", "nights", "status", "what_happened", "what_to_do"],
    isThere: (row) => isOpenException({ status: cell(row, "status") }),
  }),
  compared(decisions, ["exception_id", "decided_at"]),
];
