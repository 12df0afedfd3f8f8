import { Array as Arr, Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { deferReferences, goOnFromNumbers } from "../dialect.ts";
import type { LedgerFailed } from "../failures.ts";
import type { WithLease } from "../lease/lease.ts";
import { failing } from "../sql-failure.ts";
import { COPIED_TABLES, IDENTITY, pagesOf } from "./copied-tables.ts";
import type { LedgerTransfer, TakeRows } from "./LedgerTransfer.ts";

/** See {@link LedgerTransfer}. */
export const ledgerTransfer = Effect.fnUntraced(function* (path: string, withLease: WithLease) {
  const sql = yield* SqlClient.SqlClient;

  const isUnused: LedgerTransfer["isUnused"] = Effect.gen(function* () {
    const used = yield* sql`
      SELECT 1 AS used FROM identity WHERE key_mark IS NOT NULL OR EXISTS (SELECT 1 FROM run)`;
    return used.length === 0;
  }).pipe(failing(path, "could not be read"));

  const handOver: LedgerTransfer["handOver"] = (take) =>
    Effect.forEach(
      [IDENTITY, ...COPIED_TABLES],
      (table) => pagesOf(sql, table, (rows) => take(table, rows)),
      { discard: true },
    ).pipe(failing(path, "could not be read"));

  const put: TakeRows<LedgerFailed> = (table, rows) =>
    // Each database digests its rows by itself.
    sql`INSERT INTO ${sql(table.name)} ${sql.insert(Arr.map(rows, ({ digest: _, ...row }) => row))}`.pipe(
      Effect.asVoid,
      failing(path, "could not be filled"),
    );

  const become: LedgerTransfer["become"] = (fill, check) =>
    Effect.gen(function* () {
      yield* deferReferences(sql);
      yield* sql`DELETE FROM identity`;
      yield* fill(put);
      for (const { name, isNumbered } of COPIED_TABLES)
        if (isNumbered === true) yield* goOnFromNumbers(sql, name);
      yield* check;
    }).pipe(withLease, failing(path, "could not be filled"));

  return { isUnused, handOver, become } satisfies LedgerTransfer;
});
