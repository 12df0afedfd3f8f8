import { setTimeout as sleep } from "node:timers/promises";
import { LargeBodies, Secret } from "@tieout/http";
import { shownTexts } from "@tieout/reconcile";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { openKoard } from "../../../src/sources/koard/koard-source.ts";
import type { Source } from "../../../src/sources/Source.ts";
import type { SourceFailed } from "../../../src/sources/SourceFailed.ts";
import { heldBytes } from "../../held-memory.ts";
import { settlementHeader } from "../../records.ts";
import { type Route, serve } from "../loopback.ts";
import { batch, row } from "./koard-records.ts";

const KEY = "koard-not-to-be-shown";

const page = (name: "batches" | "transactions", items: readonly unknown[], total = items.length) => ({
  body: { [name]: items, limit: 500, offset: 0, page: 1, total },
});

const LISTED = settlementHeader("b1");

/** Longer than two requests of loopback take. */
const SOME_TIME_MS = 300;

const koardWith = async (routes: Readonly<Record<string, Route>>) => {
  const { url, asked } = await serve(routes);
  const told: string[] = [];
  const rules = {
    concurrency: 2,
    ratePerSecond: null,
    ofHost: null,
    largeBodies: new LargeBodies(),
    deadline: new Date("2999-01-01"),
    onWait: () => void told.push("waits"),
    nowMs: () => 0,
    onAgain: () => void told.push("is sent again"),
  };
  const access = { key: new Secret(KEY), baseUrl: url, baseUrlFrom: null };
  const opened = openKoard({
    source: { name: "koard", title: "Koard", role: "settlements", isConfigured: true, access },
    ...{ access, rules },
    hashEmail: () => {
      throw new Error("no address is hashed");
    },
  });
  const using = <A, E>(use: (koard: Source<"settlements">) => Effect.Effect<A, E>) =>
    Effect.runPromise(Effect.flatMap(opened, use));
  return {
    asked,
    told,
    list: () => using((koard) => Effect.map(koard.list, ({ batches }) => batches)),
    listError: (): Promise<SourceFailed> => using((koard) => Effect.flip(koard.list)),
    read: (header = LISTED) => using((koard) => koard.read(header)),
    readAtOnce: (headers: ReadonlyArray<typeof LISTED>) =>
      using((koard) => Effect.all(headers.map(koard.read), { concurrency: "unbounded" })),
    noted: () =>
      using((koard) => koard.list.pipe(Effect.andThen(koard.read(LISTED)), Effect.map(koard.notes))),
    counted: () => using((koard) => Effect.map(koard.list, () => koard.requests())),
  };
};

