import {
  type Figure,
  fillAmounts,
  isRestatedField,
  type PublishedFigures,
  parseAmount,
  type RestatedField,
  SETTLEMENT_STATES,
  type SettlementState,
  type ShownFigures,
  settlementFigures,
} from "@tieout/reconcile";
import { figureRecords } from "../../close/close-figures.ts";
import { entityOf, nameOf } from "../../close/figure-names.ts";
import { SOURCES, type SourceName, type SourceRole } from "../../config/sources.ts";
import type { FigureRecord } from "../../ledger/reports/PublishedReport.ts";
import { type CsvRow, cell } from "../verify/read-csv.ts";
import { shownCell } from "./published-rows.ts";

/** What the files of a report show of batches, as rows of its CSVs. */
export interface ShownRows {
  readonly settlements: ReadonlyArray<CsvRow>;
  readonly cohorts: ReadonlyArray<CsvRow>;
  readonly restatements: ReadonlyArray<CsvRow>;
}

/** What the figures of a report are read with. */
export interface FiguresAround {
  readonly day: string;
  /** The business day of an instant. */
  readonly dayOf: (instant: string) => string;
  /** What was published up to the report that it is compared with, by name. */
  readonly published: ReadonlyMap<string, PublishedFigures>;
}

/** What could be read of the figures of a report. */
export interface RebuiltFigures {
  readonly records: ReadonlyArray<FigureRecord>;
  /** Credential batches of which the files say no more than that they were shown: they are added up with others. */
  readonly withoutFigures: number;
}

const sourceWith = (role: SourceRole): SourceName => SOURCES.find((one) => one.role === role)?.name ?? role;

const stateOf = (row: CsvRow): SettlementState => {
  const state = SETTLEMENT_STATES.find((one) => one === cell(row, "state"));
  if (state === undefined) throw new Error(`has a row whose state is ${cell(row, "state")}`);
  return state;
};

const ofSettlement = (row: CsvRow): ShownFigures => {
  const currency = shownCell(row, "currency");
  const counted = shownCell(row, "transactions_captured");
  const cells = {
    ...fillAmounts((name) => parseAmount(row[name] ?? "", currency ?? "") ?? null),
    ...{ batchId: cell(row, "batch_id"), currency, businessDate: cell(row, "business_date") },
    ...{ state: stateOf(row), status: cell(row, "status") },
    ...{ accountId: cell(row, "account_id"), terminalId: cell(row, "terminal_id") },
    processorBatchId: shownCell(row, "processor_batch_id"),
    transactionsCaptured: counted === null ? null : Number(counted),
  };
  return settlementFigures(cells, sourceWith("settlements"));
};

const COUNTS: ReadonlySet<RestatedField> = new Set<RestatedField>([
  "transactions_captured",
  "credentials_declared",
  "credentials_issued",
  "people",
]);

const kindOf = (field: RestatedField, text: string, currency: string | null): Figure["kind"] => {
  if (COUNTS.has(field)) return "count";
  if (field === "issued_at") return "instant";
  return currency !== null && parseAmount(text, currency) !== undefined ? "amount" : "text";
};

/** A batch, or one currency of it, as a restatement leaves it; undefined where it is shown no longer. */
const ofRestatements = (
  shown: Omit<ShownFigures, "state" | "figures">,
  rows: ReadonlyArray<CsvRow>,
  last: PublishedFigures | undefined,
): ShownFigures | undefined => {
  const figures: Partial<Record<RestatedField, Figure | null>> = { ...last?.figures };
  for (const row of rows) {
    const [field, text] = [cell(row, "field"), shownCell(row, "restated")];
    // What is declared is known of every batch that is there.
    if (cell(row, "cause") === "vanished" || (field.endsWith("_declared") && text === null)) return undefined;
    if (!isRestatedField(field)) throw new Error(`restates ${field}, which is no figure`);
    figures[field] = text === null ? null : { kind: kindOf(field, text, shown.currency), text };
  }
  const businessDate = figures.business_date?.text ?? last?.businessDate ?? shown.businessDate;
  return { ...shown, businessDate, state: last?.state ?? "final", figures };
};

