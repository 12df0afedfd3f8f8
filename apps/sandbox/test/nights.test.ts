// Proves that a world follows from its options and its night alone, and what the nights bring.
import { describe, expect, it } from "vitest";
import { type Answer, type Asking, asking } from "./asking.ts";
import { readBatches, readCredentialBatches } from "./reading-everything.ts";

const everything = async (ask: Asking) => ({
  batches: await readBatches(ask),
  credentials: await readCredentialBatches(ask),
  programs: (await ask.record("/programs")).body.data,
  terminals: (await ask.koard("/v2/terminals")).body.terminals,
  transactions: (await ask.koard("/v1/transactions?limit=500")).body,
});

const SMALL = { batches: 24, transactions: 8 };

describe("a world", () => {
  it("is the same in two sandboxes with the same options, on every night", async ({ onTestFinished }) => {
    const [one, other] = [await asking(onTestFinished, SMALL), await asking(onTestFinished, SMALL)];
    for (const night of [1, 2, 3]) {
      for (const { sandbox } of [one, other]) sandbox.setNight(night);
      expect(await everything(one)).toEqual(await everything(other));
    }
  });

  it("is the same on a night, whichever nights were before", async ({ onTestFinished }) => {
    const [walked, started] = [
      await asking(onTestFinished, SMALL),
      await asking(onTestFinished, { ...SMALL, night: 3 }),
    ];
    for (const night of [2, 5, 3]) walked.sandbox.setNight(night);
    expect(await everything(walked)).toEqual(await everything(started));
    walked.sandbox.setNight(1);
    expect(await everything(walked)).toEqual(await everything(await asking(onTestFinished, SMALL)));
  });

  it("differs by its seed", async ({ onTestFinished }) => {
    const [one, other] = [await asking(onTestFinished), await asking(onTestFinished, { seed: 2 })];
    const ids = ({ body }: Answer) => body.batches.map(({ id }: { id: string }) => id);
    const [mine, theirs] = [ids(await one.koard("/v1/batches")), ids(await other.koard("/v1/batches"))];
    // Only those that look like numbers are the same everywhere.
    expect(mine.filter((id: string) => theirs.includes(id)).every((id: string) => /^0+\d+$/.test(id))).toBe(
      true,
    );
  });

  it("has every status, several currencies, and nothing later than its night", async ({ onTestFinished }) => {
    const ask = await asking(onTestFinished);
    const batches = await readBatches(ask);
    expect(new Set(batches.map(({ status }) => status))).toEqual(
      new Set(["open", "closed", "submitted", "accepted", "partially_accepted", "rejected", "cancelled"]),
    );
    const rows = batches.flatMap(({ transactions }) => transactions);
    expect(new Set(rows.map(({ currency }) => currency))).toEqual(new Set(["USD", "EUR", "JPY", "KWD"]));
    for (const { opened_at, closed_at } of batches) {
      expect(Date.parse(closed_at ?? opened_at)).toBeLessThan(Date.parse(ask.sandbox.asOf));
    }
    expect(rows.every(({ created_at }) => created_at < Date.parse(ask.sandbox.asOf))).toBe(true);
    expect(
      (await readCredentialBatches(ask)).every(
        ({ issuedAt }) => Date.parse(issuedAt) < Date.parse(ask.sandbox.asOf),
      ),
    ).toBe(true);
    const parts = rows.map(
      (row) => row.subtotal + (row.tax_amount ?? 0) + (row.tip_amount ?? 0) + (row.surcharge_amount ?? 0),
    );
    expect(rows.map(({ total_amount }) => total_amount)).toEqual(parts);
  });

  it("may be empty", async ({ onTestFinished }) => {
    const ask = await asking(onTestFinished, { batches: 0, cohorts: 0 });
    for (const night of [1, 2]) {
      ask.sandbox.setNight(night);
      expect((await ask.koard("/v1/batches")).body).toMatchObject({ batches: [], total: 0 });
      expect((await ask.record("/credentials")).body.data).toEqual([]);
      expect((await ask.koard("/v1/transactions")).body).toEqual([]);
    }
  });
});

