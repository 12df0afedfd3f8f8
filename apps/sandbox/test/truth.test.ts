// Proves that the truth is what somebody finds who reads everything over HTTP and adds it up.
import { describe, expect, it } from "vitest";
import { type Asking, asking } from "./asking.ts";
import { readBatches, readCredentialBatches, sumsOf } from "./reading-everything.ts";

const UTC = { timezone: "UTC", cutoff: "00:00" };

const expectSettlements = async (ask: Asking): Promise<void> => {
  const truth = ask.sandbox.truth(UTC);
  const batches = await readBatches(ask);
  expect(truth.counts.settlementBatches).toBe(batches.length);
  for (const batch of batches) {
    const told = truth.settlements.find(({ batchId }) => batchId === batch.id);
    const sums = sumsOf(batch.transactions);
    expect(told).toMatchObject({
      status: batch.status,
      currency: batch.transactions[0]?.currency ?? null,
      transactionsListed: batch.transactions.length,
      transactionsDeclared: batch.transaction_count,
      transactionsCaptured: sums.moved,
      capturedDeclared: String(batch.captured_amount),
      capturedComputed: String(sums.captured),
      refundedDeclared: String(batch.refunded_amount),
      refundedComputed: String(sums.refunded),
      netComputed: String(sums.captured - sums.refunded),
    });
    const { listed, transactions, ...header } = batch;
    expect(header).toEqual(listed);
    const closedOrOpened = new Date(batch.closed_at ?? batch.opened_at).toISOString();
    expect(told?.businessDate).toBe(closedOrOpened.slice(0, 10));
  }
  for (const { currency, capturedComputed, refundedComputed } of truth.currencies) {
    const sums = sumsOf(
      batches.flatMap(({ transactions }) => transactions).filter((row) => row.currency === currency),
    );
    expect([capturedComputed, refundedComputed]).toEqual([String(sums.captured), String(sums.refunded)]);
  }
};

const expectCohorts = async (ask: Asking): Promise<void> => {
  const truth = ask.sandbox.truth(UTC);
  const batches = await readCredentialBatches(ask);
  expect(truth.cohorts.flatMap(({ batchIds }) => batchIds).toSorted()).toEqual(
    batches.map((b) => b.batchId).toSorted(),
  );
  for (const cohort of truth.cohorts) {
    const members = batches.filter(({ batchId }) => cohort.batchIds.includes(batchId));
    const issued = members
      .filter(({ status }) => status === "issued")
      .flatMap(({ recipients }) => recipients);
    const people = issued
      .map(({ email }) => email.trim().toLowerCase())
      .filter((email: string) => email.includes("@"));
    expect(cohort).toMatchObject({
      credentialsDeclared: members.reduce((sum, { recipientCount }) => sum + recipientCount, 0),
      credentialsIssued: new Set(issued.map(({ recipientId }) => recipientId)).size,
      people: new Set(people).size,
    });
    expect(
      new Set(
        members.map(({ batchName }) => batchName.trim().replaceAll(/\s+/g, " ").normalize().toLowerCase()),
      ).size,
    ).toBe(1);
  }
  const emails = batches
    .filter(({ status }) => status === "issued")
    .flatMap(({ programId, recipients }) =>
      recipients.map((one: { email: string }) => [programId, one.email.trim().toLowerCase()].join()),
    )
    .filter((email: string) => email.includes("@"));
  // What is issued again is what is left when everybody has one credential of each programme.
  const reissued = truth.cohorts.reduce((sum, cohort) => sum + cohort.reissued, 0);
  expect(reissued).toBe(emails.length - new Set(emails).size);
};

