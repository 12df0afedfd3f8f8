import type { CredentialBatchTruth, PlantName, Truth } from "@tieout/sandbox";
import { decimal } from "../expected-figures.ts";
import { settlementCells } from "./planted-rows.ts";
import { minor } from "./planted-world.ts";

/** A row that a right restatements.csv has. */
export type Restatement = Readonly<Record<string, string>>;

/** One night of a ledger that has seen every night up to it. */
export interface Night {
  /** The report's `<day>/r<N>`. */
  readonly report: string;
  /** In the report's window. */
  readonly truth: Truth;
  /** Up to the end of the report's window, and from the beginning of the world. */
  readonly known: Truth;
}

interface Shown {
  readonly source: string;
  readonly entity: string;
  readonly entityId: string;
  readonly currency: string;
  readonly businessDate: string;
  readonly state: string;
  /** By field, as the CSVs print it; the first report that said so beside it, where one has. */
  readonly cells: Readonly<Record<string, string>>;
  readonly since: Readonly<Record<string, string>>;
  /** Of an open batch: whether its figures are what a restatement named when it was opened again. */
  readonly isNamed: boolean;
}

const OF_SETTLEMENTS = ["business_date", "captured_computed", "captured_declared", "net_computed"].concat([
  "net_declared",
  "refunded_computed",
  "refunded_declared",
  "status",
  "transactions_captured",
  "unexplained",
]);

/** What a batch is told by: compared where two reports show it. */
const IDENTITIES: ReadonlySet<string> = new Set([
  ...["account_id", "terminal_id", "processor_batch_id", "currency"],
  ...["program_id", "cohort", "issued_at"],
]);

const TEXTS: ReadonlySet<string> = new Set([...IDENTITIES, "business_date", "status"]);
const COUNTS: ReadonlySet<string> = new Set([
  "transactions_captured",
  "credentials_declared",
  "credentials_issued",
  "people",
]);

const settlementShown = (row: Readonly<Record<string, string>>): Shown => ({
  source: "koard",
  entity: "batch",
  entityId: row["batch_id"] ?? "",
  currency: row["currency"] ?? "",
  businessDate: row["business_date"] ?? "",
  state: row["state"] ?? "",
  cells: Object.fromEntries(
    [...OF_SETTLEMENTS, "account_id", "terminal_id", "processor_batch_id", "currency"].map((field) => [
      field,
      row[field] ?? "",
    ]),
  ),
  since: {},
  isNamed: false,
});

const credentialsShown = (batch: CredentialBatchTruth): Shown => ({
  source: "record",
  entity: "credential_batch",
  entityId: batch.batchId,
  currency: "",
  businessDate: batch.businessDate,
  state: "final",
  cells: {
    program_id: batch.programId,
    cohort: batch.cohort,
    issued_at: batch.issuedAt,
    credentials_declared: String(batch.credentialsDeclared),
    credentials_issued: String(batch.credentialsIssued ?? ""),
    people: String(batch.people ?? ""),
  },
  since: {},
  isNamed: false,
});

const keyOf = ({ entityId, currency }: Shown): string => `${entityId} ${currency}`;

const shownIn = (truth: Truth): ReadonlyMap<string, Shown> =>
  new Map(
    [...settlementCells(truth).map(settlementShown), ...truth.credentialBatches.map(credentialsShown)].map(
      (shown) => [keyOf(shown), shown],
    ),
  );

/** What each irregularity that shows only later does to figures that were published; a world holds no other reason. */
const CAUSES: Readonly<Partial<Record<PlantName, string>>> = {
  "late-refund": "late_refund",
  "changed-nightly": "late_refund",
  "late-tip": "amount_change",
  "batch-reopened": "reopened",
  "batch-vanished": "vanished",
  "credentials-vanished": "vanished",
  "count-mismatch": "count_change",
  "status-processing": "count_change",
};

