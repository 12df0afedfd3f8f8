import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { cell, csv, json, namesIn } from "../published.ts";
import { batchIds, type Exchange, startKoard } from "./koard-server.ts";
import {
  expectNothingPublished,
  expectSentence,
  reportedBatches,
  run,
  WITHOUT_OWN_WAITS,
} from "./running.ts";

// What these tests prove: one bad record or one bad batch does not stop every night, and a source that refuses most of
// them is not believed to have bad batches.

const NIGHTS = ["2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21"] as const;

const asOf = (day: string): string => `${day}T02:00:00.000Z`;

/** Refuses the details of some batches, with a status and headers. */
const refusing =
  (ids: ReadonlySet<string>, status: number, headers: Readonly<Record<string, string>> = {}) =>
  ({ id, response, answer }: Exchange): void => {
    if (ids.has(id))
      response
        .writeHead(status, { "content-type": "application/json", ...headers })
        .end('{"detail":"not this one"}');
    else answer();
  };

/** Answers with a body that was changed. */
const changed =
  (change: (body: Record<string, unknown>, exchange: Exchange) => unknown) =>
  (exchange: Exchange): void => {
    const body: Record<string, unknown> = JSON.parse(exchange.body());
    exchange.response
      .writeHead(200, { "content-type": "application/json" })
      .end(JSON.stringify(change(body, exchange)));
  };

const exceptionsOf = (cwd: string, code: string) =>
  csv(join(cwd, "out/default/latest"), "exceptions.csv").filter((row) => cell(row, "code") === code);

describe("details that are refused", () => {
  it("on three business days are given up on the third, named, and asked for again every night", async () => {
    const bad = new Set(["b002"]);
    const busy = new Set(["b003"]);
    const koard = await startKoard({
      ids: batchIds(30),
      misbehave: (exchange) =>
        busy.has(exchange.id) ? refusing(busy, 429)(exchange) : refusing(bad, 500)(exchange),
    });
    const env = { ...koard.env, ...WITHOUT_OWN_WAITS };
    const cwd = temporaryDirectory();
    for (const day of NIGHTS.slice(0, 2)) {
      expect((await run({ env, cwd, asOf: asOf(day) })).code).toBe(75);
      expect(namesIn(join(cwd, "out/default"))).not.toContain("latest");
    }
    const third = await run({ env, cwd, asOf: asOf(NIGHTS[2]) });
    expect([third.code, third.stderr]).toEqual([0, ""]);
    expect(reportedBatches(cwd)).toEqual(batchIds(30));
    const [row] = csv(join(cwd, "out/default/latest"), "settlement-by-batch.csv").filter(
      (one) => cell(one, "batch_id") === "b002",
    );
    expect(row && [cell(row, "state"), cell(row, "captured_computed")]).toEqual(["unproven", ""]);
    const named = exceptionsOf(cwd, "DETAIL_UNAVAILABLE");
    expect(named.map((one) => `${cell(one, "entity_id")} ${cell(one, "actual")}`).sort()).toEqual([
      "b002 500",
      "b003 429",
    ]);
    expect(json(join(cwd, "out/default/latest"), "manifest.json").verdict).toBe("provisional");

    bad.clear();
    busy.clear();
    expect((await run({ env, cwd, asOf: asOf(NIGHTS[3]) })).code).toBe(0);
    expect(exceptionsOf(cwd, "DETAIL_UNAVAILABLE").map((one) => cell(one, "status"))).toEqual([
      "resolved",
      "resolved",
    ]);
  });

  it("for longer than a run may take end it at once on the first day, and later cost themselves alone", async () => {
    const misbehave = refusing(new Set(["b002"]), 429, { "retry-after": "86400" });
    const koard = await startKoard({ ids: batchIds(30), misbehave });
    const place = { ...koard, cwd: temporaryDirectory() };
    const first = await run({ ...place, asOf: asOf(NIGHTS[0]) }, "--concurrency", "1");
    expect([first.code, first.stderr]).toEqual([
      75,
      "Koard refused getBatch: 429 not this one; come back in 86400 s\n",
    ]);
    expect(koard.asked.filter((request) => request.startsWith("getBatch"))).toEqual([
      "getBatch b001",
      "getBatch b002",
    ]);
    const second = await run({ ...place, asOf: asOf(NIGHTS[1]) });
    expect(second.code).toBe(75);
    const unread = json(join(place.cwd, "out/default/2026-11-18/incomplete"), "run.json").sources.koard
      .unread;
    expect(unread).toEqual({ b002: "Koard refused getBatch: 429" });
    const third = await run({ ...place, asOf: asOf(NIGHTS[2]) });
    expect([third.code, third.stderr]).toEqual([0, ""]);
    expect(reportedBatches(place.cwd)).toEqual(batchIds(30));
    expect(exceptionsOf(place.cwd, "DETAIL_UNAVAILABLE").map((row) => cell(row, "actual"))).toEqual(["429"]);
  });

  it.each([
    [500, 69],
    [403, 77],
  ])(
    "with %i, most of ten or more, are the source's fault, and never given up: exit %i",
    async (status, code) => {
      const ids = batchIds(24);
      const koard = await startKoard({ ids, misbehave: refusing(new Set(ids.slice(0, 14)), status) });
      const cwd = temporaryDirectory();
      for (const day of NIGHTS) {
        const ended = await run({ env: { ...koard.env, ...WITHOUT_OWN_WAITS }, cwd, asOf: asOf(day) });
        expect(ended.code).toBe(code);
        expectSentence(ended);
      }
      expectNothingPublished(cwd);
    },
  );

  it("half of ten, are not the source's fault", async () => {
    const ids = batchIds(10);
    const koard = await startKoard({ ids, misbehave: refusing(new Set(ids.slice(0, 5)), 500) });
    const env = { ...koard.env, ...WITHOUT_OWN_WAITS };
    expect((await run({ env })).code).toBe(75);
  });
});

