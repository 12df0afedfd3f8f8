import type { ListedException } from "@tieout/reconcile";
import type { ShownChange, ShownRecord } from "../operate/inspect/show-record.ts";
import { asLines } from "../operate/printable.ts";

const section = (title: string, lines: ReadonlyArray<string>): ReadonlyArray<string> =>
  lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];

const KINDS = {
  batch: "Settlement batch",
  transaction: "Transaction",
  credential_batch: "Credential batch",
  cohort: "Cohort",
} as const;

const exceptionLine = ({
  exceptionId,
  severity,
  code,
  status,
  decision,
  whatHappened,
}: ListedException): string => {
  const decided = decision === undefined ? "" : `, ${decision.as}`;
  return `${exceptionId} ${severity} ${code} (${status}${decided}): ${whatHappened}`;
};

const changeLine = ({ report, entityId, currency, figures }: ShownChange): string => {
  const where = `${report}: batch ${entityId}`;
  if (figures === null) return `${where} is shown no longer`;
  const said = Object.entries(figures).map(([name, text]) => `${name} ${text ?? "(empty)"}`);
  return `${where}${currency === null ? "" : ` in ${currency}`}: ${said.join(", ")}`;
};

/** Prints a record for a person: what it says, what it adds up to, what is known of it. */
export const printedRecord = ({ kind, id, book, asOf, shown, exceptions, reports }: ShownRecord): string =>
  asLines([
    `${KINDS[kind]} ${id}, book ${book}, as of ${asOf}`,
    ...section("Records", [
      ...shown.records.map((record) => `${record.kind} ${record.id}: ${record.says.join("; ")}`),
      ...(shown.recordsLeftOut === 0
        ? []
        : [
            `and ${shown.recordsLeftOut} more, which the arithmetic counts as well; \`tieout export transactions\` has all of a settlement batch`,
          ]),
    ]),
    ...section("Arithmetic", shown.arithmetic),
    ...section("Keep in mind", shown.notes),
    ...section("Exceptions", exceptions.length === 0 ? ["none"] : exceptions.map(exceptionLine)),
    ...section("What reports showed", reports.length === 0 ? ["nothing yet"] : reports.map(changeLine)),
  ]);

/** The same for a machine. */
export const recordJson = ({
  kind,
  id,
  book,
  asOf,
  batchIds,
  shown,
  exceptions,
  reports,
}: ShownRecord): string =>
  JSON.stringify({
    ...{ kind, id, book, as_of: asOf, batch_ids: batchIds },
    records: shown.records,
    records_left_out: shown.recordsLeftOut,
    arithmetic: shown.arithmetic,
    notes: shown.notes,
    exceptions: exceptions.map((row) => ({
      exception_id: row.exceptionId,
      code: row.code,
      severity: row.severity,
      status: row.status,
      decision: row.decision?.as ?? null,
      what_happened: row.whatHappened,
    })),
    reports: reports.map(({ report, entityId, currency, figures }) => ({
      ...{ report, entity_id: entityId, currency, figures },
    })),
  });