describe("a night", () => {
  it("adds batches and cohorts and moves open batches on to accepted", async ({ onTestFinished }) => {
    const ask = await asking(onTestFinished, { clean: true });
    const statuses = new Map<string, string[]>();
    const sizes: number[] = [];
    for (const night of [1, 2, 3, 4, 5]) {
      ask.sandbox.setNight(night);
      const { batches, total } = (await ask.koard("/v1/batches?limit=500")).body;
      for (const { id, status } of batches) statuses.set(id, [...(statuses.get(id) ?? []), status]);
      sizes.push(total, (await ask.record("/credentials")).body.data.length);
    }
    expect(sizes).toEqual([60, 18, 62, 20, 64, 22, 66, 24, 68, 26]);
    const lives = [...statuses.values()].filter(
      ([first, ...others]) => first === "open" && others.length === 4,
    );
    expect(lives).toEqual([
      ["open", "closed", "submitted", "accepted", "accepted"],
      ["open", "closed", "accepted", "accepted", "accepted"],
    ]);
  });

  it("lets transactions settle when their batch is accepted", async ({ onTestFinished }) => {
    const ask = await asking(onTestFinished, { clean: true });
    const [{ id }] = (await ask.koard("/v1/batches?statuses=closed")).body.batches;
    const captured = async () => {
      const { transactions } = (await ask.koard(`/v1/batches/${id}?include_transactions=true`)).body;
      return new Set(
        transactions
          .map(({ status }: { status: string }) => status)
          .filter((s: string) => /^(captured|settled)$/.test(s)),
      );
    };
    expect(await captured()).toEqual(new Set(["captured"]));
    ask.sandbox.setNight(3);
    expect(await captured()).toEqual(new Set(["settled"]));
  });

  it("brings late refunds on old batches, header and transaction alike", async ({ onTestFinished }) => {
    const ask = await asking(onTestFinished, { plant: [{ name: "late-refund", count: 3 }] });
    const planted = ask.sandbox.truth({ timezone: "UTC", cutoff: "00:00" }).planted;
    expect(planted.map(({ fromNight }) => fromNight)).toEqual([2, 2, 3]);
    for (const { entityId, fromNight, amountMinor } of planted) {
      const read = async () => {
        const row = (await ask.koard(`/v1/transactions/${entityId}`)).body;
        const batch = (await ask.koard(`/v1/batches/${row.batch_id}`)).body;
        return { row, batch };
      };
      ask.sandbox.setNight(fromNight - 1);
      const before = await read();
      ask.sandbox.setNight(fromNight);
      const after = await read();
      expect(after.row.refunded - (before.row.refunded ?? 0)).toBe(Number(amountMinor));
      expect(after.batch.refunded_amount - before.batch.refunded_amount).toBe(Number(amountMinor));
      expect(after.batch.captured_amount).toBe(before.batch.captured_amount);
      expect(after.row.event_id).not.toBe(before.row.event_id);
      expect(after.row.history.map(({ event_id }: { event_id: string }) => event_id)).toEqual([
        before.row.event_id,
      ]);
    }
  });

  it("reopens a batch and closes it again with another tip, and loses one", async ({ onTestFinished }) => {
    const plant = [
      { name: "batch-reopened", count: 1 },
      { name: "batch-vanished", count: 1 },
    ] as const;
    const ask = await asking(onTestFinished, { plant });
    const [reopened, vanished] = ask.sandbox
      .truth({ timezone: "UTC", cutoff: "00:00" })
      .planted.map(({ entityId }) => entityId);
    const seen = [];
    for (const night of [1, 2, 3, 4]) {
      ask.sandbox.setNight(night);
      const { status, closed_at, captured_amount } = (await ask.koard(`/v1/batches/${reopened}`)).body;
      seen.push({
        status,
        closedOn: closed_at?.slice(0, 10) ?? null,
        captured_amount,
        vanished: (await ask.koard(`/v1/batches/${vanished}`)).status,
      });
    }
    const [first, second, third, fourth] = seen;
    expect(seen.map(({ status }) => status)).toEqual(["accepted", "open", "submitted", "accepted"]);
    expect(seen.map(({ vanished: status }) => status)).toEqual([200, 200, 404, 404]);
    expect(second).toMatchObject({ closedOn: null, captured_amount: first?.captured_amount });
    expect(third?.closedOn).toBe("2026-11-21");
    expect(third?.captured_amount).toBeGreaterThan(first?.captured_amount);
    expect(fourth?.captured_amount).toBe(third?.captured_amount);
    const listed = (await readBatches(ask)).map(({ id }) => id);
    expect([listed.includes(reopened), listed.includes(vanished)]).toEqual([true, false]);
  });

  it("mends on later nights what was wrong with credentials on the first", async ({ onTestFinished }) => {
    const ask = await asking(onTestFinished);
    const wrong = [];
    for (const night of [1, 2, 3]) {
      ask.sandbox.setNight(night);
      const listed = (await ask.record("/programs")).body.data.map(
        ({ programId }: { programId: string }) => programId,
      );
      const batches = await readCredentialBatches(ask);
      wrong.push({
        miscounted: batches.filter((batch) => batch.recipientCount !== batch.recipients.length).length,
        unlisted: new Set(batches.map(({ programId }) => programId).filter((id) => !listed.includes(id)))
          .size,
        processing: batches.filter(({ status }) => status === "processing").length,
      });
    }
    expect(wrong).toEqual([
      { miscounted: 1, unlisted: 1, processing: 1 },
      { miscounted: 1, unlisted: 0, processing: 1 },
      { miscounted: 0, unlisted: 0, processing: 0 },
    ]);
  });
});
