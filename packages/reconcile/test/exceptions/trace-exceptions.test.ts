import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exceptionId } from "../../src/exceptions/exception-id.ts";
import type { ExceptionRow, Finding } from "../../src/exceptions/finding.ts";
import { traceExceptions } from "../../src/exceptions/trace-exceptions.ts";

const finding = (entityId: string, other: Partial<Finding> = {}): Finding => ({
  code: "CAPTURED_MISMATCH",
  source: "koard",
  entity: "batch",
  entityId,
  businessDate: "2026-11-20",
  currency: "USD",
  expected: { kind: "amount", text: "10.00" },
  actual: { kind: "amount", text: "11.00" },
  moneyAtStake: "1.00",
  whatHappened: "It happened.",
  whatToDo: "Do it.",
  batchIds: [entityId],
  ...other,
});

const trace = (
  day: string,
  findings: readonly Finding[],
  previous: readonly ExceptionRow[] = [],
): readonly ExceptionRow[] =>
  traceExceptions(findings, { book: "default", day, previous, history: new Map() });

const life = (rows: readonly ExceptionRow[]): readonly unknown[] =>
  rows.map(({ entityId, status, firstSeen, nights }) => [entityId, status, firstSeen, nights]);

describe("exceptionId", () => {
  it("is the same every night, and another for another book, code, entity or entity id", () => {
    const one = { code: "COUNT_MISMATCH", entity: "batch", entityId: "b1" } as const;
    const id = exceptionId("default", one);
    expect(id).toBe("x_c152c8abb76e");
    const others = [
      exceptionId("other", one),
      exceptionId("default", { ...one, code: "WRONG_BATCH" }),
      exceptionId("default", { ...one, entity: "credential_batch" }),
      exceptionId("default", { ...one, entityId: "b2" }),
    ];
    expect(new Set([id, ...others]).size).toBe(5);
  });
});

