import {
  type ExceptionCode,
  type ExceptionRow,
  type Figure,
  isExceptionCode,
  parseAmount,
} from "@tieout/reconcile";
import { isExceptionRow } from "../../ledger/codec/codecs.ts";
import { isInstant } from "../../ledger/codec/guards.ts";
import { exceptions } from "../tables/exceptions.ts";
import { type CsvRow, cell } from "../verify/read-csv.ts";
import { shownCell } from "./published-rows.ts";

/** What is known of the exceptions of a report beside their rows. */
export interface ExceptionsAround {
  readonly day: string;
  /** Of the report that it is compared with, by exception id. */
  readonly previous: ReadonlyMap<string, ExceptionRow>;
}

/** Codes whose figures count things; of others a number is an amount where the row has a currency, else a text. */
const COUNTING: ReadonlySet<ExceptionCode> = new Set<ExceptionCode>([
  "COUNT_MISMATCH",
  "DETAILS_TRUNCATED",
  "SETTLEMENT_OVERDUE",
  "OPEN_TOO_LONG",
  "BATCH_VANISHED",
  "POSSIBLE_TRUNCATION",
  "REISSUED",
  "ROSTER_MISSING",
  "ROSTER_UNEXPECTED",
]);

const isCounting = ({
  code,
  currency,
}: {
  readonly code: string;
  readonly currency: string | null;
}): boolean =>
  // A settlement batch that vanished had amounts, a credential batch a count.
  isExceptionCode(code) && COUNTING.has(code) && (code !== "BATCH_VANISHED" || currency === null);

/** The figure that a cell was printed of: a file holds its text alone. */
const figureOf = (row: CsvRow, column: string): Figure | null => {
  const text = shownCell(row, column);
  if (text === null) return null;
  const [code, currency] = [cell(row, "code"), shownCell(row, "currency")];
  if (isCounting({ code, currency })) return { kind: "count", text };
  if (currency !== null && parseAmount(text, currency) !== undefined) return { kind: "amount", text };
  return { kind: isInstant(text) ? "instant" : "text", text };
};

/** The batches that an exception is about: the file names one of them, and none of what is about a cohort or a run. */
const batchIdsOf = (row: CsvRow, { previous }: ExceptionsAround): ReadonlyArray<string> => {
  const known = previous.get(cell(row, "exception_id"))?.batchIds;
  const batch = shownCell(row, "batch_id");
  return known ?? (batch === null ? [] : [batch]);
};

/** What is added to a sentence when a decision about its exception ended: no report is compared with that. */
const ABOUT_DECISION =
  / What was decided at \S+ \((?:accepted|waiting|assigned)\) (?:was withdrawn at \S+|holds no longer: .*)\.$/s;

/**
 * An exception as a report recorded it, of the row that it published. When it was last new is known from the report
 * before, and else no later than when it was first seen. Throws for a row that is none.
 */
export const rebuiltException = (row: CsvRow, around: ExceptionsAround): ExceptionRow => {
  const id = cell(row, "exception_id");
  const [firstSeen, status] = [cell(row, "first_seen"), cell(row, "status")];
  const cause = shownCell(row, "likely_cause");
  const exception: unknown = {
    exceptionId: id,
    code: cell(row, "code"),
    severity: cell(row, "severity"),
    book: cell(row, "book"),
    source: cell(row, "source"),
    entity: cell(row, "entity"),
    entityId: cell(row, "entity_id"),
    businessDate: shownCell(row, "business_date"),
    currency: shownCell(row, "currency"),
    expected: figureOf(row, "expected"),
    actual: figureOf(row, "actual"),
    moneyAtStake: shownCell(row, "money_at_stake"),
    ...(cause !== null && { likelyCause: cause }),
    batchIds: batchIdsOf(row, around),
    firstSeen,
    nights: Number(cell(row, "nights")),
    lastNew: status === "new" ? around.day : (around.previous.get(id)?.lastNew ?? firstSeen),
    status,
    whatHappened: cell(row, "what_happened").replace(ABOUT_DECISION, ""),
    whatToDo: cell(row, "what_to_do"),
  };
  if (!isExceptionRow(exception))
    throw new Error(`has a row ${id} in ${exceptions.file} that cannot be read`);
  return exception;
};
