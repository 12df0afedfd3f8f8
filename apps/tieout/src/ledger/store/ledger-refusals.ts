import { Array as Arr, Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { checked, decoding } from "../codec/decode.ts";
import { isCount, isText, objectOf } from "../codec/guards.ts";
import { listed } from "../dialect.ts";
import type { WithLease } from "../lease/lease.ts";
import { ROWS_AT_ONCE } from "../rows-at-once.ts";
import { failing } from "../sql-failure.ts";
import type { KeptRefusals, LedgerRefusals } from "./Refusals.ts";

interface RefusalRow {
  readonly entity: string;
  readonly days: number;
}

const isRefusalRow = objectOf<RefusalRow>({ entity: isText, days: isCount });

/** See {@link LedgerRefusals}. */
export const ledgerRefusals = Effect.fnUntraced(function* (path: string, withLease: WithLease) {
  const sql = yield* SqlClient.SqlClient;

  const refusals: LedgerRefusals["refusals"] = Effect.fn("Ledger.refusals")(
    function* ({ book, day }, kind) {
      const rows = yield* sql<RefusalRow>`
        SELECT entity, count(*) AS days FROM refusal
        WHERE book = ${book} AND kind = ${kind} AND day < ${day} GROUP BY entity`;
      return yield* decoding(
        () =>
          new Map(
            rows.map((row) => {
              const { entity, days } = checked(isRefusalRow, row, { table: "refusal", row: row.entity });
              return [entity, days];
            }),
          ),
      );
    },
    failing(path, "could not be read"),
  );

  const noteRefusals: LedgerRefusals["noteRefusals"] = Effect.fn("Ledger.noteRefusals")(
    function* ({ book, day }, kind, { refused, had }) {
      yield* sql`
        DELETE FROM refusal WHERE book = ${book} AND kind = ${kind}
          AND entity IN (SELECT value FROM ${listed(sql, [...had])} asked)`;
      for (const some of Arr.chunksOf([...refused], ROWS_AT_ONCE))
        yield* sql`INSERT INTO refusal ${sql.insert(
          Arr.map(some, (entity) => ({ book, kind, entity, day })),
        )} ON CONFLICT DO NOTHING`;
    },
    withLease,
    failing(path, "could not note what was refused"),
  );

  const old = ({ since, days }: KeptRefusals) => sql`
    SELECT book, kind, entity, day FROM (
      SELECT *, row_number() OVER (PARTITION BY book, kind, entity ORDER BY day DESC) AS nth
      FROM refusal WHERE day < ${since}
    ) counted WHERE nth > ${days}`;

  const oldRefusals: LedgerRefusals["oldRefusals"] = Effect.fn("Ledger.oldRefusals")(
    (kept) => Effect.map(old(kept), (rows) => rows.length),
    failing(path, "could not be read"),
  );

  const forgetRefusals: LedgerRefusals["forgetRefusals"] = Effect.fn("Ledger.forgetRefusals")(
    (kept) => Effect.asVoid(sql`DELETE FROM refusal WHERE (book, kind, entity, day) IN (${old(kept)})`),
    withLease,
    failing(path, "could not be pruned"),
  );

  return { refusals, noteRefusals, oldRefusals, forgetRefusals } satisfies LedgerRefusals;
});
