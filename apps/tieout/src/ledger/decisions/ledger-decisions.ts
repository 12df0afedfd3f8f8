import type { DecisionEnd, DecisionRecord } from "@tieout/reconcile";
import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { isDecisionEnd, isRecordedDecision } from "../codec/decision-codecs.ts";
import { checked, decoded, decoding } from "../codec/decode.ts";
import type { WithLease } from "../lease/lease.ts";
import { standingReports } from "../reports/report-row.ts";
import { failing } from "../sql-failure.ts";
import { canonicalJson } from "../store/blob.ts";
import type { LedgerDecisions } from "./RecordedDecision.ts";

interface DecisionBody {
  readonly id: number;
  readonly body: string;
}

interface EndRow {
  readonly decision: number;
  readonly state: string;
}

const recordOf = ({ id, body }: DecisionBody): DecisionRecord => ({
  ...decoded(isRecordedDecision, body, { table: "decision", row: id }),
  id,
});

/** See {@link LedgerDecisions}. */
export const ledgerDecisions = Effect.fnUntraced(function* (path: string, withLease: WithLease) {
  const sql = yield* SqlClient.SqlClient;

  const decisions: LedgerDecisions["decisions"] = Effect.fn("Ledger.decisions")(
    function* (book, asOf) {
      const rows = yield* sql<DecisionBody>`
        SELECT id, body FROM decision WHERE book = ${book} AND decided_at <= ${asOf} ORDER BY id`;
      return yield* decoding(() => rows.map(recordOf));
    },
    failing(path, "could not be read"),
  );

  const endedDecisions: LedgerDecisions["endedDecisions"] = Effect.fn("Ledger.endedDecisions")(
    function* (report) {
      const ended = new Map<number, DecisionEnd>();
      for (const { id } of yield* standingReports(sql, report)) {
        const rows = yield* sql<EndRow>`SELECT decision, state FROM decision_end WHERE report = ${id}`;
        yield* decoding(() => {
          for (const { decision, state } of rows)
            ended.set(
              decision,
              checked(isDecisionEnd, state, { table: "decision_end", row: `${decision} of report ${id}` }),
            );
        });
      }
      return ended;
    },
    failing(path, "could not be read"),
  );

  const decide: LedgerDecisions["decide"] = Effect.fn("Ledger.decide")(
    function* (entries) {
      for (const { book, entry } of entries)
        yield* sql`INSERT INTO decision ${sql.insert({
          book,
          exception_id: entry.exceptionId,
          decided_at: entry.decidedAt,
          body: canonicalJson(entry),
        })}`;
    },
    withLease,
    failing(path, "could not record what was decided"),
  );

  return { decisions, endedDecisions, decide } satisfies LedgerDecisions;
});