describe("traceExceptions", () => {
  const night1 = trace("2026-11-20", [finding("b1"), finding("b2")]);
  const night2 = trace("2026-11-21", [finding("b1", { moneyAtStake: "3.00" })], night1);
  const night3 = trace("2026-11-22", [finding("b1")], night2);

  it("is new on the first day, open on the next, counting nights", () => {
    expect(life(night1.toSorted((l, r) => (l.entityId < r.entityId ? -1 : 1)))).toEqual([
      ["b1", "new", "2026-11-20", 1],
      ["b2", "new", "2026-11-20", 1],
    ]);
    expect(life(night2)).toContainEqual(["b1", "open", "2026-11-20", 2]);
    expect(night2).toContainEqual(expect.objectContaining({ entityId: "b1", moneyAtStake: "3.00" }));
  });

  it("is resolved once, as last seen, in the first report in which it is gone", () => {
    expect(life(night2)).toContainEqual(["b2", "resolved", "2026-11-20", 1]);
    expect(night2).toContainEqual(
      expect.objectContaining({ entityId: "b2", actual: { kind: "amount", text: "11.00" } }),
    );
    expect(life(night3)).toEqual([["b1", "open", "2026-11-20", 3]]);
  });

  it("is new again, with its history, when it comes back", () => {
    expect(life(trace("2026-11-22", [finding("b2")], night2))).toContainEqual(["b2", "new", "2026-11-20", 2]);
    const history = new Map([
      [exceptionId("default", finding("b2")), { firstSeen: "2026-11-20", nights: 4 }],
    ]);
    const later = traceExceptions([finding("b2")], {
      book: "default",
      day: "2026-12-01",
      previous: [],
      history,
    });
    expect(life(later)).toEqual([["b2", "new", "2026-11-20", 5]]);
  });

  it("keeps the first day and counts every day of it, whatever came and went between", () => {
    const days = ["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25"];
    const nights = fc.array(fc.subarray(["b1", "b2", "b3"]), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(nights, (found) => {
        const reports: (readonly ExceptionRow[])[] = [];
        for (const [at, day] of days.entries()) {
          // Later reports overwrite what earlier ones knew of the same exception.
          const history = new Map(reports.flat().map((row) => [row.exceptionId, row]));
          const previous = reports.at(-1) ?? [];
          const findings = (found[at] ?? []).map((id) => finding(id));
          reports.push(traceExceptions(findings, { book: "default", day, previous, history }));
        }
        for (const [at, rows] of reports.entries()) {
          for (const row of rows) {
            const had = days.slice(0, at + 1).filter((_, night) => found[night]?.includes(row.entityId));
            expect([row.entityId, row.firstSeen, row.nights]).toEqual([row.entityId, had[0], had.length]);
            const isGone = found[at]?.includes(row.entityId) === false;
            const wasThere = found[at - 1]?.includes(row.entityId) === true;
            expect(row.status).toBe(isGone ? "resolved" : wasThere ? "open" : "new");
          }
        }
      }),
    );
  });

  it("says the same however often and in whatever order a day is run", () => {
    const findings = [finding("b3"), finding("b1"), finding("b9", { currency: null, moneyAtStake: null })];
    expect(trace("2026-11-21", findings.toReversed(), night1)).toEqual(trace("2026-11-21", findings, night1));
  });

  it("joins findings of one code about one entity, whatever their order", () => {
    const two = [
      finding("t", { moneyAtStake: "1.00", batchIds: ["b2"] }),
      finding("t", { moneyAtStake: "5.00", batchIds: ["b1"] }),
    ];
    const rows = trace("2026-11-20", two);
    expect(rows).toMatchObject([{ moneyAtStake: "5.00", batchIds: ["b1", "b2"], nights: 1 }]);
    expect(trace("2026-11-20", two.toReversed())).toEqual(rows);
  });

  it("lets the first member that differs decide between findings of the same stake, in the order of members", () => {
    const count = (text: string) => ({ kind: "count", text }) as const;
    const winner = (...pair: readonly Partial<Finding>[]) => {
      const two = pair.map((cells) => finding("t", { moneyAtStake: null, batchIds: ["b2"], ...cells }));
      const [row] = trace("2026-11-20", two);
      expect(trace("2026-11-20", two.toReversed())).toEqual([row]);
      return row;
    };
    // The business day stands before what was expected, and that before what was found.
    expect(
      winner(
        { businessDate: "2026-11-19", expected: count("9"), whatHappened: "b" },
        { businessDate: "2026-11-20", expected: count("1"), whatHappened: "a" },
      ),
    ).toMatchObject({ businessDate: "2026-11-19", whatHappened: "b" });
    expect(
      winner({ expected: count("9"), actual: count("1") }, { expected: count("10"), actual: count("2") }),
    ).toMatchObject({ expected: count("10"), actual: count("2") });
    expect(
      winner({ actual: null, whatHappened: "b" }, { actual: count("2"), whatHappened: "a" }),
    ).toMatchObject({ actual: null });
    expect(winner({ whatHappened: "é" }, { whatHappened: "z" })).toMatchObject({ whatHappened: "z" });
    expect(winner({ batchIds: ["b9"] }, { batchIds: ["b10"] })).toMatchObject({ batchIds: ["b10", "b9"] });
  });

  it("survives being stored as JSON between nights", () => {
    expect(trace("2026-11-21", [finding("b1")], JSON.parse(JSON.stringify(night1)))).toEqual(
      trace("2026-11-21", [finding("b1")], night1),
    );
  });

  it("sorts by severity, currency, money at stake and id", () => {
    const rows = trace("2026-11-20", [
      finding("low", { code: "REISSUED", currency: "AAA", moneyAtStake: "999.00" }),
      finding("none", { currency: null, moneyAtStake: null }),
      finding("small", { moneyAtStake: "9.00" }),
      finding("large", { moneyAtStake: "10.00" }),
      finding("unknown", { moneyAtStake: null }),
      finding("euro", { currency: "EUR", moneyAtStake: "0.01" }),
    ]);
    expect(rows.map(({ entityId }) => entityId)).toEqual([
      "euro",
      "large",
      "small",
      "unknown",
      "none",
      "low",
    ]);
  });
});