describe("the list of settlement batches", () => {
  it("becomes headers with UTC instants and amounts in minor units", async () => {
    const koard = await koardWith({
      "GET /v1/batches": page("batches", [
        batch("b1", { opened_at: "2026-11-20T08:00:00.1239+02:00", closed_at: null }),
      ]),
    });
    expect(await koard.list()).toEqual({
      operation: "listBatches",
      headers: [
        {
          id: "b1",
          ...shownTexts({ processorBatchId: "000412" }),
          accountId: "account",
          terminalId: "terminal",
          processorName: "TSYS",
          status: "accepted",
          openedAt: "2026-11-20T06:00:00.123Z",
          closedAt: null,
          transactionCount: 1,
          capturedMinor: 1000,
          refundedMinor: 0,
        },
      ],
      invalid: [],
    });
  });

  it("reads a time without an offset as UTC", async () => {
    const koard = await koardWith({
      "GET /v1/batches": page("batches", [batch("b1", { opened_at: "2026-11-20T06:00:00" })]),
    });
    expect((await koard.list()).headers[0]?.openedAt).toBe("2026-11-20T06:00:00.000Z");
  });

  it("is read to its end, each batch once", async () => {
    const all = Array.from({ length: 7 }, (_, index) => batch(`b${index}`));
    const koard = await koardWith({
      // A server that gives three at a time, whatever it is asked for.
      "GET /v1/batches": ({ query }) => {
        const offset = Number(query.get("offset") ?? 0);
        return page("batches", all.slice(offset, offset + 3), all.length);
      },
    });
    const ids = (await koard.list()).headers.map(({ id }) => id);
    expect(ids.sort()).toEqual(all.map(({ id }) => id));
  });

  it("is read to its end, wherever in a page a batch was left out of it", async () => {
    const broken = new Set([0, 3, 5, 8]);
    const all = Array.from({ length: 9 }, (_, at) =>
      batch(`b${at}`, broken.has(at) ? { captured_amount: "x" } : {}),
    );
    const koard = await koardWith({
      "GET /v1/batches": ({ query }) => {
        const offset = Number(query.get("offset") ?? 0);
        return page("batches", all.slice(offset, offset + 3), all.length);
      },
    });
    const { headers, invalid } = await koard.list();
    expect(headers.map(({ id }) => id).sort()).toEqual(["b1", "b2", "b4", "b6", "b7"]);
    expect(invalid.map(({ id }) => id).sort()).toEqual(["b0", "b3", "b5", "b8"]);
  });

  it("is walked without holding what no header is made of", async () => {
    const [batches, characters] = [600, 20_000];
    const held: Array<number> = [];
    const koard = await koardWith({
      "GET /v1/batches": ({ query }) => {
        held.push(heldBytes());
        const offset = Number(query.get("offset") ?? 0);
        const ids = Array.from({ length: Math.min(30, batches - offset) }, (_, at) => `b${offset + at}`);
        const some = ids.map((id) =>
          batch(id, { batch_metadata: { closed_by: id.padEnd(characters, "x") } }),
        );
        return page("batches", some, batches);
      },
    });
    expect((await koard.list()).headers).toHaveLength(batches);
    expect(Math.max(...held) - Math.min(...held)).toBeLessThan((batches * characters) / 2);
  });

  it("leaves out what breaks the spec, one by one, with its path and its id", async () => {
    const koard = await koardWith({
      "GET /v1/batches": page("batches", [
        batch("whole"),
        batch("half-a-cent", { captured_amount: 12.5 }),
        batch("text", { captured_amount: "1200" }),
        batch("too-large-to-be-exact", { captured_amount: 9007199254740993n.toString() }),
        batch("no-day", { opened_at: "2026-02-30T06:00:00Z" }),
        batch("with/slash"),
        batch("with blank"),
        batch(".."),
      ]),
    });
    const { headers, invalid } = await koard.list();
    expect(headers.map(({ id }) => id)).toEqual(["whole"]);
    expect(invalid.map(({ id }) => id).sort()).toEqual([
      "..",
      "half-a-cent",
      "no-day",
      "text",
      "too-large-to-be-exact",
      "with blank",
      "with/slash",
    ]);
    const half = invalid.find(({ id }) => id === "half-a-cent");
    expect(half?.path).toBe("$.batches[1].captured_amount");
    expect(half?.value).toContain("12.5");
    expect(invalid.find(({ id }) => id === "no-day")?.path).toContain("opened_at");
  });

  it("leaves out a batch whose texts nobody could write, and does not show them", async () => {
    const koard = await koardWith({
      "GET /v1/batches": page("batches", [
        batch("whole"),
        batch("half-\ud83d"),
        batch("b1", { processor_name: "TSYS\ude00" }),
      ]),
    });
    const { headers, invalid } = await koard.list();
    expect(headers.map(({ id }) => id)).toEqual(["whole"]);
    expect(invalid.map(({ path, id, value }) => [path, id, value])).toEqual([
      ["$.id", null, "a text of 6 characters"],
      ["$.processor_name", "b1", "a text of 5 characters"],
    ]);
  });

  it("is whole with times without an offset and values that no report needs, and says so once a kind", async () => {
    const withoutOffset = batch("b1", { opened_at: "2026-11-20T06:00:00", closed_at: "2026-11-20T22:00:00" });
    const koard = await koardWith({
      "GET /v1/batches": page("batches", [withoutOffset]),
      "GET /v1/batches/b1": { body: { ...batch("b1"), transactions: [row("t1", { card_brand: 7 })] } },
    });
    expect(await koard.noted()).toEqual([
      "Koard sent a time without an offset 2 times; it was read as UTC",
      "Koard broke its spec in card_brand once; no report needs it",
    ]);
  });

  it("counts its requests", async () => {
    const koard = await koardWith({ "GET /v1/batches": page("batches", []) });
    const counts = await koard.counted();
    expect(counts.requests).toBe(koard.asked.length);
    expect(counts).toMatchObject({ retries: 0, waitedMs: 0, bytes: expect.any(Number) });
    expect(counts.bytes).toBeGreaterThan(0);
  });
});

