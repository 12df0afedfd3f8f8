import type { InvalidRecord } from "../records.ts";
import type { RecordLine } from "./Explanation.ts";

/** A record that was left out as invalid. */
export const invalidRecordLine = (record: InvalidRecord, kind: RecordLine["kind"]): RecordLine => ({
  kind,
  id: record.id ?? "(no id)",
  says: [
    `at ${record.path}`,
    `should have been ${record.rule}`,
    `was ${record.value}`,
    `left out: ${record.isTooLarge === true ? "more than is read" : "invalid"}`,
  ],
});
