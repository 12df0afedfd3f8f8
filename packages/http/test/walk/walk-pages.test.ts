import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Page, WalkEndless, type WalkOptions, WalkUnstable, walkItems } from "../../src/index.ts";
import { rejection } from "../calls.ts";

interface Row {
  readonly id: string;
}

const rowsOf = (count: number): Row[] => Array.from({ length: count }, (_, index) => ({ id: `b${index}` }));

const walk = async (
  options: Partial<WalkOptions<Row>> & Pick<WalkOptions<Row>, "readPage">,
): Promise<string[]> => {
  const ids: string[] = [];
  const all = { api: "Koard", operation: "listBatches", idOf: (row: Row) => row.id, limit: 10, ...options };
  for await (const row of walkItems(all)) ids.push(row.id);
  return ids;
};

/** A list that changes by `drift` after each page that was read from it. */
const drifting = (list: Row[], drift: (read: number) => void, hasTotal = true) => {
  let read = 0;
  return async (offset: number, limit: number): Promise<Page<Row>> => {
    const page = { rows: list.slice(offset, offset + limit), ...(hasTotal && { total: list.length }) };
    read += 1;
    drift(read);
    return page;
  };
};

describe("a list that keeps still", () => {
  it("is read whole and in order, whatever its length, page size, clamp and total", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(60),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        fc.boolean(),
        async (count, limit, clamp, hasTotal) => {
          const rows = rowsOf(count);
          const read = drifting(rows, () => undefined, hasTotal);
          const ids = await walk({ limit, readPage: (offset, size) => read(offset, Math.min(size, clamp)) });
          expect(ids).toEqual(rows.map(({ id }) => id));
        },
      ),
    );
  });

  it("keeps its offsets where rows were left out for breaking the spec", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 60 }), fc.boolean(), async (valid, hasTotal) => {
        const rows = valid.map((isValid, index) => (isValid ? { id: `b${index}` } : undefined));
        const readPage = async (offset: number, limit: number): Promise<Page<Row>> => ({
          rows: rows.slice(offset, offset + limit),
          ...(hasTotal && { total: rows.length }),
        });
        expect(await walk({ limit: 4, readPage })).toEqual(rows.flatMap((row) => (row ? [row.id] : [])));
      }),
    );
  });

  it("is asked for once where it fits a page, and once for what lies behind it", async () => {
    const offsets: number[] = [];
    const readPage = async (offset: number, limit: number): Promise<Page<Row>> => {
      offsets.push(offset);
      return { rows: rowsOf(7).slice(offset, offset + limit), total: 7 };
    };
    await walk({ readPage });
    expect(offsets).toEqual([0, 7]);
  });

  it("is read to its end, however few rows its total names", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(60),
        fc.nat(60),
        fc.integer({ min: 1, max: 20 }),
        async (count, total, clamp) => {
          const rows = rowsOf(count);
          const readPage = async (offset: number, limit: number): Promise<Page<Row>> => ({
            rows: rows.slice(offset, offset + Math.min(limit, clamp)),
            total: Math.min(total, count),
          });
          expect(await walk({ readPage })).toEqual(rows.map(({ id }) => id));
        },
      ),
    );
  });

  it("ends where a server answers every offset alike", async () => {
    const readPage = async (): Promise<Page<Row>> => ({ rows: rowsOf(3), total: 3 });
    expect(await walk({ readPage })).toEqual(["b0", "b1", "b2"]);
  });
});