describe("one settlement batch", () => {
  it("keeps of a row what a proof reads, and nothing of card, reader, device or merchant", async () => {
    const koard = await koardWith({
      "GET /v1/batches/b1": { body: { ...batch("b1"), transactions: [row("t1", { refunded: 250 })] } },
    });
    const settlement = await koard.read();
    expect(settlement.details).toEqual({
      rows: [
        {
          id: "t1",
          eventId: "E-t1",
          batchId: "b1",
          currency: "USD",
          type: "sale",
          status: "settled",
          statusReason: null,
          totalMinor: 1000,
          refundedMinor: 250,
          reversedMinor: null,
          authorizedMinor: null,
          createdAt: "2026-05-19T14:13:20.000Z",
          tipMinor: null,
          surchargeMinor: null,
          taxMinor: null,
          gatewayId: null,
        },
      ],
      invalid: [],
    });
    expect(JSON.stringify(settlement)).not.toMatch(
      /541333|0042|reader-0412|device-77|Corner Books|MasterCard/,
    );
  });

  it("has the header of the moment in which it was read, not the listed one", async () => {
    const koard = await koardWith({
      "GET /v1/batches/b1": { body: { ...batch("b1", { captured_amount: 777 }), transactions: [row("t1")] } },
    });
    expect((await koard.read()).header.capturedMinor).toBe(777);
  });

  it("that is gone has no details, and keeps the header of the list", async () => {
    const koard = await koardWith({});
    expect(await koard.read()).toEqual({ header: LISTED, details: null });
  });

  it("with fewer rows than it declares is made up by searching", async () => {
    const declared = batch("b1", { transaction_count: 3 });
    const searches: string[] = [];
    const koard = await koardWith({
      "GET /v1/batches/b1": { body: { ...declared, transactions: [row("t1")] } },
      "POST /v1/transactions/search": ({ sent }) => {
        searches.push(sent);
        return page("transactions", [row("t1"), row("t2"), row("t3")]);
      },
    });
    const { details } = await koard.read();
    expect(details?.rows.map(({ id }) => id)).toEqual(["t1", "t2", "t3"]);
    expect(JSON.parse(searches[0] ?? "{}")).toMatchObject({ batch_id: "b1" });
    expect(koard.asked.filter((asked) => asked.startsWith("GET /v1/batches/b1"))).toHaveLength(2);
  });

  it("that is too large for one answer is searched alone, however many are read at once", async () => {
    const tooLarge = { more: "x".repeat(33 * 1024 * 1024) };
    const searched: string[] = [];
    const bothKnown = Promise.withResolvers<void>();
    let known = 0;
    const routes = ["b1", "b2"].map((id): [string, Route] => [
      `GET /v1/batches/${id}`,
      ({ nth }) => {
        if (nth === 2) known += 1;
        if (known === 2) bothKnown.resolve();
        return { body: { ...batch(id, { transaction_count: 3 }), ...(nth === 1 ? tooLarge : {}) } };
      },
    ]);
    const koard = await koardWith({
      ...Object.fromEntries(routes),
      "POST /v1/transactions/search": async ({ sent }) => {
        const { batch_id: id, offset } = JSON.parse(sent);
        searched.push(id);
        // Whoever does not wait its turn has the time to ask.
        await bothKnown.promise;
        await sleep(SOME_TIME_MS);
        return page("transactions", offset < 3 ? [row(`${id}-${offset}`)] : [], 3);
      },
    });
    const read = await koard.readAtOnce(["b1", "b2"].map((id) => settlementHeader(id)));
    expect(read.map(({ details }) => details?.rows.length)).toEqual([3, 3]);
    const [first = ""] = searched;
    expect(searched).toEqual(searched.toSorted((a, b) => Number(b === first) - Number(a === first)));
    expect(new Set(searched).size).toBe(2);
  });

  it("that moves while it is searched is read once more", async () => {
    // The second look is at another batch than the first: one more was captured in between.
    const states = [2, 3, 3, 3];
    const koard = await koardWith({
      "GET /v1/batches/b1": ({ nth }) => ({
        body: { ...batch("b1", { transaction_count: states[nth - 1] ?? 3 }), transactions: [] },
      }),
      "POST /v1/transactions/search": ({ nth }) =>
        page(
          "transactions",
          (nth === 1 ? ["t1", "t2"] : ["t1", "t2", "t3"]).map((id) => row(id)),
        ),
    });
    const settlement = await koard.read();
    expect(settlement.header.transactionCount).toBe(3);
    expect(settlement.details?.rows).toHaveLength(3);
  });

  it("that never keeps still is taken as it was read last", async () => {
    const koard = await koardWith({
      "GET /v1/batches/b1": ({ nth }) => ({
        body: { ...batch("b1", { transaction_count: 10 + nth }), transactions: [] },
      }),
      "POST /v1/transactions/search": page("transactions", [row("t1")]),
    });
    const settlement = await koard.read();
    expect(settlement.details?.rows.map(({ id }) => id)).toEqual(["t1"]);
    expect(koard.asked.filter((asked) => asked.startsWith("GET")).length).toBe(4);
  });

  it("that never keeps still is named", async () => {
    const koard = await koardWith({
      "GET /v1/batches": page("batches", [batch("b1")]),
      "GET /v1/batches/b1": ({ nth }) => ({
        body: { ...batch("b1", { transaction_count: 10 + nth }), transactions: [] },
      }),
      "POST /v1/transactions/search": page("transactions", [row("t1")]),
    });
    expect(await koard.noted()).toEqual(["Koard kept changing what was being read; as read last: b1"]);
  });

  it("leaves out a row that breaks the spec, names it, and does not search for it", async () => {
    const koard = await koardWith({
      "GET /v1/batches/b1": {
        body: {
          ...batch("b1", { transaction_count: 3 }),
          transactions: [row("t1"), row("t2", { total_amount: 12.5 }), row("t3", { tip_amount: "none" })],
        },
      },
    });
    const { details } = await koard.read();
    // A tip that is no amount is a field that no figure needs: the row stays.
    expect(details?.rows.map(({ id }) => id)).toEqual(["t1", "t3"]);
    expect(details?.invalid).toEqual([
      expect.objectContaining({ id: "t2", path: "$.transactions[1].total_amount" }),
    ]);
    expect(koard.asked).toHaveLength(1);
  });

  it("that answers for another batch is not believed: none of it counts, and the run goes on", async () => {
    const koard = await koardWith({
      "GET /v1/batches/b1": { body: { ...batch("b2"), transactions: [row("t")] } },
    });
    const { header, details } = await koard.read();
    expect(header).toEqual(LISTED);
    expect(details?.rows).toEqual([]);
    expect(details?.invalid).toEqual([expect.objectContaining({ value: expect.stringContaining("$.id") })]);
  });
});