/** The one batch of a cohort, whose row is its own. */
const ofLoneBatch = (row: CsvRow, entityId: string, dayOf: FiguresAround["dayOf"]): ShownFigures => {
  const count = (column: string): Figure | null => {
    const text = shownCell(row, column);
    return text === null ? null : { kind: "count", text };
  };
  const issuedAt = cell(row, "first_issued_at");
  return {
    ...{ source: sourceWith("credentials"), entity: "credential_batch", entityId, currency: null },
    businessDate: dayOf(issuedAt),
    state: stateOf(row),
    figures: {
      cohort: { kind: "text", text: cell(row, "cohort") },
      credentials_declared: count("credentials_declared"),
      credentials_issued: count("credentials_issued"),
      issued_at: { kind: "instant", text: issuedAt },
      people: count("people"),
      program_id: { kind: "text", text: cell(row, "program_id") },
    },
  };
};

/** What a restated row is about. */
const aboutOf = (row: CsvRow): Omit<ShownFigures, "state" | "figures"> => ({
  source: cell(row, "source"),
  entity: cell(row, "entity") === "batch" ? "batch" : "credential_batch",
  entityId: cell(row, "entity_id"),
  currency: shownCell(row, "currency"),
  businessDate: cell(row, "business_date"),
});

/** Batches outside of the window, and credential batches, as restatements leave them, by name. */
const restatedFigures = (
  restatements: ReadonlyArray<CsvRow>,
  published: FiguresAround["published"],
): ReadonlyArray<ShownFigures> => {
  const groups = Map.groupBy(restatements, (row) => nameOf(nothingOf(aboutOf(row))));
  return [...groups].flatMap(([name, rows]) => {
    const [row] = rows;
    return row === undefined ? [] : (ofRestatements(aboutOf(row), rows, published.get(name)) ?? []);
  });
};

/** A batch that was shown, of which no figure is known. */
const nothingOf = (about: Omit<ShownFigures, "state" | "figures">): ShownFigures => ({
  ...about,
  state: "final",
  figures: {},
});

/** The credential batches of a report: each row of its file adds up a cohort. */
const ofCohorts = (
  rows: ReadonlyArray<CsvRow>,
  restated: ReadonlyMap<string, ShownFigures>,
  { day, dayOf, published }: FiguresAround,
) => {
  const shown: Array<ShownFigures> = [];
  let withoutFigures = 0;
  for (const row of rows) {
    const ids = cell(row, "batch_ids").split(";");
    for (const id of ids) {
      const about = {
        source: sourceWith("credentials"),
        entity: "credential_batch",
        currency: null,
      } as const;
      const unknown = nothingOf({ ...about, entityId: id, businessDate: day });
      const known = restated.get(nameOf(unknown)) ?? published.get(nameOf(unknown));
      if (ids.length === 1) shown.push(ofLoneBatch(row, id, dayOf));
      else if (known !== undefined) shown.push(known);
      else {
        withoutFigures += 1;
        shown.push(unknown);
      }
    }
  }
  return { shown, withoutFigures };
};

/**
 * What a report showed of batches, as the ledger would have recorded it, of the rows that it published. Throws for rows
 * that are none.
 */
export const rebuiltFigures = (rows: ShownRows, around: FiguresAround): RebuiltFigures => {
  const restated = restatedFigures(rows.restatements, around.published);
  const settled = rows.settlements.map(ofSettlement);
  const issued = ofCohorts(
    rows.cohorts,
    new Map(restated.map((figures) => [nameOf(figures), figures])),
    around,
  );
  const shown = [...settled, ...issued.shown];
  const entities = new Set(shown.map(entityOf));
  const others = restated.filter((figures) => !entities.has(entityOf(figures)));
  const about = rows.restatements.map((row) => entityOf(nothingOf(aboutOf(row))));
  const records = figureRecords([...others, ...shown], {
    published: around.published,
    restated: new Set(about),
  });
  return { records, withoutFigures: issued.withoutFigures };
};