describe("a list that moves", () => {
  it("loses no row that was there all the time, and yields none twice", async () => {
    const change = fc.record({
      add: fc.nat(3),
      removeAt: fc.option(fc.nat(100)),
      remove: fc.oneof(fc.constant(1), fc.nat(20)),
      append: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(80),
        fc.array(change, { maxLength: 40 }),
        fc.boolean(),
        async (count, changes, hasTotal) => {
          const list = rowsOf(count);
          const stayed = new Set(list.map(({ id }) => id));
          let added = 0;
          const readPage = drifting(
            list,
            (read) => {
              const { add = 0, removeAt = null, remove = 0, append = false } = changes[read - 1] ?? {};
              for (let nth = 0; nth < add; nth += 1) list.unshift({ id: `new${added++}` });
              if (append) list.push({ id: `new${added++}` });
              const from = removeAt === null ? list.length : removeAt % Math.max(list.length, 1);
              for (const { id } of list.splice(from, remove)) stayed.delete(id);
            },
            hasTotal,
          );
          const ids = await walk({ readPage }).catch((error: unknown) => error);
          // To give up is right where the list never came to rest; to leave something out is not.
          if (ids instanceof WalkUnstable) return;
          expect(Array.isArray(ids) && new Set(ids).size).toBe(Array.isArray(ids) && ids.length);
          expect(ids).toEqual(expect.arrayContaining([...stayed]));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("is read again when a row was added at its front, and has it then", async () => {
    const list = rowsOf(25);
    const readPage = drifting(list, (read) => {
      if (read === 1) list.unshift({ id: "late" });
    });
    expect(await walk({ readPage })).toEqual(["late", ...rowsOf(25).map(({ id }) => id)]);
  });

  it("is read again when a removal made it skip a row, though an addition evens out the total", async () => {
    const list = rowsOf(40);
    const readPage = drifting(list, (read) => {
      if (read !== 2) return;
      list.splice(12, 1);
      list.push({ id: "late" });
    });
    const ids = await walk({ readPage });
    expect(ids).toHaveLength(40);
    expect(new Set(ids)).toEqual(new Set(list.map(({ id }) => id)));
  });

  it("is read again when a row was added at its front after its last page was read", async () => {
    const list = rowsOf(25);
    const readPage = drifting(list, (read) => {
      if (read === 3) list.unshift({ id: "late" });
    });
    expect(await walk({ readPage })).toContain("late");
  });

  it("is read over overlapping pages when it never rests", async () => {
    const list = rowsOf(60);
    let added = 0;
    const readPage = drifting(list, () => {
      list.unshift({ id: `new${added++}` });
    });
    const ids = await walk({ readPage });
    expect(ids).toEqual(expect.arrayContaining(rowsOf(60).map(({ id }) => id)));
  });

  it("is not taken for endless because it grows as fast as it is read", async () => {
    const list = rowsOf(1);
    const readPage = drifting(
      list,
      (read) => {
        if (read < 20) list.unshift({ id: `new${read}` });
      },
      false,
    );
    expect(await walk({ readPage })).toContain("b0");
  });

  it("is read from further ahead where a removal tore overlapping pages apart", async () => {
    const list = rowsOf(100);
    let passes = 0;
    let added = 0;
    let reads = 0;
    const readPage = async (offset: number, limit: number): Promise<Page<Row>> => {
      if (offset === 0) passes += 1;
      const page = { rows: list.slice(offset, offset + limit), total: list.length };
      if (passes < 3) list.unshift({ id: `new${added++}` });
      else if (++reads === 5) list.splice(0, 14);
      return page;
    };
    expect(await walk({ readPage })).toEqual(expect.arrayContaining(rowsOf(100).map(({ id }) => id)));
  });

  it("is given up as unstable when its rows have no order at all", async () => {
    const list = rowsOf(200);
    let shift = 0;
    const readPage = drifting(list, () => {
      shift = (shift * 31 + 57) % 199;
      list.push(...list.splice(0, shift));
    });
    const error = await rejection(walk({ readPage }));
    expect(error).toBeInstanceOf(WalkUnstable);
    expect(String(error)).toMatch(
      /^WalkUnstable: Koard kept changing the list of listBatches while it was read: /,
    );
  });
});

describe("a list without an end", () => {
  it.each([
    ["repeats its last page", async (offset: number) => ({ rows: rowsOf(10).slice(offset > 0 ? 5 : 0) })],
    ["ignores the offset", async () => ({ rows: rowsOf(10) })],
    ["ignores the offset under a huge total", async () => ({ rows: rowsOf(10), total: 1e9 })],
    ["says it goes on, and is empty", async () => ({ rows: [], total: 1e9 })],
    ["has ten rows of a billion", async (offset: number) => ({ rows: rowsOf(10).slice(offset), total: 1e9 })],
  ])("is given up when it %s", async (name, readPage) => {
    let reads = 0;
    const counted = (offset: number): Promise<Page<Row>> => {
      reads += 1;
      return readPage(offset);
    };
    const result = await walk({ readPage: counted }).catch((error: unknown) => error);
    // Shorter than the first and known: without a total that is an end like any other.
    if (name === "repeats its last page") expect(result).toHaveLength(10);
    else expect(result).toBeInstanceOf(WalkEndless);
    expect(reads).toBeLessThan(20);
  });

  it("is asked again for a page that ought to have rows and comes empty, three times and no more", async () => {
    const emptyFor = (times: number) => {
      let reads = 0;
      const readPage = async (): Promise<Page<Row>> => {
        reads += 1;
        return { rows: reads > times ? rowsOf(4) : [], total: 4 };
      };
      return { readPage, reads: () => reads };
    };
    const twice = emptyFor(2);
    expect(await walk({ readPage: twice.readPage })).toHaveLength(4);
    const always = emptyFor(Number.POSITIVE_INFINITY);
    expect(await rejection(walk({ readPage: always.readPage }))).toBeInstanceOf(WalkEndless);
    expect(always.reads()).toBe(3);
  });

  it("is given up at the named maxima of pages and rows", async () => {
    const readPage = async (offset: number): Promise<Page<Row>> => ({
      rows: Array.from({ length: 10 }, (_, index) => ({ id: `b${offset + index}` })),
    });
    expect(String(await rejection(walk({ readPage, maxPages: 7 })))).toContain("more than 7 pages");
    expect(String(await rejection(walk({ readPage, maxRows: 70 })))).toContain("more than 70 rows");
  });

  it("is not taken for one with just as many rows as are allowed", async () => {
    const readPage = drifting(rowsOf(25), () => undefined);
    expect(await walk({ readPage, maxRows: 25 })).toHaveLength(25);
  });
});

it("passes on what a page fails with", async () => {
  const readPage = () => Promise.reject(new Error("refused"));
  expect(await rejection(walk({ readPage }))).toEqual(new Error("refused"));
});
