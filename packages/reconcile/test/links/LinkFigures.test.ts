import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Link } from "../../src/links/Link.ts";
import { LinkFigures } from "../../src/links/LinkFigures.ts";
import type { CohortRow, SettlementRow } from "../../src/reports/rows.ts";
import { ISSUING } from "../../src/testing.ts";
import { cohort, link, settled } from "./rows.ts";

const tied = (
  links: readonly Link[],
  cohorts: readonly CohortRow[],
  settlements: readonly SettlementRow[],
): LinkFigures => {
  const figures = new LinkFigures({
    book: "default",
    source: ISSUING,
    links,
    programs: [
      { id: "prog_0", mode: "live" },
      { id: "prog_1", mode: "live" },
      { id: "nobody", mode: "test" },
    ],
    until: "2026-11-22",
  });
  for (const row of settlements) figures.addSettlement(row);
  for (const row of cohorts) figures.addCohort(row);
  return figures;
};

const first = (figures: LinkFigures) => figures.rows()[0];

describe("cohort payments", () => {
  it("sets what credentials cost against what was paid for them", () => {
    const figures = tied([link()], [cohort(3)], [settled("b1", 30000), settled("b2", 10000, 5000)]);
    expect(figures.rows()).toEqual([
      {
        book: "default",
        programId: "prog_1",
        cohort: "May 2025 Cohort",
        entityId: "live/prog_1/may 2025 cohort",
        credentialsIssued: 3,
        people: 3,
        per: "credential",
        charged: 3,
        priceMinor: 12000n,
        currency: "EUR",
        expectedMinor: 36000n,
        capturedMinor: 40000n,
        refundedMinor: 5000n,
        netMinor: 35000n,
        differenceMinor: -1000n,
        state: "final",
      },
    ]);
    expect(figures.findings()).toMatchObject([
      {
        code: "LINK_VARIANCE",
        source: "record",
        entity: "cohort",
        entityId: "live/prog_1/may 2025 cohort",
        currency: "EUR",
        expected: { kind: "amount", text: "360.00" },
        actual: { kind: "amount", text: "350.00" },
        moneyAtStake: "10.00",
        whatHappened:
          "3 credentials at 120.00 EUR cost 360.00 EUR, and 350.00 EUR net was paid where this cohort pays: 10.00 EUR too little.",
      },
    ]);
  });

  it("finds nothing where what was paid is what it costs, and too much where it is more", () => {
    expect(tied([link()], [cohort(1)], [settled("b1", 12000)]).findings()).toEqual([]);
    const more = tied([link()], [cohort(1)], [settled("b1", 12001)]).findings();
    expect(more).toMatchObject([{ moneyAtStake: "0.01" }]);
    expect(more[0]?.whatHappened).toContain("1 credential at 120.00 EUR costs 120.00 EUR, and");
    expect(more[0]?.whatHappened).toContain("0.01 EUR too much");
  });

  it("charges people or credentials, so that a reissue is billed again only where it is asked for", () => {
    const issued = cohort(3, { people: 2, firstHolders: 1 });
    const expected = (other: Partial<Link>) => first(tied([link(other)], [issued], []))?.expectedMinor;
    expect(expected({ per: "credential" })).toBe(36000n);
    expect(expected({ per: "person" })).toBe(24000n);
    // Who holds a credential of another cohort of the programme is not charged for again.
    expect(expected({ per: "person", cohort: null })).toBe(12000n);
    const [found] = tied([link({ per: "person" })], [issued], []).findings();
    expect(found?.whatHappened).toMatch(/^2 people at 120\.00 EUR cost 240\.00 EUR, and 0\.00 EUR net/);
    const [one] = tied([link({ per: "person" })], [cohort(1)], []).findings();
    expect(one?.whatHappened).toMatch(/^1 person at 120\.00 EUR costs 120\.00 EUR, and/);
  });

  it("multiplies beyond the integers that a number holds", () => {
    const figures = tied([link({ priceMinor: 9_007_199_254_740_993n })], [cohort(1_000_001)], []);
    expect(first(figures)?.expectedMinor).toBe(9_007_208_261_940_247_740_993n);
  });

  it("ends at the end of the window, and claims all days before it", () => {
    const rows = ["2020-01-01", "2026-11-21", "2026-11-22"].map((businessDate) =>
      settled(businessDate, 100, 0, { businessDate }),
    );
    expect(first(tied([link()], [], rows))?.netMinor).toBe(200n);
  });

  it("shows the cohort as it is spelt where it was issued", () => {
    const figures = tied([link({ cohort: "MAY 2025  cohort" })], [cohort(1)], []);
    expect(first(figures)?.cohort).toBe("May 2025 Cohort");
    expect(first(tied([link({ cohort: "June" })], [cohort(1)], []))?.cohort).toBe("June");
  });

  it("adds up the cohorts of a whole programme, whose people may be the same", () => {
    const whole = link({ cohort: null });
    const other = { cohort: "June", entityId: "live/prog_1/june", firstHolders: 1 };
    const figures = tied([whole], [cohort(3), cohort(2, other), cohort(9, { mode: "test" })], []);
    expect(first(figures)).toMatchObject({
      cohort: null,
      entityId: "live/prog_1/",
      credentialsIssued: 5,
      people: 4,
    });
    expect(first(tied([whole], [cohort(3)], []))).toMatchObject({ people: 3, cohort: null });
    expect(figures.findings()[0]?.whatHappened).toContain("where this programme pays");
  });

  it("knows that a listed programme without a cohort has issued nothing, and nothing of one not listed", () => {
    expect(first(tied([link()], [], []))).toMatchObject({
      ...{
        credentialsIssued: 0,
        people: 0,
        expectedMinor: 0n,
        netMinor: 0n,
        differenceMinor: 0n,
        state: "final",
      },
    });
    const unlisted = tied([link({ programId: "nobody" })], [], [settled("b1", 100)]);
    expect(first(unlisted)).toMatchObject({
      ...{
        credentialsIssued: null,
        people: null,
        expectedMinor: null,
        netMinor: 100n,
        differenceMinor: null,
      },
      state: "unproven",
    });
    expect(unlisted.findings()).toEqual([]);
    const named = cohort(1, { programId: "nobody" });
    expect(first(tied([link({ programId: "nobody" })], [named], []))).toMatchObject({ state: "final" });
  });

  it.each(["open", "pending", "review"] as const)("is provisional while a settlement is %s", (state) => {
    const figures = tied([link()], [cohort(1)], [settled("b1", 100, 0, { state }), settled("b2", 100)]);
    expect(first(figures)).toMatchObject({ state: "provisional", netMinor: 200n, differenceMinor: -11800n });
    expect(figures.findings()[0]?.whatHappened).toContain("not all of it settled yet");
  });

  it("claims no difference where a settlement is unproven, and shows what is proven", () => {
    const unproven = settled("b1", null, 0, { state: "unproven" });
    const some = tied(
      [link()],
      [cohort(1)],
      [unproven, settled("b2", 100), settled("b3", 1, 0, { state: "open" })],
    );
    expect(first(some)).toMatchObject({ state: "unproven", netMinor: 101n, differenceMinor: null });
    expect(some.findings()).toEqual([]);
    expect(first(tied([link()], [cohort(1)], [unproven]))).toMatchObject({
      ...{ capturedMinor: null, refundedMinor: null, netMinor: null, expectedMinor: 12000n },
    });
  });

  it("claims no difference where the cohort is unproven", () => {
    const some = tied([link()], [cohort(1, { state: "unproven" })], [settled("b1", 100)]);
    expect(first(some)).toMatchObject({ state: "unproven", expectedMinor: 12000n, differenceMinor: null });
    const none = tied([link()], [cohort(null, { state: "unproven" })], [settled("b1", 100)]);
    expect(first(none)).toMatchObject({ credentialsIssued: null, people: null, expectedMinor: null });
    expect(none.findings()).toEqual([]);
  });

  it("is unproven where a settlement in an unknown currency may be its own, unless that one is empty", () => {
    const unknown = settled("b1", null, 0, { currency: null, transactionsListed: 2 });
    expect(first(tied([link()], [cohort(1)], [unknown]))).toMatchObject({ state: "unproven", netMinor: 0n });
    const both = [link(), link({ programId: "prog_2", currency: "USD" })];
    expect(
      tied(both, [], [unknown])
        .rows()
        .map(({ state }) => state),
    ).toEqual(["unproven", "unproven"]);
    const elsewhere = { ...unknown, accountId: "other" };
    expect(first(tied([link()], [cohort(1)], [elsewhere]))?.state).toBe("final");
    const isVoid = { ...unknown, state: "void" as const };
    expect(first(tied([link()], [cohort(1)], [isVoid]))?.state).toBe("final");
    const empty = { ...unknown, transactionsListed: 0 };
    expect(first(tied([link()], [cohort(1)], [empty]))?.state).toBe("final");
    const unread = { ...unknown, transactionsListed: null, state: "unproven" as const };
    expect(first(tied([link()], [cohort(1)], [unread]))?.state).toBe("unproven");
  });

  it("counts the money that no link claims by currency, and cohorts without a link", () => {
    const rows = [
      settled("b1", 500, 100, { accountId: "other" }),
      settled("b2", 50, 0, { accountId: "other" }),
      settled("b3", 7, 0, { currency: "CHF" }),
      settled("b4", null, 0, { currency: "USD", state: "unproven" }),
      settled("b5", 9, 0, { accountId: "other", state: "void" }),
      settled("b6", 9, 0, { accountId: "other", businessDate: "2026-11-22" }),
      settled("b7", 9),
    ];
    const figures = tied(
      [link()],
      [cohort(1), cohort(1, { cohort: "June" }), cohort(1, { mode: "test" })],
      rows,
    );
    expect(figures.unclaimed).toEqual([
      { currency: "CHF", rows: 1, net_computed: 7n },
      { currency: "EUR", rows: 2, net_computed: 450n },
      { currency: "USD", rows: 1, net_computed: null },
    ]);
    expect(figures.cohortsWithoutLink).toBe(2);
  });

  it("refuses a link without a place, or with a negative price", () => {
    expect(() => tied([link({ accounts: [] })], [], [])).toThrow(RangeError);
    expect(() => tied([link({ priceMinor: -1n })], [], [])).toThrow(RangeError);
    expect(() => tied([link({ accounts: [], terminals: ["term"] })], [], [])).not.toThrow();
  });

  it("puts every settlement of a known currency under one link or none, in whatever order", () => {
    const links = [
      link({ cohort: "a", accounts: ["acc1"], to: "2026-11-20" }),
      link({ cohort: "b", accounts: ["acc1"], from: "2026-11-20" }),
      link({ cohort: "c", accounts: [], terminals: ["t1"] }),
      link({ cohort: "d", accounts: ["acc2"], currency: "USD" }),
    ];
    const row = fc
      .record({
        net: fc.integer({ min: -100_000, max: 100_000 }),
        accountId: fc.constantFrom("acc1", "acc2", "acc3"),
        terminalId: fc.constantFrom("t1", "t2"),
        businessDate: fc.constantFrom("2026-11-19", "2026-11-20", "2026-11-21"),
        currency: fc.constantFrom("EUR", "USD", "CHF"),
        state: fc.constantFrom("final" as const, "open" as const, "void" as const),
      })
      .map(({ net, ...other }) => settled("b", net, 0, other));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const figures = tied(links, [], rows);
        for (const currency of ["EUR", "USD", "CHF"]) {
          const claimed = figures.rows().filter((one) => one.currency === currency);
          const unclaimed = figures.unclaimed.find((one) => one.currency === currency)?.net_computed ?? 0n;
          const total = rows
            .filter((one) => one.currency === currency && one.state !== "void")
            .reduce((sum, { net_computed }) => sum + (net_computed ?? 0n), 0n);
          expect(claimed.reduce((sum, { netMinor }) => sum + (netMinor ?? 0n), unclaimed)).toBe(total);
        }
        const again = tied(links, [], rows.toReversed());
        expect([again.rows(), again.unclaimed]).toEqual([figures.rows(), figures.unclaimed]);
      }),
    );
  });
});
