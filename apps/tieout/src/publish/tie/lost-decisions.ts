import type { DecisionEnd, DecisionRecord, ExceptionRow } from "@tieout/reconcile";
import { isDecisionEnd, isRecordedDecision } from "../../ledger/codec/decision-codecs.ts";
import type { NewDecision } from "../../ledger/decisions/RecordedDecision.ts";
import { decisions } from "../tables/decisions.ts";
import { type CsvRow, cell } from "../verify/read-csv.ts";
import { shownCell } from "./published-rows.ts";

/** A decision as a file shows it, and as the ledger has it: what tells that the two are one. */
const keyOfRow = (row: CsvRow): string =>
  JSON.stringify(
    ["exception_id", "decided_at", "as", "by", "to", "until", "reason"].map((name) => row[name]),
  );

const keyOf = (record: DecisionRecord): string | undefined =>
  record.as === "withdrawn"
    ? undefined
    : JSON.stringify([
        record.exceptionId,
        record.decidedAt,
        record.as,
        record.by,
        record.to ?? "",
        record.until ?? "",
        record.reason,
      ]);

const entryOf = (entry: unknown, id: string): NewDecision => {
  if (!isRecordedDecision(entry))
    throw new Error(`has a row about ${id} in ${decisions.file} that cannot be read`);
  return entry;
};

const decisionOf = (row: CsvRow, seen: ExceptionRow | undefined): NewDecision =>
  entryOf(
    {
      exceptionId: cell(row, "exception_id"),
      decidedAt: cell(row, "decided_at"),
      by: cell(row, "by"),
      as: cell(row, "as"),
      to: shownCell(row, "to"),
      until: shownCell(row, "until"),
      reason: cell(row, "reason"),
      // While it holds, the exception shows the figures that whoever decided had seen; when it ended, they matter no more.
      seen: {
        expected: seen?.expected ?? null,
        actual: seen?.actual ?? null,
        moneyAtStake: seen?.moneyAtStake ?? null,
        currency: seen?.currency ?? null,
      },
    },
    cell(row, "exception_id"),
  );

/** What a report says of decisions, beside its rows of them. */
export interface DecisionsAround {
  /** `<day>/r<N>`, and its instant. */
  readonly report: string;
  readonly asOf: string;
  /** By exception id, as they were taken in. */
  readonly exceptions: ReadonlyMap<string, ExceptionRow>;
  /** By exception id: the sentence as it was published. */
  readonly sentences: ReadonlyMap<string, string>;
}

/** A report tells that a decision was withdrawn, and when, where nothing was decided since; it does not tell by whom. */
const withdrawalOf = (row: CsvRow, next: CsvRow | undefined, around: DecisionsAround): NewDecision => {
  const id = cell(row, "exception_id");
  const at = / was withdrawn at (\S+)\.$/.exec(around.sentences.get(id) ?? "")?.[1];
  return entryOf(
    {
      exceptionId: id,
      decidedAt: next === undefined ? (at ?? around.asOf) : cell(next, "decided_at"),
      by: "unknown",
      as: "withdrawn",
      reason: `taken in from ${around.report}, which does not say who withdrew it`,
    },
    id,
  );
};

/** The entries that a report shows of decisions and the ledger does not know, in the order in which they were made. */
export const lostDecisions = (
  rows: ReadonlyArray<CsvRow>,
  records: ReadonlyArray<DecisionRecord>,
  around: DecisionsAround,
): ReadonlyArray<NewDecision> => {
  const known = new Set(records.flatMap((record) => keyOf(record) ?? []));
  // The file has them by instant; of one exception they stand in the order in which they were made.
  return rows.flatMap((row, at) => {
    const id = cell(row, "exception_id");
    const isWithdrawalKnown = records.some(
      (record) =>
        record.as === "withdrawn" && record.exceptionId === id && record.decidedAt >= cell(row, "decided_at"),
    );
    const next = rows.slice(at + 1).find((later) => cell(later, "exception_id") === id);
    return [
      ...(known.has(keyOfRow(row)) ? [] : [decisionOf(row, around.exceptions.get(id))]),
      ...(cell(row, "state") !== "withdrawn" || isWithdrawalKnown ? [] : [withdrawalOf(row, next, around)]),
    ];
  });
};

/** The decisions that a report is the first to see end, by their numbers in the ledger. */
export const newlyEnded = (
  rows: ReadonlyArray<CsvRow>,
  records: ReadonlyArray<DecisionRecord>,
  ended: ReadonlyMap<number, DecisionEnd>,
): ReadonlyMap<number, DecisionEnd> => {
  const idOf = new Map(records.map((record) => [keyOf(record), record.id]));
  return new Map(
    rows.flatMap((row) => {
      const [id, state] = [idOf.get(keyOfRow(row)), cell(row, "state")];
      return id === undefined || ended.has(id) || !isDecisionEnd(state) ? [] : [[id, state] as const];
    }),
  );
};
