import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Page,
  streamItems,
  streamPages,
  WalkEndless,
  type WalkOptions,
  WalkUnstable,
} from "../../src/index.ts";
import { rejection } from "../calls.ts";

interface Row {
  readonly id: string;
}

const rowsOf = (count: number): Row[] => Array.from({ length: count }, (_, index) => ({ id: `b${index}` }));

/** A walk over `list`, which may be changed between two pages; counts its pages. */
const walkOf = (
  list: readonly (Row | undefined)[],
  options: Partial<WalkOptions<Row>> & { readonly hasTotal?: boolean; readonly drift?: () => void } = {},
) => {
  const asked: number[] = [];
  const { hasTotal = true, drift = () => undefined, ...given } = options;
  const readPage = async (offset: number, limit: number): Promise<Page<Row>> => {
    const page = { rows: list.slice(offset, offset + limit), ...(hasTotal && { total: list.length }) };
    asked.push(offset);
    drift();
    return page;
  };
  const all: WalkOptions<Row> = {
    ...{ api: "Koard", operation: "listBatches", idOf: ({ id }) => id, limit: 10, readPage },
    ...given,
  };
  return { asked, all };
};

const idsOf = async (all: WalkOptions<Row>): Promise<string[]> => {
  const ids: string[] = [];
  for await (const { id } of streamItems(all)) ids.push(id);
  return ids;
};

it("asks for no page that its caller does not go on to", async () => {
  const { asked, all } = walkOf(rowsOf(2000), { limit: 100 });
  const first: string[] = [];
  for await (const { id } of streamItems(all)) {
    first.push(id);
    if (first.length === 3) break;
  }
  expect(first).toEqual(["b0", "b1", "b2"]);
  expect(asked).toEqual([0]);
});

it("yields pages as they come, of the size asked for, and none that is empty", async () => {
  const { all } = walkOf(rowsOf(25));
  const sizes: number[] = [];
  for await (const rows of streamPages(all)) sizes.push(rows.length);
  expect(sizes).toEqual([10, 9, 6]);
  const none = walkOf([]);
  expect(await streamPages(none.all).next()).toEqual({ done: true, value: undefined });
  expect(none.asked).toEqual([0]);
});

it("reads a list that keeps still whole and in order, whatever its length, page size, total and gaps", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.boolean(), { maxLength: 60 }),
      fc.integer({ min: 1, max: 20 }),
      fc.boolean(),
      async (valid, limit, hasTotal) => {
        const rows = valid.map((isValid, index) => (isValid ? { id: `b${index}` } : undefined));
        const { all, asked } = walkOf(rows, { limit, hasTotal });
        expect(await idsOf(all)).toEqual(rows.flatMap((row) => (row ? [row.id] : [])));
        // One row a page is read twice, where a page has more than one.
        expect(asked.length).toBeLessThanOrEqual(2 + rows.length / Math.max(1, limit - 1));
      },
    ),
  );
});

describe("a list that moves while it is read", () => {
  it("loses no row that was there all the time, and yields none twice", async () => {
    const change = fc.record({ add: fc.nat(3), removeAt: fc.option(fc.nat(100)), remove: fc.nat(12) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), fc.boolean(), async (changes, hasTotal) => {
        const list = rowsOf(60);
        const removed = new Set<string>();
        let added = 0;
        const left = changes.values();
        const drift = () => {
          const { value: now } = left.next();
          if (now === undefined) return;
          for (let nth = 0; nth < now.add; nth += 1) {
            added += 1;
            list.unshift({ id: `new${added}` });
          }
          if (now.removeAt === null) return;
          for (const { id } of list.splice(now.removeAt, now.remove)) removed.add(id);
        };
        const { all } = walkOf(list, { limit: 7, hasTotal, drift });
        const ids = await idsOf(all);
        expect(new Set(ids).size).toBe(ids.length);
        const stayed = rowsOf(60).filter(({ id }) => !removed.has(id));
        expect(ids).toEqual(expect.arrayContaining(stayed.map(({ id }) => id)));
      }),
    );
  });

  it("is unstable where its rows keep no order", async () => {
    let nth = 0;
    const readPage = async () => {
      nth += 1;
      return { rows: Array.from({ length: 10 }, (_, row) => ({ id: `${nth}-${row}` })), total: 1000 };
    };
    const { all } = walkOf([], { readPage });
    expect(await rejection(idsOf(all))).toBeInstanceOf(WalkUnstable);
  });
});

describe("a list without an end", () => {
  it("is told by pages that bring nothing new", async () => {
    const readPage = async () => ({ rows: rowsOf(10), total: 1000 });
    const { all } = walkOf([], { readPage });
    expect(String(await rejection(idsOf(all)))).toContain("5 pages in a row without a new row");
  });

  it("ends at the most pages and rows that are allowed", async () => {
    let nth = 0;
    const readPage = async (offset: number) => {
      nth = Math.max(nth, offset + 10);
      return { rows: Array.from({ length: 10 }, (_, row) => ({ id: String(offset + row) })) };
    };
    const pages = walkOf([], { readPage, maxPages: 4 });
    expect(await rejection(idsOf(pages.all))).toBeInstanceOf(WalkEndless);
    const rows = walkOf([], { readPage, maxRows: 25 });
    expect(String(await rejection(idsOf(rows.all)))).toContain("more than 25 rows");
  });
});
