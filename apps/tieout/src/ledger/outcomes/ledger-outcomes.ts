import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { checked, decoding } from "../codec/decode.ts";
import { isCount, isInstant, isText, nullable, objectOf } from "../codec/guards.ts";
import { type ReportRow, reportOf } from "../reports/report-row.ts";
import { failing } from "../sql-failure.ts";
import { DONE, type LedgerOutcomes, type RunOutcome } from "./RunOutcome.ts";

interface OutcomeRow {
  readonly id: number;
  readonly started_at: string;
  readonly ended_at: string;
  readonly exit_code: number;
  readonly problem: string | null;
  readonly undelivered: string | null;
}

const isOutcome = objectOf<RunOutcome>({
  startedAt: isInstant,
  endedAt: isInstant,
  exit: isCount,
  problem: nullable(isText),
  undelivered: nullable(isText),
});

const outcomeOf = ({ id, started_at, ended_at, exit_code, problem, undelivered }: OutcomeRow): RunOutcome => {
  const outcome = { startedAt: started_at, endedAt: ended_at, exit: exit_code, problem, undelivered };
  return checked(isOutcome, outcome, { table: "outcome", row: id });
};

/** See {@link LedgerOutcomes}. */
export const ledgerOutcomes = Effect.fnUntraced(function* (path: string) {
  const sql = yield* SqlClient.SqlClient;

  const lastOutcome: LedgerOutcomes["lastOutcome"] = Effect.fn("Ledger.lastOutcome")(
    function* (book) {
      const [row] = yield* sql<OutcomeRow>`
        SELECT id, started_at, ended_at, exit_code, problem, undelivered FROM outcome
        WHERE book = ${book} ORDER BY id DESC LIMIT 1`;
      return row === undefined ? undefined : yield* decoding(() => outcomeOf(row));
    },
    failing(path, "could not be read"),
  );

  const lastSuccessAt: LedgerOutcomes["lastSuccessAt"] = Effect.fn("Ledger.lastSuccessAt")(
    function* (book) {
      const [row] = yield* sql<OutcomeRow>`
        SELECT id, started_at, ended_at, exit_code, problem, undelivered FROM outcome
        WHERE book = ${book} AND ${sql.in("exit_code", DONE)} ORDER BY id DESC LIMIT 1`;
      return row === undefined ? undefined : (yield* decoding(() => outcomeOf(row))).endedAt;
    },
    failing(path, "could not be read"),
  );

  const lastTold: LedgerOutcomes["lastTold"] = Effect.fn("Ledger.lastTold")(
    function* (book) {
      const [row] = yield* sql<ReportRow>`
        SELECT id, day, revision, window_from, window_to, manifest_sha256 FROM report
        WHERE id = (SELECT told FROM outcome WHERE book = ${book} AND told IS NOT NULL ORDER BY id DESC LIMIT 1)`;
      return row === undefined ? undefined : yield* decoding(() => reportOf(row));
    },
    failing(path, "could not be read"),
  );

  const recordOutcome: LedgerOutcomes["recordOutcome"] = Effect.fn("Ledger.recordOutcome")(
    function* (book, { startedAt, endedAt, exit, problem, undelivered }, told) {
      yield* sql`INSERT INTO outcome ${sql.insert({
        ...{ book, started_at: startedAt, ended_at: endedAt, exit_code: exit, problem, undelivered },
        told: told?.id ?? null,
      })}`;
    },
    sql.withTransaction,
    failing(path, "could not record how the run ended"),
  );

  return { lastOutcome, lastSuccessAt, lastTold, recordOutcome } satisfies LedgerOutcomes;
});