const causeOf = (
  { planted, night }: Truth,
  { entityId: batchId, businessDate }: Shown,
  now: Shown | undefined,
): string => {
  const name = planted.find((one) => one.batchId === batchId)?.name;
  // Two refunds, and then a tip.
  if (name === "changed-nightly" && night > 3) return "amount_change";
  const cause = name === undefined ? undefined : CAUSES[name];
  // What was open again is closed on another day.
  if (name === "batch-reopened" && now?.state !== "open" && now?.businessDate !== businessDate)
    return "moved";
  if (cause === undefined) throw new Error(`nothing in the world changes the figures of ${batchId}`);
  return cause;
};

const difference = (field: string, currency: string, [before, now]: readonly [string, string]): string => {
  if (TEXTS.has(field)) return "";
  if (COUNTS.has(field)) return String(Number(now) - Number(before));
  return decimal(String(minor(now) - minor(before)), currency);
};

const restated = (before: Shown, now: Shown | undefined, truth: Truth): readonly Restatement[] => {
  if (before.state === "open" && (!before.isNamed || now?.state === "open")) return [];
  const isSettled = before.state === "final" || before.state === "void";
  const changed = Object.entries(before.cells).filter(
    ([field, text]) =>
      (field !== "status" || isSettled) &&
      (!IDENTITIES.has(field) || now !== undefined) &&
      text !== (now?.cells[field] ?? ""),
  );
  if (changed.length === 0) return [];
  const cause = causeOf(truth, before, now);
  return changed.map(([field, published]) => {
    const text = now?.cells[field] ?? "";
    return {
      book: "default",
      source: before.source,
      entity: before.entity,
      entity_id: before.entityId,
      business_date: before.businessDate,
      field,
      currency: before.currency,
      published,
      restated: text,
      difference: difference(field, before.currency, [published, text]),
      first_published_in: published === "" ? "" : (before.since[field] ?? ""),
      cause,
    };
  });
};

const dated = (shown: Shown, before: Shown | undefined, report: string): Shown => {
  const since = (field: string, text: string): string =>
    (before?.cells[field] === text ? before.since[field] : undefined) ?? report;
  if (before?.state === "open" && before.isNamed && shown.state === "open") return before;
  return {
    ...shown,
    isNamed: shown.state === "open" && before !== undefined && (before.state !== "open" || before.isNamed),
    since: Object.fromEntries(
      Object.entries(shown.cells).map(([field, text]) => [field, since(field, text)]),
    ),
  };
};

const KEY = ["business_date", "source", "entity", "entity_id", "currency", "field"];

const inOrder = (rows: readonly Restatement[]): readonly Restatement[] => {
  const textOf = (row: Restatement): string => KEY.map((column) => row[column]).join("\u0000");
  return rows.toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
};

/**
 * The rows that the restatements.csv of each night has, all of them and in their order, worked out from what the
 * world was on the nights alone: what a report of an earlier day said last, and what is so tonight.
 */
export const expectedRestatements = (nights: readonly Night[]): ReadonlyArray<readonly Restatement[]> => {
  const published = new Map<string, Shown>();
  return nights.map(({ report, truth, known }, index) => {
    const now = shownIn(known);
    const before = [...published];
    const rows = before.flatMap(([key, shown]) => restated(shown, now.get(key), truth));
    if (index > 0) refuseLateArrivals(now, published, nights[index - 1]?.truth);
    const isRestated = new Set(rows.map((row) => `${row["entity_id"]} ${row["currency"]}`));
    const shownTonight = shownIn(truth);
    for (const [key, shown] of now) {
      if (shownTonight.has(key) || isRestated.has(key))
        published.set(key, dated(shown, published.get(key), report));
    }
    for (const [key] of before) if (!now.has(key)) published.delete(key);
    return inOrder(rows);
  });
};

/** The worlds of these tests add nothing to a day that was published; the expectations would have to say so. */
const refuseLateArrivals = (
  now: ReadonlyMap<string, Shown>,
  published: ReadonlyMap<string, Shown>,
  last: Truth | undefined,
): void => {
  const { from = "", to = "" } = last?.window ?? {};
  for (const [key, { businessDate }] of now) {
    const isLate = !published.has(key) && from <= businessDate && businessDate < to;
    if (isLate) throw new Error(`${key} appeared in a day that was published`);
  }
};
