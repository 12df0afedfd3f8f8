import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CredentialBatch, Settlement } from "../../src/records.ts";
import { AMOUNTS } from "../../src/reports/amounts.ts";
import type { OwnCause } from "../../src/restatements/cause.ts";
import { type RestatementRow, type RestateOptions, restate } from "../../src/restatements/restate.ts";
import {
  countCredentials,
  credentialFigures,
  IDENTITIES,
  isStillPublished,
  type PublishedFigures,
  publishFigures,
  type ShownFigures,
  settlementFigures,
} from "../../src/restatements/shown-figures.ts";
import { proveSettlement } from "../../src/settlement/prove-settlement.ts";
import {
  context,
  credential,
  credentialBatch,
  settlement,
  transaction,
  unavailable,
} from "../../src/testing.ts";
import { soundWorld } from "../worlds/settlement-world.ts";

const REPORT = "2026-11-20/r1";
const WINDOW = { from: "2026-10-17", to: "2026-11-21" };

const shownOf = (batches: readonly Settlement[]): readonly ShownFigures[] =>
  batches.flatMap((batch) =>
    proveSettlement(batch, context()).rows.map((row) => settlementFigures(row, "koard")),
  );

const issuedOf = (batches: readonly CredentialBatch[]): readonly ShownFigures[] =>
  batches.map((batch) => {
    const { header } = batch;
    return credentialFigures(
      { header, counted: countCredentials(batch) },
      header.issuedAt.slice(0, 10),
      "record",
    );
  });

/** The fields of a row that say how much or when, not which batch it is. */
const figuresOf = ([shown]: readonly ShownFigures[]): readonly string[] =>
  Object.keys(shown?.figures ?? {}).filter((field) => !IDENTITIES.some((identity) => identity === field));

const published = (shown: readonly ShownFigures[], report = REPORT): readonly PublishedFigures[] =>
  shown.map((figures) => publishFigures(figures, undefined, report));

const OPTIONS: RestateOptions = {
  book: "default",
  publishedDays: new Map([
    ["koard", WINDOW],
    ["record", WINDOW],
  ]),
  ownCause: () => null,
};

const restated = (
  before: readonly ShownFigures[],
  now: readonly ShownFigures[],
  options: Partial<RestateOptions> = {},
): readonly RestatementRow[] =>
  restate({ earlier: published(before), revised: [] }, now, { ...OPTIONS, ...options });

const cells = (rows: readonly RestatementRow[]) =>
  rows.map(({ field, published: before, restated: now, difference, cause }) =>
    [field, before?.text ?? "-", now?.text ?? "-", difference?.text ?? "-", cause].join(" "),
  );

const one = settlement([transaction("t1"), transaction("t2", { totalMinor: 500 })]);

