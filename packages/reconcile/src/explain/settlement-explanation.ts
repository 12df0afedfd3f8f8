import type { EvidenceKind } from "../exceptions/rule.ts";
import type { InvalidRecord, Settlement, Transaction } from "../records.ts";
import type { ProofContext } from "../settlement/context.ts";
import { isFollowUp } from "../settlement/listed-rows.ts";
import { type Reading, readSettlement } from "../settlement/reading.ts";
import { type About, capped, type Evidenced, type RecordLine } from "./Explanation.ts";
import { invalidRecordLine } from "./invalid-record-line.ts";
import { batchLines, transactionLines } from "./settlement-lines.ts";
import { batchRecord, rowRecord } from "./settlement-records.ts";

/** Kinds of evidence that no row of a batch adds to: its header says it all. */
const HEADER_ONLY: ReadonlySet<EvidenceKind> = new Set(["header", "days"]);

/** A row of a batch, or a record left out of it, that an exception rests on. */
type Item =
  | { readonly row: Transaction; readonly reading: Reading; readonly countedIn: string | null }
  | { readonly invalid: InvalidRecord };

/** The evidence about settlement batches or their transactions. */
export const explainSettlements = (
  about: About,
  settlements: readonly Settlement[],
  context: ProofContext,
): Evidenced => {
  const read = settlements.map((settlement) => readSettlement(settlement, context));
  const items = read.flatMap((reading) => itemsOf(about, reading, context));
  const { lines, leftOut } = capped(items, itemRecord);
  return {
    records: [...read.map(headerRecord), ...lines],
    recordsLeftOut: leftOut,
    arithmetic: read.flatMap((reading) =>
      about.entity === "transaction"
        ? transactionLines(about.entityId, reading)
        : batchLines(about, reading, context),
    ),
    notes: read.flatMap(notesOf),
  };
};

const itemsOf = (
  { evidence, entity, entityId }: About,
  reading: Reading,
  { shared }: ProofContext,
): readonly Item[] => {
  const { header, details } = reading;
  if (entity !== "transaction" && HEADER_ONLY.has(evidence)) return [];
  const isAbout = ({ id }: { readonly id: string | null }): boolean =>
    entity === "transaction" ? id === entityId : evidence !== "invalid_records" || id === null;
  const rows = evidence === "invalid_records" ? [] : (details?.rows ?? []);
  return [
    ...rows.filter(isAbout).map((row) => {
      const owner = isFollowUp(row) ? header.id : (shared.get(row.id)?.owner ?? header.id);
      return { row, reading, countedIn: owner === header.id ? null : owner };
    }),
    ...(details?.invalid ?? []).filter(isAbout).map((invalid) => ({ invalid })),
  ];
};

const itemRecord = (item: Item): RecordLine => {
  if ("invalid" in item) return invalidRecordLine(item.invalid, "transaction");
  const { row, reading, countedIn } = item;
  return rowRecord(row, {
    batchId: reading.header.id,
    currency: reading.group?.currency ?? null,
    // `readRows` keeps the row objects themselves: of two equal rows only the kept one is in the list.
    isLeftOut: !(reading.listed?.rows.includes(row) ?? false),
    countedIn,
  });
};

const headerRecord = ({ header, businessDate, group }: Reading): RecordLine =>
  batchRecord(header, businessDate, group?.currency ?? null);

const notesOf = ({ source, header, state, group, listed }: Reading): readonly string[] => [
  ...(listed === null
    ? [
        `${source.title} answers 404 for the details of batch ${header.id}: what it declares is all that is known.`,
      ]
    : state === "unproven"
      ? [`The details of batch ${header.id} are not whole, so nothing is added up for it.`]
      : []),
  ...(group?.source === "assumed"
    ? [`The currency ${group.currency} is assumed, from the configuration.`]
    : []),
  ...(group === null
    ? [`Batch ${header.id} has several currencies, so its declared totals belong to none of them.`]
    : []),
];