describe("a book without a report for three business days, for want of time", () => {
  it("has one on the next: what was cut off is given up, what was never asked for is unproven until it is", async () => {
    const trouble = { isDown: true, isSilent: true };
    const koard = await startKoard({
      ids: batchIds(5),
      misbehave: ({ id, response, answer }) => {
        if (trouble.isDown) response.writeHead(500).end("{}");
        else if (!(trouble.isSilent && id === "b002")) answer();
      },
    });
    const env = { ...koard.env, ...WITHOUT_OWN_WAITS };
    const cwd = temporaryDirectory();
    const states = () =>
      csv(join(cwd, "out/default/latest"), "settlement-by-batch.csv").map((row) => cell(row, "state"));
    // Whatever it is that leaves a book without a report.
    for (const day of NIGHTS.slice(0, 3)) expect((await run({ env, cwd, asOf: asOf(day) })).code).toBe(69);
    trouble.isDown = false;
    expectNothingPublished(cwd);
    const fourth = await run({ env, cwd, asOf: asOf(NIGHTS[3]) }, "--concurrency", "1", "--deadline", "20s");
    expect([fourth.code, fourth.stderr]).toEqual([0, ""]);
    expect(states()).toEqual(["final", "unproven", "unproven", "unproven", "unproven"]);
    expect(
      exceptionsOf(cwd, "DETAIL_UNAVAILABLE")
        .map((row) => `${cell(row, "entity_id")} ${cell(row, "actual")}`)
        .sort(),
      // The third was the next to be sent, the others were not in line yet.
    ).toEqual(["b002 deadline", "b003 deadline", "b004 not read", "b005 not read"]);
    expect(json(join(cwd, "out/default/latest"), "manifest.json").verdict).toBe("provisional");

    trouble.isSilent = false;
    expect((await run({ env, cwd, asOf: asOf("2026-11-22") })).code).toBe(0);
    expect(new Set(states())).toEqual(new Set(["final"]));
    expect(new Set(exceptionsOf(cwd, "DETAIL_UNAVAILABLE").map((row) => cell(row, "status")))).toEqual(
      new Set(["resolved"]),
    );
  });
});

describe("invalid records", () => {
  const invalid = (ids: ReadonlySet<string>) =>
    changed((body, { operation }) =>
      operation === "getBatch"
        ? body
        : {
            ...body,
            batches: (body["batches"] as ReadonlyArray<{ readonly id: string }>).map((one) =>
              ids.has(one.id) ? { ...one, captured_amount: 12.5 } : one,
            ),
          },
    );

  it("one of thirty, is left out and named, makes the report provisional, and the night goes on", async () => {
    const bad = new Set(["b007"]);
    const koard = await startKoard({ ids: batchIds(30), misbehave: invalid(bad) });
    const { cwd, code } = await run(koard);
    expect(code).toBe(0);
    expect(exceptionsOf(cwd, "INVALID_RECORD").map((row) => cell(row, "entity_id"))).toEqual(["b007"]);
    const manifest = json(join(cwd, "out/default/latest"), "manifest.json");
    expect([manifest.verdict, manifest.sources.koard.invalid]).toEqual(["provisional", 1]);

    // One that could be read before has its row as of then, and is accounted for once.
    bad.add("b008");
    expect((await run({ ...koard, cwd, asOf: asOf(NIGHTS[1]) })).code).toBe(0);
    const {
      listed,
      in_window,
      invalid: left,
    } = json(join(cwd, "out/default/latest"), "manifest.json").sources.koard;
    expect([listed, in_window, left]).toEqual([30, 29, 1]);
  });

  it("ten and more than 1 in 100, are refused with the first three named, unless they are accepted", async () => {
    const ids = batchIds(30);
    const koard = await startKoard({ ids, misbehave: invalid(new Set(ids.slice(0, 10))) });
    const refused = await run(koard);
    expect(refused.code).toBe(65);
    expectSentence(refused);
    expect(refused.stderr).toMatch(/more than 1 in 100; the first: b001 \(.*\), b002 \(.*\), b003 \(.*\)/);
    const { cwd, code } = await run({ ...koard, cwd: refused.cwd }, "--accept-invalid");
    expect(code).toBe(0);
    expect(exceptionsOf(cwd, "INVALID_RECORD")).toHaveLength(10);
  });
});

