import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { HEADERS } from "../codec/codecs.ts";
import { decoded, decoding } from "../codec/decode.ts";
import { failing } from "../sql-failure.ts";
import type { EntityChange, Entry, GoneEntry, LedgerEntries } from "./Entry.ts";
import type { Kind, Kinds } from "./kinds.ts";
import type { Run } from "./Run.ts";

interface GoneRow {
  readonly entity: string;
  readonly run: number;
  readonly header: string;
  readonly details: number | null;
  readonly day: string;
}

interface ChangeRow {
  readonly entity: string;
  readonly is_same: number;
  readonly before: number | null;
  readonly details: number | null;
}

/** Names an observation, should it be damaged. */
export const observationName = (
  kind: Kind,
  { entity, run }: { readonly entity: string; readonly run: number },
) => ({
  table: "observation",
  row: `${kind} ${entity} of run ${run}`,
});

/** The part of `LedgerEntries` that knows what was before. */
export const ledgerHistory = Effect.fnUntraced(function* (path: string) {
  const sql = yield* SqlClient.SqlClient;

  const gone = Effect.fn("Ledger.gone")(
    function* <K extends Kind>(run: Run, kind: K) {
      const rows = yield* sql<GoneRow>`
        SELECT last.entity, last.run, last.header, last.details, (
          SELECT listing_run.day FROM run listing_run
          WHERE listing_run.book = o.book AND listing_run.id < o.run AND listing_run.finished_at IS NOT NULL
            AND listing_run.is_taken_in = 0
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
      return yield* decoding(() =>
        rows.map(
          (row): GoneEntry<K> => ({
            header: decoded(HEADERS[kind], row.header, observationName(kind, row)),
            detailsId: row.details,
            // A batch that only a run that never finished has seen is as new as that run.
            lastSeenDay: row.day ?? run.day,
          }),
        ),
      );
    },
    failing(path, "could not be read"),
  );

  const history = Effect.fn("Ledger.history")(
    function* <K extends Kind>(run: Run, kind: K, id: string) {
      const rows = yield* sql<Omit<GoneRow, "details" | "day">>`
        SELECT entity, run, header FROM observation
        WHERE book = ${run.book} AND kind = ${kind} AND entity = ${id} AND run <= ${run.id} AND header IS NOT NULL
        ORDER BY run`;
      return yield* decoding(() =>
        rows.map((row): Kinds[K]["header"] => decoded(HEADERS[kind], row.header, observationName(kind, row))),
      );
    },
    failing(path, "could not be read"),
  );

  const changedSince: LedgerEntries["changedSince"] = Effect.fn("Ledger.changedSince")(
    function* (run, earlierRun, kind) {
      const rows = yield* sql<ChangeRow>`
        SELECT now.entity, now.header IS NOT DISTINCT FROM was.header AS is_same, was.details AS before, now.details
        FROM observation now LEFT JOIN observation was
          ON was.book = now.book AND was.kind = now.kind AND was.entity = now.entity AND was.run = (
            SELECT max(o.run) FROM observation o
            WHERE o.book = now.book AND o.kind = now.kind AND o.entity = now.entity AND o.run <= ${earlierRun}
          )
        WHERE now.book = ${run.book} AND now.kind = ${kind} AND now.run > ${earlierRun} AND now.run = (
          SELECT max(o.run) FROM observation o
          WHERE o.book = now.book AND o.kind = now.kind AND o.entity = now.entity AND o.run <= ${run.id}
        )`;
      return new Map(
        rows.map(({ entity, is_same, before, details }): readonly [string, EntityChange] => [
          entity,
          { isSameHeader: is_same === 1, details: [before, details] },
        ]),
      );
    },
    failing(path, "could not be read"),
  );

  const changedSettlements: LedgerEntries["changedSettlements"] = Effect.fn("Ledger.changedSettlements")(
    function* (run) {
      const rows = yield* sql<Omit<GoneRow, "day">>`
        SELECT o.entity, o.run, o.header, o.details FROM observation o
        WHERE o.book = ${run.book} AND o.kind = 'settlement' AND o.run <= ${run.id} AND o.header IS NOT NULL
          AND o.entity IN (
            SELECT entity FROM observation
            WHERE book = ${run.book} AND kind = 'settlement' AND run <= ${run.id} AND details IS NOT NULL
            GROUP BY entity HAVING count(DISTINCT details) > 1
          )
        ORDER BY o.entity, o.run`;
      const entries = yield* decoding(() =>
        rows.map(
          (row): Entry<"settlement"> => ({
            header: decoded(HEADERS.settlement, row.header, observationName("settlement", row)),
            detailsId: row.details,
          }),
        ),
      );
      return Map.groupBy(entries, ({ header }) => header.id);
    },
    failing(path, "could not be read"),
  );

  return { gone, history, changedSince, changedSettlements };
});
