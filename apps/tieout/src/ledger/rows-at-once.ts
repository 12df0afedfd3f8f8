/** What a statement costs beside its rows is then a small part of it. */
export const ROWS_AT_ONCE = 100;

/** Of rows of one key the last: a statement may not write a row twice. */
export const newestBy = <Row>(rows: ReadonlyArray<Row>, keyOf: (row: Row) => string): ReadonlyArray<Row> => [
  ...new Map(rows.map((row) => [keyOf(row), row])).values(),
];
