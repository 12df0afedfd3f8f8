import { createHash } from "node:crypto";
import { Array as Arr, Effect } from "effect";
import type { SqlClient } from "effect/sql/SqlClient";

/** A table whose rows are copied as they are, and what tells them apart; none where a row may be there twice. */
export interface CopiedTable {
  readonly name: string;
  readonly key: ReadonlyArray<string>;
  /** Whether its rows have numbers of their own, which later rows go on from. */
  readonly isNumbered?: true;
}

/**
 * The tables of a ledger, those that others name before these. What is of the database itself is not copied: how its
 * tables were made, their digests, and who holds it.
 */
export const COPIED_TABLES: ReadonlyArray<CopiedTable> = [
  { name: "run", key: ["id"], isNumbered: true },
  { name: "run_session", key: [] },
  { name: "blob", key: ["id"], isNumbered: true },
  { name: "listing", key: ["details"] },
  { name: "observation", key: ["book", "kind", "entity", "run"] },
  { name: "reading", key: ["book", "kind", "entity"] },
  { name: "refusal", key: ["book", "kind", "entity", "day"] },
  { name: "conclusion", key: ["book", "about", "entity"] },
  { name: "report", key: ["id"], isNumbered: true },
  { name: "side_report", key: ["id"], isNumbered: true },
  { name: "report_exception", key: ["exception_id", "report"] },
  { name: "report_convention", key: ["report", "processor", "total"] },
  { name: "figure", key: ["report", "name"] },
  { name: "decision", key: ["id"], isNumbered: true },
  { name: "decision_end", key: ["report", "decision"] },
  { name: "outcome", key: ["id"], isNumbered: true },
];

/** Which ledger it is: one row. */
export const IDENTITY: CopiedTable = { name: "identity", key: [] };

/** Rows that are held at once; of details each may have some megabytes. */
const ROWS_A_PAGE = 100;

/** A row as either database gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** The rows of a table in the order of its key, page by page, which is one order in both databases. */
export const pagesOf = <E, R>(
  sql: SqlClient,
  { name, key }: CopiedTable,
  use: (page: Arr.NonEmptyReadonlyArray<Row>) => Effect.Effect<void, E, R>,
) =>
  Effect.gen(function* () {
    if (key.length === 0) {
      const rows = yield* sql<Row>`SELECT * FROM ${sql(name)} ORDER BY 1`;
      return yield* Effect.forEach(Arr.chunksOf(rows, ROWS_A_PAGE), use, { discard: true });
    }
    const columns = sql.literal(key.map((column) => `"${column}"`).join(", "));
    let last: Row | undefined;
    for (;;) {
      const after = last;
      const values = after && sql.csv(key.map((column) => sql`${after[column]}`));
      const rows: ReadonlyArray<Row> = yield* sql<Row>`
        SELECT * FROM ${sql(name)} ${after === undefined ? sql.literal("") : sql`WHERE (${columns}) > (${values})`}
        ORDER BY ${columns} LIMIT ${ROWS_A_PAGE}`;
      if (!Arr.isReadonlyArrayNonEmpty(rows)) return;
      yield* use(rows);
      last = rows.at(-1);
    }
  });

/** How many rows there are, and a hash over what they hold, but for the digests that each database makes by itself. */
export class RowHash {
  count = 0;
  readonly #hash = createHash("sha256");

  add(rows: ReadonlyArray<Row>): void {
    this.count += rows.length;
    for (const { digest: _, ...row } of rows)
      this.#hash.update(
        JSON.stringify(
          Object.entries(row)
            .map(([column, value]) => [
              column,
              value instanceof Uint8Array ? { bytes: Buffer.from(value).toString("base64") } : value,
            ])
            .toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
        ),
      );
  }

  /** Ends it. */
  hex(): string {
    return this.#hash.digest("hex");
  }
}
