import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { futureClosed } from "../../src/history/future-closed.ts";
import { possibleTruncation } from "../../src/history/possible-truncation.ts";
import { reopened } from "../../src/history/reopened.ts";
import { vanishedCredentialBatch, vanishedSettlement } from "../../src/history/vanished.ts";
import { proveSettlement } from "../../src/settlement/prove-settlement.ts";
import {
  context,
  credential,
  credentialBatch,
  ISSUING,
  SETTLING,
  settlement,
  transaction,
  unavailable,
} from "../../src/testing.ts";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

describe("a batch that is open again", () => {
  const found = (previous: readonly string[], status = "open") =>
    reopened(previous, settlement([], { status, closedAt: null }).header, context());

  it.each(["closed", "submitted", "accepted", "partially_accepted", "rejected", "cancelled"])(
    "is found where it was %s before",
    (status) => {
      expect(found(["open", status])).toMatchObject([
        {
          code: "BATCH_REOPENED",
          source: "koard",
          entity: "batch",
          entityId: "b1",
          businessDate: "2026-11-20",
          expected: { kind: "text", text: status },
          actual: { kind: "text", text: "open" },
          batchIds: ["b1"],
        },
      ]);
    },
  );

  it("shows the newest status that was closed or later, also one from before it was seen open again", () => {
    expect(found(["closed", "submitted", "open"])[0]?.expected?.text).toBe("submitted");
    expect(found([" CLOSED "], " Open ")[0]).toMatchObject({
      expected: { text: " CLOSED " },
      actual: { text: " Open " },
    });
  });

  it("is not found where it was always open, is closed now, or had a status that nobody knows", () => {
    expect(found([])).toEqual([]);
    expect(found(["open", "OPEN"])).toEqual([]);
    expect(found(["settling"])).toEqual([]);
    expect(found(["closed"], "closed")).toEqual([]);
    expect(found(["closed"], "settling")).toEqual([]);
  });
});

describe("a batch that is not listed any more", () => {
  it("keeps what was last declared of a settlement", () => {
    const last = settlement([transaction("t1", { totalMinor: 5000, refundedMinor: 300 })]);
    const finding = vanishedSettlement(last, "2026-11-21", context());
    expect(finding).toMatchObject({
      code: "BATCH_VANISHED",
      source: "koard",
      entity: "batch",
      entityId: "b1",
      businessDate: "2026-11-20",
      currency: "USD",
      expected: { kind: "amount", text: "47.00" },
      actual: null,
      moneyAtStake: "50.00",
      batchIds: ["b1"],
    });
    expect(finding.whatHappened).toContain(
      "last seen on 2026-11-21 with status accepted, 50.00 USD captured",
    );
  });

  it("has no amounts where its currency is not known, and those of the assumed one where it is", () => {
    const last = unavailable(settlement([transaction("t1")]));
    expect(vanishedSettlement(last, "2026-11-21", context())).toMatchObject({
      ...{ currency: null, expected: null, moneyAtStake: null },
    });
    expect(vanishedSettlement(last, "2026-11-21", context({ assumedCurrency: "EUR" }))).toMatchObject({
      ...{ currency: "EUR", expected: { text: "10.00" } },
    });
    const mixed = settlement([transaction("t1"), transaction("t2", { currency: "EUR" })]);
    expect(vanishedSettlement(mixed, "2026-11-21", context())).toMatchObject({
      currency: null,
      expected: null,
    });
  });

  it("keeps what was last declared of a credential batch", () => {
    const { header } = credentialBatch("b1", [credential("r1"), credential("r2")]);
    expect(vanishedCredentialBatch(header, "2026-11-21", context({ source: ISSUING }))).toMatchObject({
      code: "BATCH_VANISHED",
      source: "record",
      entity: "credential_batch",
      entityId: "b1",
      businessDate: "2026-11-01",
      expected: { kind: "count", text: "2" },
      actual: null,
      moneyAtStake: null,
      batchIds: ["b1"],
    });
  });
});

