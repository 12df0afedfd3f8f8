import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exceptionId } from "../../src/exceptions/exception-id.ts";
import type { ExceptionRow, Finding } from "../../src/exceptions/finding.ts";
import {
  datedExceptions,
  type TraceOptions,
  traceExceptions,
} from "../../src/exceptions/trace-exceptions.ts";

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
  more: Partial<TraceOptions> = {},
): readonly ExceptionRow[] =>
  traceExceptions(findings, {
    book: "default",
    day,
    previous,
    history: new Map(),
    revised: [],
    expiresAfterDays: 35,
    ...more,
  });

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
    const history = new Map(night2.map((row) => [row.exceptionId, { ...row, nights: 4 }]));
    expect(life(trace("2026-12-01", [finding("b2")], [], { history }))).toEqual([
      ["b2", "new", "2026-11-20", 5],
    ]);
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
          reports.push(trace(day, findings, previous, { history }));
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

  it("is resolved, as it was first shown, where an earlier revision of the day alone had it", () => {
    const first = trace("2026-11-21", [finding("b1"), finding("b7", { moneyAtStake: "7.00" })], night1);
    const second = trace("2026-11-21", [finding("b1")], night1, { revised: first });
    expect(life(second)).toEqual(expect.arrayContaining([["b7", "resolved", "2026-11-21", 1]]));
    expect(second.find(({ entityId }) => entityId === "b7")).toMatchObject({ moneyAtStake: "7.00" });
    // A repeat looks at the same revisions, and at those that said that it is gone.
    expect(trace("2026-11-21", [finding("b1")], night1, { revised: first })).toEqual(second);
    // It is as new as it was when it is found once more, and what the report before had is resolved once.
    expect(
      trace("2026-11-21", [finding("b1"), finding("b7", { moneyAtStake: "7.00" })], night1, {
        revised: first,
      }),
    ).toEqual(first);
    expect(second.filter(({ entityId }) => entityId === "b2")).toHaveLength(1);
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

const low = (entityId: string, other: Partial<Finding> = {}): Finding =>
  finding(entityId, { code: "REFUNDED_LATER", ...other });

describe("an exception that is low or info", () => {
  const nights = (findingOf: (night: number) => readonly Finding[], until: number) => {
    const reports: (readonly ExceptionRow[])[] = [];
    const history = new Map<string, ExceptionRow>();
    for (let night = 0; night < until; night++) {
      const day = `2026-11-${String(10 + night)}`;
      reports.push(trace(day, findingOf(night), reports.at(-1), { history, expiresAfterDays: 3 }));
      for (const row of reports.at(-1) ?? []) history.set(row.exceptionId, row);
    }
    return reports.map((rows) => rows.map(({ status, nights }) => `${status} ${nights}`).join());
  };

  it("is listed once as expired so many days after it was new, and then no more", () => {
    expect(nights(() => [low("b1")], 7)).toEqual(["new 1", "open 2", "open 3", "expired 3", "", "", ""]);
  });

  it("is new again when what is expected or actual changes, and expires again, counting nights on", () => {
    const actual = (night: number) => ({ kind: "amount", text: night < 5 ? "11.00" : "12.00" }) as const;
    expect(nights((night) => [low("b1", { actual: actual(night) })], 9)).toEqual([
      ...["new 1", "open 2", "open 3", "expired 3", "", "new 4", "open 5", "open 6", "expired 6"],
    ]);
  });

  it("renews nothing by figures that only run with time", () => {
    const horizon = (night: number) =>
      finding("koard", {
        code: "HORIZON_MOVED",
        entity: "source",
        expected: { kind: "text", text: `2026-08-${10 + night}` },
      });
    expect(nights((night) => [horizon(night)], 6)).toEqual([
      "new 1",
      "open 2",
      "open 3",
      "expired 3",
      "",
      "",
    ]);
  });

  it("does not expire while it is graver, and stands again when it becomes so", () => {
    const graver = (night: number) => (night < 5 ? {} : { severity: "medium" as const });
    const code = "BASIS_ALTERNATIVE";
    expect(nights(() => [low("b1", { code, severity: "medium" })], 5).at(-1)).toBe("open 5");
    expect(nights((night) => [low("b1", { code, ...graver(night) })], 7)).toEqual([
      ...["new 1", "open 2", "open 3", "expired 3", "", "new 4", "open 5"],
    ]);
  });

  it("is not resolved once it has expired, and does not expire while its source is not asked", () => {
    expect(nights((night) => (night < 4 ? [low("b1")] : []), 6).slice(3)).toEqual(["expired 3", "", ""]);
    const old = trace("2026-11-10", [low("b1")]);
    const held = trace("2026-11-30", [low("b1")], old, { expiresAfterDays: 3, isHeld: () => true });
    expect(life(held)).toEqual([["b1", "open", "2026-11-10", 2]]);
  });
});

describe("datedExceptions", () => {
  const dated = (findings: readonly Finding[], previous: readonly ExceptionRow[], history = previous) =>
    datedExceptions(findings, {
      book: "default",
      day: "2026-10-31",
      previous,
      history: new Map(history.map((row) => [row.exceptionId, row])),
    });

  it("has the age that the nightly reports know, and none where they know nothing", () => {
    const nightly = trace("2026-11-21", [finding("b1")], trace("2026-11-20", [finding("b1"), finding("b2")]));
    const findings = ["b1", "b2", "b3"].map((id) => finding(id));
    expect(life(dated(findings, nightly)).toSorted()).toEqual([
      ["b1", "open", "2026-11-20", 2],
      ["b2", "new", "2026-11-20", 1],
      ["b3", "new", "2026-10-31", 0],
    ]);
    expect(life(dated([finding("b2")], [], nightly))).toEqual([["b2", "new", "2026-11-20", 1]]);
  });

  it("leaves out what is expired, and lists what changed since", () => {
    const expired = trace("2026-11-20", [low("b1")], trace("2026-11-10", [low("b1")]), {
      expiresAfterDays: 3,
    });
    expect(life(expired)).toEqual([["b1", "expired", "2026-11-10", 1]]);
    expect(dated([low("b1")], expired)).toEqual([]);
    expect(dated([low("b1")], [], expired)).toEqual([]);
    expect(life(dated([low("b1", { expected: null })], expired))).toEqual([["b1", "new", "2026-11-10", 1]]);
  });
});
