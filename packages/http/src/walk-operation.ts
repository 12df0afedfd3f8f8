import type { Answer, CallInit, Operation } from "./operation.ts";
import { stepsOf, valueAt } from "./pointer.ts";
import { walkPages } from "./walk-pages.ts";
import type { Page, WalkOptions } from "./walk-types.ts";

/** Rows to ask for at once where neither the caller nor the spec says a number. */
export const DEFAULT_PAGE_ROWS = 100;

/** The type of the rows in an answer of a paged operation. */
export type RowOf<Paged extends Operation, Data> = Paged extends {
  readonly pagination: { readonly items: infer Member };
}
  ? Member extends keyof Data
    ? ElementOf<Data[Member]>
    : ElementOf<Data>
  : never;

type ElementOf<List> = List extends readonly (infer Element)[] ? Element : never;

/** A paged operation with the method that calls it. */
export interface OperationWalk<Paged extends Operation, Data, Init> {
  readonly api: string;
  readonly operation: Paged;
  readonly method: (init: Init) => Promise<Answer<Data>>;
  /** What every page is asked with; its `limit`, if any, is the number of rows asked for at once. */
  readonly init: Init;
  /** What makes two rows the same row. Default: the id that the spec's metadata names, else the whole row. */
  readonly idOf?: (row: RowOf<Paged, Data>) => string;
  readonly maxPages?: number;
  readonly maxRows?: number;
}

/** Walks all pages of one operation as its metadata says; see {@link walkPages} for what is promised. */
export const walkOperation = <Paged extends Operation, Data, Init extends CallInit>(
  walk: OperationWalk<Paged, Data, Init>,
): AsyncGenerator<RowOf<Paged, Data>, void, undefined> => {
  type Row = RowOf<Paged, Data>;
  const { api, operation, method, init, maxPages, maxRows } = walk;
  const { pagination } = operation;
  if (pagination === undefined) throw new TypeError(`${operation.id} is not paged`);

  const place = pagination.in;
  const asked = placeOf(init, place);
  const pattern = pagination.items === null ? "/*" : `/${pagination.items}/*`;
  const idMember = operation.itemIds?.[pattern];
  const ownIdOf = (row: Row): string => {
    const id = idMember === undefined ? undefined : valueAt(row, [idMember]);
    return typeof id === "string" || typeof id === "number" ? String(id) : JSON.stringify(row);
  };
  const options: WalkOptions<Row> = {
    api,
    operation: operation.id,
    readPage: async (offset, limit) =>
      pageOf<Row>(await method({ ...init, [place]: { ...asked, limit, offset } }), pattern),
    idOf: walk.idOf ?? ownIdOf,
    limit: typeof asked["limit"] === "number" ? asked["limit"] : (pagination.maxLimit ?? DEFAULT_PAGE_ROWS),
    ...(maxPages !== undefined && { maxPages }),
    ...(maxRows !== undefined && { maxRows }),
  };
  return walkPages(options);
};

const placeOf = (init: CallInit, place: "query" | "body"): Readonly<Record<string, unknown>> => {
  const given = init[place];
  return typeof given === "object" && given !== null ? Object.fromEntries(Object.entries(given)) : {};
};

/** The rows of an answer, with a gap where one was left out, so that offsets stay those of the server. */
const pageOf = <Row>({ data, leftOut }: Answer<unknown>, pattern: string): Page<Row> => {
  const holder = stepsOf(pattern).slice(0, -1);
  const list: unknown = valueAt(data, holder);
  // The answer has passed the validator of the spec that `Row` is made from.
  const kept = Array.isArray(list) ? (list as readonly Row[]) : [];
  const total = valueAt(data, ["total"]);
  return {
    rows: withGaps(kept, gapsAmong(leftOut, holder)),
    ...(typeof total === "number" && holder.length > 0 && { total }),
  };
};

const gapsAmong = (leftOut: readonly string[], holder: readonly string[]): ReadonlySet<number> => {
  const rows = leftOut.map(stepsOf).filter((steps) => steps.length === holder.length + 1);
  return new Set(rows.map((steps) => Number(steps.at(-1))));
};

const withGaps = <Row>(kept: readonly Row[], gaps: ReadonlySet<number>): readonly (Row | undefined)[] => {
  if (gaps.size === 0) return kept;
  const rows: (Row | undefined)[] = [];
  const left = kept.values();
  for (let index = 0; index < kept.length + gaps.size; index += 1) {
    rows.push(gaps.has(index) ? undefined : left.next().value);
  }
  return rows;
};
