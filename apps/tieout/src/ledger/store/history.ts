import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { failing } from "../sqlite/sql-failure.ts";
import type { GoneEntry } from "./Entry.ts";
import type { Kind, Kinds } from "./kinds.ts";
import type { Run } from "./Run.ts";

interface GoneRow {
  readonly header: string;
  readonly details: number | null;
  readonly day: string;
}

/** The part of `Ledger` that knows what was before. The JSON it reads is what `store` made of headers of the kind. */
export const ledgerHistory = Effect.fnUntraced(function* (path: string) {
  const sql = yield* SqlClient.SqlClient;

  const gone = Effect.fn("Ledger.gone")(
    function* <K extends Kind>(run: Run, kind: K) {
      const rows = yield* sql<GoneRow>`
        SELECT last.header, last.details, (
          SELECT listing_run.day FROM run listing_run
          WHERE listing_run.book = o.book AND listing_run.id < o.run AND listing_run.finished_at IS NOT NULL
          ORDER BY listing_run.id DESC LIMIT 1
        ) AS day
        FROM observation o JOIN observation last
          ON last.book = o.book AND last.kind = o.kind AND last.entity = o.entity
        WHERE o.book = ${run.book} AND o.kind = ${kind} AND o.header IS NULL
          AND o.run = (
            SELECT max(newest.run) FROM observation newest
            WHERE newest.book = o.book AND newest.kind = o.kind AND newest.entity = o.entity
              AND newest.run <= ${run.id}
          )
          AND last.run = (
            SELECT max(seen.run) FROM observation seen
            WHERE seen.book = o.book AND seen.kind = o.kind AND seen.entity = o.entity AND seen.run < o.run
              AND seen.header IS NOT NULL
          )
        ORDER BY o.entity`;
      return rows.map(
        (row): GoneEntry<K> => ({
          header: JSON.parse(row.header) as Kinds[K]["header"],
          detailsId: row.details,
          // A batch that only a run that never finished has seen is as new as that run.
          lastSeenDay: row.day ?? run.day,
        }),
      );
    },
    failing(path, "could not be read"),
  );

  const history = Effect.fn("Ledger.history")(
    function* <K extends Kind>(run: Run, kind: K, id: string) {
      const rows = yield* sql<{ header: string }>`
        SELECT header FROM observation
        WHERE book = ${run.book} AND kind = ${kind} AND entity = ${id} AND run <= ${run.id} AND header IS NOT NULL
        ORDER BY run`;
      return rows.map(({ header }) => JSON.parse(header) as Kinds[K]["header"]);
    },
    failing(path, "could not be read"),
  );

  return { gone, history };
});