describe("restatements", () => {
  it("has none where every figure is as published", () => {
    expect(restated(shownOf([one]), shownOf([one]))).toEqual([]);
    const batch = credentialBatch("b1", [credential("r1")]);
    expect(restated(issuedOf([batch]), issuedOf([batch]))).toEqual([]);
  });

  it("shows a late refund in every figure that follows from it, and in nothing else", () => {
    const refunded = settlement([
      transaction("t1", { refundedMinor: 300 }),
      transaction("t2", { totalMinor: 500 }),
    ]);
    const rows = restated(shownOf([one]), shownOf([refunded]));
    expect(cells(rows)).toEqual([
      "net_computed 15.00 12.00 -3.00 late_refund",
      "net_declared 15.00 12.00 -3.00 late_refund",
      "refunded_computed 0.00 3.00 3.00 late_refund",
      "refunded_declared 0.00 3.00 3.00 late_refund",
    ]);
    // A refund that is declared and that no row shows yet is one as well.
    const header = { ...one.header, refundedMinor: 300 };
    expect(cells(restated(shownOf([one]), shownOf([{ ...one, header }])))).toEqual([
      "net_declared 15.00 12.00 -3.00 late_refund",
      "refunded_declared 0.00 3.00 3.00 late_refund",
      "unexplained 0.00 -3.00 -3.00 late_refund",
    ]);
    // And one that a row shows while what is declared, and matches nothing, stays.
    const declaring = (batch: Settlement) =>
      shownOf([{ ...batch, header: { ...batch.header, refundedMinor: 700 } }]);
    expect(cells(restated(declaring(one), declaring(refunded)))).toEqual([
      "net_computed 15.00 12.00 -3.00 late_refund",
      "refunded_computed 0.00 3.00 3.00 late_refund",
      "unexplained -7.00 -4.00 3.00 late_refund",
    ]);
    expect(rows[0]).toMatchObject({
      ...{ book: "default", source: "koard", entity: "batch", entityId: "b1", currency: "USD" },
      ...{ businessDate: "2026-11-20", firstPublishedIn: REPORT, published: { kind: "amount" } },
    });
  });

  it("empties every figure of a batch that vanished", () => {
    const rows = restated(shownOf([one]), []);
    expect(rows.map(({ field }) => field)).toEqual(figuresOf(shownOf([one])));
    expect(cells(rows)).toEqual(
      expect.arrayContaining([
        "business_date 2026-11-20 - - vanished",
        "captured_computed 15.00 - -15.00 vanished",
        "captured_declared 15.00 - -15.00 vanished",
        "net_computed 15.00 - -15.00 vanished",
        "net_declared 15.00 - -15.00 vanished",
        "refunded_computed 0.00 - 0.00 vanished",
        "refunded_declared 0.00 - 0.00 vanished",
        "status accepted - - vanished",
        "transactions_captured 2 - -2 vanished",
        "unexplained 0.00 - 0.00 vanished",
      ]),
    );
  });

  it("shows a batch that appears in a day already published, and none of a later or earlier day", () => {
    const rows = restated([], shownOf([one]));
    expect(rows.map(({ field, cause }) => `${field} ${cause}`)).toEqual(
      figuresOf(shownOf([one])).map((field) => `${field} appeared_late`),
    );
    expect(rows.find(({ field }) => field === "captured_declared")).toMatchObject({
      ...{
        published: null,
        restated: { text: "15.00" },
        difference: { text: "15.00" },
        firstPublishedIn: null,
      },
      businessDate: "2026-11-20",
    });
    const on = (closedAt: string) => shownOf([settlement([transaction("t1")], { closedAt })]);
    expect(restated([], on("2026-11-21T00:00:00.000Z"))).toEqual([]);
    expect(restated([], on("2026-10-16T23:59:59.999Z"))).toEqual([]);
    expect(restated([], on("2026-10-17T00:00:00.000Z"))).not.toEqual([]);
  });

  it("never restates what was published while open", () => {
    const open = { ...one, header: { ...one.header, status: "open" } };
    expect(restated(shownOf([open]), shownOf([one]))).toEqual([]);
    expect(restated(shownOf([open]), [])).toEqual([]);
  });

  it.each([
    ["reopened", { status: "closed" }, { status: "open", capturedMinor: 1 }],
    ["status_change", { status: "accepted" }, { status: "rejected" }],
    ["status_change", { status: "rejected" }, { status: "accepted" }],
    ["amount_change", {}, { capturedMinor: 1501 }],
    ["moved", {}, { closedAt: "2026-11-19T10:00:00.000Z" }],
    ["moved", {}, { accountId: "another", capturedMinor: 1501 }],
    ["moved", {}, { terminalId: "another" }],
    ["moved", {}, { processorBatchId: "another" }],
  ])("names the cause %s", (cause, before, now) => {
    const as = (header: object) => shownOf([{ ...one, header: { ...one.header, ...header } }]);
    const rows = restated(as(before), as(now));
    expect(new Set(rows.map((row) => row.cause))).toEqual(new Set([cause]));
  });

  it("restates a status only where it was published as final or void", () => {
    const as = (status: string) => shownOf([{ ...one, header: { ...one.header, status } }]);
    const fields = (before: string, now: string) => restated(as(before), as(now)).map(({ field }) => field);
    expect(fields("accepted", "rejected")).toEqual(["status"]);
    expect(fields("cancelled", "rejected")).toEqual(["status"]);
    expect(fields("submitted", "accepted")).toEqual([]);
    expect(fields("partially_accepted", "accepted")).toEqual([]);
  });

  it("tells a count that changed from an amount that changed", () => {
    const more = settlement([transaction("t1"), transaction("t2", { totalMinor: 500 }), transaction("t3")]);
    expect(cells(restated(shownOf([one]), shownOf([more])))).toContain(
      "transactions_captured 2 3 1 count_change",
    );
  });

  it("shows details that became available as such, though the row had no currency before", () => {
    const rows = restated(shownOf([unavailable(one)]), shownOf([one]));
    expect(new Set(rows.map(({ currency }) => currency))).toEqual(new Set(["USD"]));
    const amounts = AMOUNTS.flatMap(({ name, isRestated }) => (isRestated ? [name] : []));
    expect(rows.map(({ field }) => field)).toEqual([...amounts, "currency", "transactions_captured"].sort());
    expect(cells(rows)).toEqual(
      expect.arrayContaining([
        "captured_computed - 15.00 15.00 details_available",
        "captured_declared - 15.00 15.00 details_available",
        "currency - USD - details_available",
        "net_computed - 15.00 15.00 details_available",
        "net_declared - 15.00 15.00 details_available",
        "refunded_computed - 0.00 0.00 details_available",
        "refunded_declared - 0.00 0.00 details_available",
        "transactions_captured - 2 2 details_available",
        "unexplained - 0.00 0.00 details_available",
      ]),
    );
    const lost = restated(shownOf([one]), shownOf([unavailable(one)]));
    expect(lost.find(({ field }) => field === "captured_computed")).toMatchObject({
      ...{ restated: null, difference: { text: "-15.00" }, currency: "USD", cause: "count_change" },
    });
  });

  it("subtracts nothing between two currencies", () => {
    const inYen = settlement([transaction("t1", { currency: "JPY" })]);
    const inDollars = settlement([transaction("t1")]);
    const rows = restated(shownOf([inDollars]), shownOf([inYen])).filter(
      ({ field }) => field === "captured_computed",
    );
    expect(rows).toMatchObject([
      { currency: "USD", published: { text: "10.00" }, restated: null, difference: { text: "-10.00" } },
      { currency: "JPY", published: null, restated: { text: "1000" }, difference: { text: "1000" } },
    ]);
    const mixed = settlement([transaction("t1"), transaction("t2", { currency: "JPY" })]);
    const grown = settlement([transaction("t1"), transaction("t2", { currency: "JPY" }), transaction("t3")]);
    expect(cells(restated(shownOf([mixed]), shownOf([grown])))).toEqual([
      "captured_computed 10.00 20.00 10.00 count_change",
      "net_computed 10.00 20.00 10.00 count_change",
      "transactions_captured 1 2 1 count_change",
    ]);
  });

  it("pairs no row without a currency where the batch has others", () => {
    const unnamed = settlement([transaction("t1", { currency: "" })], { capturedMinor: 1, refundedMinor: 0 });
    const mixed = settlement([transaction("t1"), transaction("t2", { currency: "JPY" })]);
    const counts = (before: Settlement, now: Settlement) =>
      restated(shownOf([before]), shownOf([now]))
        .filter(({ field }) => field === "transactions_captured")
        .map(({ currency, published: was, restated: is }) => [currency, was?.text, is?.text]);
    expect(counts(unnamed, mixed)).toEqual([
      [null, "1", undefined],
      ["JPY", undefined, "1"],
      ["USD", undefined, "1"],
    ]);
    expect(counts(mixed, unnamed)).toEqual([
      ["JPY", "1", undefined],
      ["USD", "1", undefined],
      [null, undefined, "1"],
    ]);
  });

  it("restates credential batches by their counts, late ones of any day, and no cohort that grows", () => {
    const two = credentialBatch("b1", [credential("r1", "ann"), credential("r2", "bob")]);
    const again = credentialBatch("b1", [
      credential("r1", "ann"),
      credential("r2", "ann"),
      credential("r3", "ann"),
    ]);
    expect(cells(restated(issuedOf([two]), issuedOf([again])))).toEqual([
      "credentials_declared 2 3 1 count_change",
      "credentials_issued 2 3 1 count_change",
      "people 2 1 -1 count_change",
    ]);
    const on = (issuedAt: string) => issuedOf([credentialBatch("b2", [credential("r9")], { issuedAt })]);
    expect(restated([], on("2026-11-21T00:00:00.000Z"))).toEqual([]);
    expect(cells(restated([], on("2020-01-01T00:00:00.000Z")))).toContain("people - 1 1 appeared_late");
    const unread = { ...two, details: null };
    expect(cells(restated(issuedOf([unread]), issuedOf([two])))).toEqual([
      "credentials_issued - 2 2 details_available",
      "people - 2 2 details_available",
    ]);
    const draft = { ...two, header: { ...two.header, status: "draft" } };
    expect(cells(restated(issuedOf([two]), issuedOf([draft])))).toEqual([
      "credentials_issued 2 0 -2 count_change",
      "people 2 0 -2 count_change",
    ]);
  });

  it("dates a figure by the first report that showed it, and by a later one once it changed", () => {
    const [first] = published(shownOf([one]), "2026-11-18/r2");
    const [changed] = shownOf([settlement([transaction("t1"), transaction("t2", { totalMinor: 600 })])]);
    if (first === undefined || changed === undefined) throw new Error("a batch has no row");
    const later = publishFigures(changed, first, "2026-11-19/r1");
    expect(later.since).toMatchObject({
      captured_declared: "2026-11-19/r1",
      transactions_captured: "2026-11-18/r2",
    });
    expect(Object.keys(later.since)).toEqual(Object.keys(changed.figures));
    const rows = restate({ earlier: [later], revised: [] }, [], OPTIONS);
    expect(rows.find(({ field }) => field === "status")?.firstPublishedIn).toBe("2026-11-18/r2");
    expect(JSON.parse(JSON.stringify(later))).toEqual(later);
  });

  it("names what a batch is told by, in one row a figure, where both reports show it", () => {
    const moved = { ...one, header: { ...one.header, accountId: "a2", processorBatchId: null } };
    expect(cells(restated(shownOf([one]), shownOf([moved])))).toEqual([
      `account_id ${one.header.accountId} a2 - moved`,
      `processor_batch_id ${one.header.processorBatchId} - - moved`,
    ]);
    // An empty cell was published by nobody.
    const back = restated(shownOf([moved]), shownOf([one]));
    expect(back.find(({ field }) => field === "processor_batch_id")).toMatchObject({
      ...{ published: null, firstPublishedIn: null, difference: null },
    });
    const fields = (rows: readonly RestatementRow[]) => rows.map(({ field }) => field);
    expect(fields(restated([], shownOf([one])))).not.toContain("account_id");
    expect(fields(restated(shownOf([one]), []))).not.toContain("account_id");
  });

  it("names the currency that took the place of another, once", () => {
    const inYen = settlement([transaction("t1", { currency: "JPY" })]);
    const rows = restated(shownOf([settlement([transaction("t1")])]), shownOf([inYen]));
    expect(rows.filter(({ field }) => field === "currency")).toMatchObject([
      { currency: "USD", published: { text: "USD" }, restated: { text: "JPY" }, cause: "moved" },
    ]);
  });

  it("names a credential batch that was renamed, moved to another programme or to another instant", () => {
    const batch = credentialBatch("b1", [credential("r1")]);
    const as = (header: object) => issuedOf([{ ...batch, header: { ...batch.header, ...header } }]);
    const [was] = as({});
    const instant = "2026-11-19T10:00:00.000Z";
    const now = as({ name: "Autumn", programId: "p2", issuedAt: instant });
    expect(cells(restated(as({}), now))).toEqual([
      `cohort ${batch.header.name} Autumn - moved`,
      `issued_at ${batch.header.issuedAt} ${instant} - moved`,
      `program_id ${batch.header.programId} p2 - moved`,
    ]);
    expect(was?.figures["cohort"]).toEqual({ kind: "text", text: batch.header.name });
  });

  it("compares nothing that an older report did not record", () => {
    const [now] = shownOf([one]);
    if (now === undefined) throw new Error("a batch has no row");
    const { account_id: _, ...figures } = now.figures;
    const moved = { ...one, header: { ...one.header, accountId: "a2" } };
    expect(restated([{ ...now, figures }], shownOf([moved]))).toEqual([]);
  });

  it("accuses nobody of what tieout counts otherwise, once the batch is known to be as it was", () => {
    const more = shownOf([{ ...one, header: { ...one.header, refundedMinor: 300 } }]);
    const causes = (own: OwnCause | null, now = more) =>
      new Set(restated(shownOf([one]), now, { ownCause: () => own }).map(({ cause }) => cause));
    expect(causes("rules")).toEqual(new Set(["rules"]));
    expect(causes(null)).toEqual(new Set(["late_refund"]));
    const otherwise = (field: "refunded_computed" | "captured_computed") =>
      shownOf([one]).map((shown) => ({
        ...shown,
        figures: { ...shown.figures, [field]: { kind: "amount", text: "9.00" } as const },
      }));
    expect(causes("convention", otherwise("refunded_computed"))).toEqual(new Set(["convention"]));
    // No way of counting decides what was captured: another batch counts a row now.
    expect(causes("convention", otherwise("captured_computed"))).toEqual(new Set(["amount_change"]));
    const moved = shownOf([{ ...one, header: { ...one.header, accountId: "a2" } }]);
    expect(causes("rules", moved)).toEqual(new Set(["moved"]));
  });

  describe("of a batch that is opened again", () => {
    const as = (header: object) => shownOf([{ ...one, header: { ...one.header, ...header } }]);
    const figuresAfter = (
      before: readonly PublishedFigures[],
      now: readonly ShownFigures[],
      report: string,
    ) =>
      now.map((shown, at) => {
        const last = before[at];
        return last !== undefined && isStillPublished(shown, last)
          ? last
          : publishFigures(shown, last, report);
      });

    it("name what changed when it was, nothing while it is open, and what follows against what was named", () => {
      let before = published(as({}));
      const night = (now: readonly ShownFigures[], report: string) => {
        const rows = restate({ earlier: before, revised: [] }, now, OPTIONS);
        before = figuresAfter(before, now, report);
        return cells(rows).filter((row) => row.startsWith("captured_declared"));
      };
      expect(night(as({ status: "open", capturedMinor: 1600 }), "2026-11-21/r1")).toEqual([
        "captured_declared 15.00 16.00 1.00 reopened",
      ]);
      expect(night(as({ status: "open", capturedMinor: 1700 }), "2026-11-22/r1")).toEqual([]);
      expect(night(as({ status: "open", capturedMinor: 1800 }), "2026-11-23/r1")).toEqual([]);
      expect(night(as({ status: "closed", capturedMinor: 1900 }), "2026-11-24/r1")).toEqual([
        "captured_declared 16.00 19.00 3.00 amount_change",
      ]);
      expect(night(as({ status: "closed", capturedMinor: 1900 }), "2026-11-25/r1")).toEqual([]);
      expect(before[0]?.since["captured_declared"]).toBe("2026-11-24/r1");
    });

    it("say that it vanished, against what was named", () => {
      const open = as({ status: "open", capturedMinor: 1600 });
      const named = figuresAfter(published(as({})), open, "2026-11-21/r1");
      const rows = restate({ earlier: named, revised: [] }, [], OPTIONS);
      expect(cells(rows)).toContain("captured_declared 16.00 - -16.00 vanished");
    });

    it("are none where it was never shown otherwise than open", () => {
      const open = as({ status: "open" });
      const still = figuresAfter(
        published(open),
        as({ status: "open", capturedMinor: 1600 }),
        "2026-11-21/r1",
      );
      expect(restate({ earlier: still, revised: [] }, as({ capturedMinor: 1700 }), OPTIONS)).toEqual([]);
      expect(still[0]?.figures["captured_declared"]?.text).toBe("16.00");
    });
  });

  describe("against an earlier revision of the day", () => {
    const as = (header: object) => shownOf([{ ...one, header: { ...one.header, ...header } }]);
    const against = (now: readonly ShownFigures[], days = OPTIONS.publishedDays) =>
      cells(
        restate({ earlier: [], revised: published(as({}), "2026-11-21/r1") }, now, {
          ...OPTIONS,
          publishedDays: days,
        }),
      );
    const NO_DAYS = new Map();

    it("are of what no report of an earlier day showed, and none where it is the same", () => {
      expect(against(as({}), NO_DAYS)).toEqual([]);
      expect(against(as({ capturedMinor: 1600 }), NO_DAYS)).toEqual([
        "captured_declared 15.00 16.00 1.00 amount_change",
        "net_declared 15.00 16.00 1.00 amount_change",
        "unexplained 0.00 1.00 1.00 amount_change",
      ]);
      expect(against([], NO_DAYS)).toContain("captured_declared 15.00 - -15.00 vanished");
    });

    it("leave a batch late that is late, and say what changed since", () => {
      const again = against(as({}));
      expect(again).toEqual(cells(restated([], as({}))));
      const changed = against(as({ capturedMinor: 1600 }));
      expect(changed).toHaveLength(again.length);
      expect(changed).toContain("captured_declared 15.00 16.00 1.00 appeared_late");
      expect(changed).toContain("captured_computed - 15.00 15.00 appeared_late");
    });

    it("count for nothing where an earlier day showed the batch", () => {
      const rows = restate(
        { earlier: published(as({ capturedMinor: 1400 })), revised: published(as({ capturedMinor: 1600 })) },
        as({ capturedMinor: 1600 }),
        OPTIONS,
      );
      expect(cells(rows)).toContain("captured_declared 14.00 16.00 2.00 amount_change");
    });
  });

  it("calls nothing late of a source that no report has asked", () => {
    expect(restated([], shownOf([one]), { publishedDays: new Map([["record", WINDOW]]) })).toEqual([]);
  });

  it("has none over any world that stays as it is, in whatever order it is read", () => {
    fc.assert(
      fc.property(soundWorld, (world) => {
        expect(restated(shownOf(world), shownOf(world.toReversed()))).toEqual([]);
      }),
    );
  });

  it("adds up to the change of the whole: what was published plus every difference is what is shown now", () => {
    const sum = (shown: readonly ShownFigures[], currency: string): bigint =>
      shown
        .filter((row) => row.currency === currency)
        .reduce(
          (total, { figures }) => total + BigInt((figures.captured_computed?.text ?? "0").replace(".", "")),
          0n,
        );
    fc.assert(
      fc.property(soundWorld, soundWorld, (before, now) => {
        const [was, is] = [shownOf(before), shownOf(now)];
        for (const currency of ["USD", "JPY", "KWD"]) {
          const difference = restated(was, is)
            .filter((row) => row.field === "captured_computed" && row.currency === currency)
            .reduce((total, row) => total + BigInt((row.difference?.text ?? "0").replace(".", "")), 0n);
          expect(sum(was, currency) + difference).toBe(sum(is, currency));
        }
      }),
    );
  });
});
