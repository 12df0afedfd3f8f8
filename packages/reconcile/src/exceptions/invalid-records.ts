import type { InvalidRecord } from "../records.ts";
import type { Entity, Finding, Source } from "./finding.ts";

/** What held the records that were left out. */
export interface RecordHolder {
  readonly source: Source;
  /** The kind of thing the records are. */
  readonly recordEntity: Entity;
  /** What an exception is about where a record has no id. */
  readonly holder: { readonly entity: Entity; readonly entityId: string };
  readonly businessDate: string | null;
  readonly batchIds: readonly string[];
}

/**
 * `INVALID_RECORD` for records that were left out: one exception a record, and one for all records of a
 * holder that have no id of their own. For a list's own records (headers, programmes) the holder is the
 * run: `{ entity: "run", entityId: "<operationId>" }`.
 */
export const invalidRecords = (
  records: readonly InvalidRecord[],
  { holder, ...about }: RecordHolder,
): readonly Finding[] => {
  const byEntity = Map.groupBy(records, ({ id }) => id);
  return [...byEntity].map(([id, same]) => {
    const [first] = same;
    const where = `${first?.path ?? ""} should have been ${first?.rule ?? ""}`;
    const others = same.length === 1 ? "" : ` (and ${same.length - 1} more like it)`;
    return {
      code: "INVALID_RECORD",
      source: about.source,
      entity: id === null ? holder.entity : about.recordEntity,
      entityId: id ?? holder.entityId,
      businessDate: about.businessDate,
      currency: null,
      expected: first === undefined ? null : { kind: "text", text: first.rule },
      actual: first === undefined ? null : { kind: "text", text: first.value },
      moneyAtStake: null,
      whatHappened: `A record broke the API's contract and was left out: ${where}${others}.`,
      whatToDo: "Ask the API's operator to correct the record; it is read again by the next run with --full.",
      batchIds: about.batchIds,
    };
  });
};