describe("truth", () => {
  for (const seed of [1, 2, 77]) {
    it(`equals what reading everything finds, on three nights (seed ${seed})`, async ({ onTestFinished }) => {
      const ask = await asking(onTestFinished, { seed, batches: 40, transactions: 12 });
      for (const night of [1, 2, 3]) {
        ask.sandbox.setNight(night);
        await expectSettlements(ask);
        await expectCohorts(ask);
      }
    });
  }

  it("declares in a clean world what the transactions add up to, on every night", async ({
    onTestFinished,
  }) => {
    const { sandbox } = await asking(onTestFinished, { clean: true });
    for (const night of [1, 2, 3, 4]) {
      sandbox.setNight(night);
      const truth = sandbox.truth(UTC);
      expect(truth.planted).toEqual([]);
      const isOff = (row: (typeof truth.settlements)[number]): boolean =>
        row.capturedDeclared !== row.capturedComputed || row.refundedDeclared !== row.refundedComputed;
      expect(truth.settlements.filter(isOff)).toEqual([]);
      expect(truth.settlements.every((row) => row.transactionsDeclared === row.transactionsListed)).toBe(
        true,
      );
      expect(
        truth.settlements.filter(({ status }) => ["rejected", "partially_accepted"].includes(status)),
      ).toEqual([]);
      expect(truth.counts.credentialsDeclared).toBe(truth.counts.credentialsIssued);
    }
  });

  it("never gives back more than was captured in a clean world", async ({ onTestFinished }) => {
    const ask = await asking(onTestFinished, { clean: true, transactions: 60 });
    const rows = (await readBatches(ask)).flatMap(({ transactions }) => transactions);
    const over = rows.filter((row) => {
      const { captured, refunded } = sumsOf([row]);
      return refunded > captured;
    });
    expect(over).toEqual([]);
    expect(rows.filter(({ refunded }) => refunded > 0).length).toBeGreaterThan(50);
    expect(
      rows.filter(({ reversed, status }) => reversed > 0 && status !== "reversed").length,
    ).toBeGreaterThan(10);
  });

  it("is off by exactly what was planted", async ({ onTestFinished }) => {
    const { sandbox } = await asking(onTestFinished, { plant: [{ name: "captured-mismatch", count: 3 }] });
    const truth = sandbox.truth(UTC);
    const off = truth.settlements.filter(({ unexplained }) => unexplained !== "0");
    expect(off.map(({ batchId }) => batchId).toSorted()).toEqual(
      truth.planted.map(({ entityId }) => entityId).toSorted(),
    );
    expect(off.map(({ unexplained, currency }) => `${unexplained} ${currency}`)).toEqual(
      Array(3).fill("1727 USD"),
    );
  });

  it("puts a batch into the day of its closing in the calendar's zone and after its cut-off", async ({
    onTestFinished,
  }) => {
    const { sandbox } = await asking(onTestFinished);
    const tokyo = sandbox.truth({ timezone: "Asia/Tokyo", cutoff: "02:30" });
    for (const { businessDate, closedAt, openedAt } of tokyo.settlements) {
      // Tokyo is nine hours ahead all year; a day that begins at 02:30 there begins at 17:30 UTC the day before.
      const shifted = new Date(Date.parse(closedAt ?? openedAt) + 6.5 * 3_600_000).toISOString();
      expect(businessDate).toBe(shifted.slice(0, 10));
    }
  });

  it("limits days to the window, and leaves out credentials issued after it", async ({ onTestFinished }) => {
    const { sandbox } = await asking(onTestFinished);
    const window = { from: "2026-10-20", to: "2026-11-10" };
    const truth = sandbox.truth(UTC, { window });
    expect(truth.settlements.length).toBeGreaterThan(10);
    expect(
      truth.days.every(({ businessDate }) => businessDate >= window.from && businessDate < window.to),
    ).toBe(true);
    expect(truth.cohorts.every(({ lastIssuedAt }) => lastIssuedAt < window.to)).toBe(true);
    expect(truth.counts.credentialBatches + truth.counts.credentialBatchesAfterWindow).toBe(
      sandbox.truth(UTC).counts.credentialBatches,
    );
    expect(truth.cohorts.some((cohort) => cohort.issuedInWindow < cohort.credentialsIssued)).toBe(true);
  });

  it("is served to other processes, which can also turn the night", async ({ onTestFinished }) => {
    const { sandbox } = await asking(onTestFinished);
    const get = async (path: string, method = "GET") =>
      (await fetch(sandbox.controlUrl + path, { method })).json();
    const query = "timezone=Europe%2FBerlin&cutoff=02:30&from=2026-10-20&to=2026-11-10";
    const calendar = { timezone: "Europe/Berlin", cutoff: "02:30" };
    expect(await get(`/truth?${query}`)).toEqual(
      sandbox.truth(calendar, { window: { from: "2026-10-20", to: "2026-11-10" } }),
    );
    expect(await get("/night/3", "POST")).toEqual({ night: 3 });
    expect(sandbox.night).toBe(3);
    expect(await get("/night/0", "POST")).toEqual({
      error: "night must be a whole number from 1 to 1000, not 0",
    });
    expect((await fetch(`${sandbox.controlUrl}/truth?timezone=Nowhere%2FLand`)).status).toBe(400);
  });
});
