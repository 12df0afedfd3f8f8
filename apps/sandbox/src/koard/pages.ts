import type { PageFault } from "../faults/fault-kinds.ts";
import { type Fields, numberIn } from "../http/fields.ts";

/** Which rows of a list are asked for. */
export interface PageAsked {
  readonly limit: number;
  readonly offset: number;
}

/** Rows of a list, and how many it has. */
export interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** Asking for more than there may be on a page gives what may be; Koard fact 5.24 warns of servers that do so silently. */
export const pageIn = (fields: Fields, usual: number, most: number): PageAsked => ({
  limit: Math.min(Math.max(numberIn(fields, "limit") ?? usual, 1), most),
  offset: Math.max(numberIn(fields, "offset") ?? 0, 0),
});

/** A total that no list has. */
const ENDLESS_TOTAL = 1_000_000_000;

/** A total that longer lists are said to have, and the most rows of their pages. */
const SHORT_TOTAL = 100;

/** The page of a list that is held in memory. */
export const pageOf =
  <Row>(list: readonly Row[]) =>
  ({ limit, offset }: PageAsked): Rows<Row> => ({
    rows: list.slice(offset, offset + limit),
    total: list.length,
  });

/** Reads a page as it is, or as a fault of lists shows it. */
export const readPage = <Row>(
  page: PageAsked,
  fault: PageFault | undefined,
  read: (page: PageAsked) => Rows<Row>,
): Rows<Row> => {
  const { limit, offset } = page;
  const shifted = (by: 1 | -1): Rows<Row> => {
    const { rows, total } = read({ limit, offset: offset + by });
    return { rows, total: total - by };
  };
  switch (fault) {
    case undefined:
      return read(page);
    case "clamp": {
      const { rows, total } = read(page);
      return { rows: rows.slice(0, Math.ceil(rows.length / 5)), total };
    }
    case "short-total": {
      const { rows, total } = read({ limit: Math.min(limit, SHORT_TOTAL), offset });
      return { rows, total: Math.min(total, SHORT_TOTAL) };
    }
    case "insert":
      return shifted(-1);
    case "remove":
      return shifted(1);
    case "endless-empty":
      return { ...read(page), total: ENDLESS_TOTAL };
    case "endless-repeat": {
      const { rows, total } = read(page);
      const last = Math.max(total - limit, 0);
      return { rows: rows.length > 0 ? rows : read({ limit, offset: last }).rows, total: ENDLESS_TOTAL };
    }
  }
};

/** What Koard says beside the rows of a page. */
export const envelope = ({ limit, offset }: PageAsked, total: number) => ({
  limit,
  offset,
  page: Math.floor(offset / limit) + 1,
  total,
});
