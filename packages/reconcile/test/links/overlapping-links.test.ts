import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimingLink } from "../../src/links/claiming-link.ts";
import { type Link, unknownLinkPrograms } from "../../src/links/Link.ts";
import { overlappingLinks } from "../../src/links/overlapping-links.ts";
import { link, settled } from "./rows.ts";

const june = { programId: "prog_2", cohort: "June" };

const overlap = (left: Partial<Link>, right: Partial<Link>) =>
  overlappingLinks([link(left), link({ ...june, ...right })]);

describe("overlapping links", () => {
  it("names both links and the account or terminal that both claim", () => {
    expect(overlap({ accounts: ["x", "acc"] }, { accounts: ["acc", "y"] })).toEqual([
      { first: 0, second: 1, shares: "account", id: "acc" },
    ]);
    const atTerminal = { accounts: [], terminals: ["t1", "t2"] };
    expect(overlap(atTerminal, { accounts: ["acc"], terminals: ["t2"] })).toEqual([
      { first: 0, second: 1, shares: "terminal", id: "t2" },
    ]);
    const [several] = overlap({ accounts: ["b", "a"] }, { accounts: ["a", "b"] });
    expect(several?.id).toBe("b");
    const [terminals] = overlap(atTerminal, { accounts: [], terminals: ["t2", "t1"] });
    expect(terminals?.id).toBe("t1");
  });

  it("lets links stand beside each other that share nothing, or not on one day or in one currency", () => {
    expect(overlap({}, { accounts: ["other"] })).toEqual([]);
    expect(overlap({}, { currency: "USD" })).toEqual([]);
    expect(overlap({ to: "2026-11-20" }, { from: "2026-11-20" })).toEqual([]);
    expect(overlap({ from: "2026-11-20" }, { to: "2026-11-20" })).toEqual([]);
    expect(overlap({ from: "2026-11-20", to: "2026-11-20" }, {})).toEqual([]);
    expect(overlap({}, { from: "2026-11-21", to: "2026-11-20" })).toEqual([]);
    expect(overlap({ to: "2026-11-21" }, { from: "2026-11-20" })).toHaveLength(1);
  });

  it("leaves a terminal beside an account alone: the terminal is the more specific", () => {
    expect(overlap({ accounts: ["acc"] }, { accounts: [], terminals: ["term"] })).toEqual([]);
    expect(overlap({ accounts: ["same"] }, { accounts: [], terminals: ["same"] })).toEqual([]);
  });

  it.each([
    ["in another spelling", { cohort: " MAY  2025 cohort" }],
    ["beside its whole programme", { cohort: null }],
    ["on other days and at other accounts", { accounts: ["other"], from: "2027-01-01", currency: "USD" }],
    ["in the other mode, since rows have no mode", { mode: "test" as const }],
  ])("refuses one cohort linked twice: %s", (_, other) => {
    const links = [link({ to: "2026-12-01" }), link(other)];
    expect(overlappingLinks(links)).toEqual([{ first: 0, second: 1, shares: "cohort", id: null }]);
  });

  it("names every pair by its places in the list", () => {
    const links = [link(), link({ ...june, accounts: ["other"] }), link({ ...june, cohort: "July" })];
    expect(overlappingLinks(links)).toEqual([{ first: 0, second: 2, shares: "account", id: "acc" }]);
    expect(overlappingLinks([...links, link()]).map(({ first, second }) => [first, second])).toEqual([
      [0, 2],
      [0, 3],
      [2, 3],
    ]);
  });

  it("keeps links apart by name and programme only where both differ from each other", () => {
    expect(overlappingLinks([link(), link({ cohort: "June", accounts: ["b"] })])).toEqual([]);
    expect(overlappingLinks([link(), link({ programId: "prog_2", accounts: ["b"] })])).toEqual([]);
  });

  it("leaves no settlement that two links of one kind claim", () => {
    const day = fc.constantFrom(null, "2026-11-19", "2026-11-20", "2026-11-21");
    const anyLink = fc.record({
      programId: fc.constantFrom("p1", "p2", "p3", "p4"),
      cohort: fc.constantFrom("a", "b", null),
      accounts: fc.subarray(["acc", "acc2"]),
      terminals: fc.subarray(["term", "term2"]),
      from: day,
      to: day,
      currency: fc.constantFrom("EUR", "USD"),
    });
    fc.assert(
      fc.property(fc.array(anyLink, { maxLength: 4 }), (shapes) => {
        const links = shapes.map((shape) => link(shape));
        fc.pre(overlappingLinks(links).length === 0);
        const row = settled("b1", 100);
        const claim = (kind: "accounts" | "terminals", id: string) =>
          links.filter(
            (one) =>
              one[kind].includes(id) &&
              claimingLink(row, [{ ...one, terminals: [], accounts: ["acc"] }]) === 0,
          );
        expect(claim("accounts", "acc").length).toBeLessThanOrEqual(1);
        expect(claim("terminals", "term").length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("the link that claims a settlement", () => {
  it("is the one that names its terminal, before the one that names its account, in whatever order", () => {
    const account = link();
    const terminal = link({ ...june, accounts: [], terminals: ["term"] });
    expect(claimingLink(settled("b1", 100), [account, terminal])).toBe(1);
    expect(claimingLink(settled("b1", 100), [terminal, account])).toBe(0);
    expect(claimingLink(settled("b1", 100, 0, { terminalId: "t9" }), [terminal, account])).toBe(1);
  });

  it("claims from its first day to the day before its last", () => {
    const links = [link({ from: "2026-11-20", to: "2026-11-22" })];
    const days = ["2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22"];
    expect(days.map((businessDate) => claimingLink(settled("b1", 1, 0, { businessDate }), links))).toEqual([
      ...[null, 0, 0, null],
    ]);
  });

  it("claims no void row, no other currency, no unknown currency, no other place", () => {
    const rows = [
      settled("b1", 1, 0, { state: "void" }),
      settled("b1", 1, 0, { currency: "USD" }),
      settled("b1", 1, 0, { currency: null }),
      settled("b1", 1, 0, { accountId: "other" }),
    ];
    expect(rows.map((row) => claimingLink(row, [link()]))).toEqual([null, null, null, null]);
  });

  it("passes a terminal's link over on days that are not its own, to the account's", () => {
    const terminal = link({ ...june, accounts: [], terminals: ["term"], to: "2026-11-20" });
    expect(claimingLink(settled("b1", 1), [terminal, link()])).toBe(1);
  });
});

describe("links to programmes that are not listed", () => {
  it("names each once, with its mode, sorted", () => {
    const links = [
      link({ programId: "z" }),
      link({ programId: "z", cohort: null }),
      link({ mode: "test" }),
      link(),
    ];
    const programs = [{ id: "prog_1", mode: "live" }];
    expect(unknownLinkPrograms(links, programs)).toEqual([
      { programId: "prog_1", mode: "test" },
      { programId: "z", mode: "live" },
    ]);
  });
});