describe("a list", () => {
  it("that lost more than half of what it had is not believed, unless that is accepted", async () => {
    const ids = batchIds(30);
    const koard = await startKoard({ ids });
    const { cwd } = await run(koard);
    ids.splice(0, 16);
    const refused = await run({ ...koard, cwd, asOf: asOf(NIGHTS[1]) });
    expect(refused.code).toBe(65);
    expectSentence(refused);
    expect(refused.stderr).toMatch(/16 of the 30 batches.*--accept-loss/);
    const accepted = await run({ ...koard, cwd, asOf: asOf(NIGHTS[1]) }, "--accept-loss");
    expect(accepted.code).toBe(0);
    expect(exceptionsOf(cwd, "BATCH_VANISHED")).toHaveLength(16);
  });

  it("that lost half of what it had is believed", async () => {
    const ids = batchIds(30);
    const koard = await startKoard({ ids });
    const { cwd } = await run(koard);
    ids.splice(0, 15);
    expect((await run({ ...koard, cwd, asOf: asOf(NIGHTS[1]) })).code).toBe(0);
    expect(exceptionsOf(cwd, "BATCH_VANISHED")).toHaveLength(15);
  });

  it("is read to its end whatever its total says", async () => {
    const misbehave = changed((body, { operation }) =>
      operation === "listBatches" ? { ...body, total: 100 } : body,
    );
    const koard = await startKoard({ ids: batchIds(130), pageRows: 50, misbehave });
    const { cwd, code } = await run(koard);
    expect(code).toBe(0);
    expect(reportedBatches(cwd)).toEqual(batchIds(130));
  });

  it("that forgets what is old has moved its horizon: nothing vanished, and what it forgot is kept", async () => {
    const ids = batchIds(30);
    /** Each batch on a day of its own, the first one on the oldest; the second one stays open, and listed. */
    const dated = <A extends { readonly id: string }>(one: A) => {
      const day = new Date(Date.UTC(2026, 9, 18 + Number(one.id.slice(1)))).toISOString().slice(0, 10);
      const opened = { ...one, opened_at: `${day}T06:00:00Z`, closed_at: `${day}T22:00:00Z` };
      return one.id === "b002" ? { ...opened, status: "open", closed_at: null } : opened;
    };
    const misbehave = changed((body, { operation }) =>
      operation === "listBatches"
        ? { ...body, batches: (body["batches"] as ReadonlyArray<{ readonly id: string }>).map(dated) }
        : dated(body as { readonly id: string }),
    );
    const koard = await startKoard({ ids, misbehave });
    const { cwd } = await run(koard);
    const before = reportedBatches(cwd);
    // In the end two thirds are gone of what it ever listed, and never more than half of what it listed the night before.
    for (const [at, forgotten] of [1, 13, 6].entries()) {
      ids.splice(0, forgotten + 1, "b002");
      expect((await run({ ...koard, cwd, asOf: asOf(NIGHTS[at + 1] ?? "") })).code).toBe(0);
      expect(exceptionsOf(cwd, "BATCH_VANISHED")).toEqual([]);
      const moved = exceptionsOf(cwd, "HORIZON_MOVED");
      expect(
        moved.map((row) => [cell(row, "entity_id"), cell(row, "severity"), cell(row, "nights")]),
      ).toEqual([["koard", "info", String(at + 1)]]);
      const {
        listed,
        in_window,
        before: older,
        after,
        invalid,
      } = json(join(cwd, "out/default/latest"), "manifest.json").sources.koard;
      expect([listed, in_window + older + after + invalid]).toEqual([ids.length, ids.length]);
    }
    // The window has moved on by three days, and holds what the list does not any more.
    expect(reportedBatches(cwd)).toEqual(before);
  });

  it("that lacks a batch in its middle has lost it", async () => {
    const ids = batchIds(30);
    const koard = await startKoard({ ids });
    const { cwd } = await run(koard);
    ids.splice(10, 1);
    expect((await run({ ...koard, cwd, asOf: asOf(NIGHTS[1]) })).code).toBe(0);
    expect(exceptionsOf(cwd, "BATCH_VANISHED").map((row) => cell(row, "entity_id"))).toEqual(["b011"]);
    expect(exceptionsOf(cwd, "HORIZON_MOVED")).toEqual([]);
  });
});