describe("a Koard that cannot be read", () => {
  it.each([401, 403])("because of its key (%i) says so at once, without the key", async (status) => {
    const koard = await koardWith({
      "GET /v1/batches": { status, body: { detail: `Invalid API key ${KEY}` } },
    });
    const error = await koard.listError();
    expect(error).toMatchObject({ _tag: "SourceFailed", source: "Koard", kind: "key" });
    expect(error.message).toContain(String(status));
    expect(error.message).not.toContain(KEY);
    expect(koard.asked).toHaveLength(1);
  });

  it("because it is down has been asked more than once", async () => {
    const koard = await koardWith({ "GET /v1/batches": { status: 503, body: "" } });
    const error = await koard.listError();
    expect(error.kind).toBe("down");
    expect(error.message).toContain("listBatches");
    expect(koard.asked.length).toBeGreaterThan(2);
    expect(koard.told).toEqual(koard.asked.slice(1).flatMap(() => ["waits", "is sent again"]));
  });

  it.each([
    ["a list without its envelope", { body: [batch("b1")] }],
    ["an envelope without a list", { body: { total: 0 } }],
    ["an error in a 200", { body: { success: false, detail: "no" } }],
  ])("because a 200 holds %s is not believed, and is no empty list", async (_what, answer) => {
    const koard = await koardWith({ "GET /v1/batches": answer });
    const error = await koard.listError();
    expect(error.kind).toBe("untrusted");
    expect(error.message).toContain("listBatches");
    expect(error.message.length).toBeLessThanOrEqual(300);
  });

  it("because a 200 holds no JSON has been asked again, is not believed, and is no empty list", async () => {
    const bodies: readonly Route[] = [
      { body: "<html><body>Back soon</body></html>" },
      { body: "", type: "application/json" },
      { body: '{"batches": [', type: "application/json" },
    ];
    // Side by side, for each of them waits between its attempts.
    const koards = [];
    for (const body of bodies) koards.push(await koardWith({ "GET /v1/batches": body }));
    const errors = await Promise.all(koards.map((koard) => koard.listError()));
    for (const error of errors) {
      expect(["untrusted", "down"]).toContain(error.kind);
      expect(error.message).toContain("listBatches");
      expect(error.message).not.toContain("Back soon");
    }
    for (const { asked } of koards) expect(asked.length).toBeGreaterThan(2);
  });
});