describe("a list that may have been cut", () => {
  const listed = { operation: "listBatches", pagingKeys: [], vanished: 0, left: 100 };

  it("is found by keys that look like paging, whatever the counts", () => {
    const [finding, ...others] = possibleTruncation(
      { ...listed, pagingKeys: ["next", "meta", "next"], left: 7 },
      ISSUING,
    );
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      ...{ code: "POSSIBLE_TRUNCATION", source: "record", entity: "run", entityId: "listBatches" },
      ...{ expected: null, actual: { kind: "count", text: "7" } },
    });
    expect(finding?.whatHappened).toBe(
      "Record's list (listBatches) with 7 entries may not be whole: its answer carries meta, next, which no documentation names.",
    );
  });

  it.each([20, 25, 50, 100, 200, 500, 1000])("is found where several vanished and %i are left", (left) => {
    expect(possibleTruncation({ ...listed, vanished: 2, left }, ISSUING)).toMatchObject([
      { expected: { text: String(left + 2) }, actual: { text: String(left) } },
    ]);
  });

  it("says each reason that there is, and no other", () => {
    const said = (other: object) => possibleTruncation({ ...listed, ...other }, ISSUING)[0]?.whatHappened;
    expect(said({ vanished: 2 })).toContain("may not be whole: 2 vanished and exactly 100 are left.");
    expect(said({ vanished: 2, pagingKeys: ["next"] })).toContain(
      "carries next, which no documentation names, and 2 vanished and exactly 100 are left.",
    );
    expect(said({ vanished: 2, left: 7, pagingKeys: ["next"] })).not.toContain("vanished");
  });

  it("is not found where one vanished, or no round number is left, or nothing vanished", () => {
    expect(possibleTruncation({ ...listed, vanished: 1 }, ISSUING)).toEqual([]);
    expect(possibleTruncation({ ...listed, vanished: 40, left: 99 }, ISSUING)).toEqual([]);
    expect(possibleTruncation({ ...listed, vanished: 40, left: 101 }, ISSUING)).toEqual([]);
    expect(possibleTruncation(listed, ISSUING)).toEqual([]);
  });
});

describe("a batch that was closed later than the report is made", () => {
  const asOf = "2026-11-20T02:00:00.000Z";
  const found = (closedAt: string | null, rows = [transaction("t", { totalMinor: 4200 })]) =>
    futureClosed(proveSettlement(settlement(rows, { closedAt, capturedMinor: 4200 }), context()).rows, {
      ...{ source: SETTLING, asOf, asOfDay: "2026-11-20" },
    });

  it("is named once, with the day of the report, the time and what it declares", () => {
    expect(found("2026-12-24T18:00:00.000Z")).toMatchObject([
      {
        ...{ code: "FUTURE_CLOSED_AT", source: "koard", entity: "batch", entityId: "b1" },
        ...{ businessDate: "2026-12-24", currency: "USD", moneyAtStake: "42.00" },
        expected: { kind: "text", text: "2026-11-20" },
        actual: { kind: "instant", text: "2026-12-24T18:00:00.000Z" },
      },
    ]);
    const mixed = [transaction("t"), transaction("u", { currency: "EUR" })];
    expect(found("2026-12-24T18:00:00.000Z", mixed)).toMatchObject([{ currency: null, moneyAtStake: null }]);
  });

  it("is none that was closed by then, or is open", () => {
    expect([...found(asOf), ...found(null)]).toEqual([]);
    expect(found("2026-11-20T02:00:00.001Z")).toHaveLength(1);
  });

  it("is looked for without holding the rows that were gone through", () => {
    const closedAt = "2026-11-01T22:00:00.000Z";
    const [one] = proveSettlement(settlement([transaction("t")], { closedAt }), context()).rows;
    if (one === undefined) throw new Error("a batch without a row");
    const [rows, bytes] = [500, 10_000];
    let held = 0;
    const made = function* () {
      collectGarbage();
      const before = process.memoryUsage().heapUsed;
      for (let at = 0; at < rows; at += 1)
        yield { ...one, accountId: Buffer.alloc(bytes, `${at}-`).toString() };
      collectGarbage();
      held = process.memoryUsage().heapUsed - before;
    };
    expect(futureClosed(made(), { source: SETTLING, asOf, asOfDay: "2026-11-20" })).toEqual([]);
    expect(held).toBeLessThan((rows * bytes) / 2);
  });
});
