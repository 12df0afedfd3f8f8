// Proves of each fault that what goes over the wire is what its name says, to the byte where it matters.
import { describe, expect, it } from "vitest";
import { FAULT_NAMES, type FAULTS, type FaultKind } from "../../src/faults/fault-kinds.ts";
import { faultKind } from "../../src/faults/fault-list.ts";
import { asking } from "../asking.ts";
import { askRaw } from "./raw-answer.ts";

const PATH = "/v1/batches?limit=10";

type Finished = (close: () => Promise<void>) => void;

/** A sandbox whose list is spoilt once, and the text that it sends otherwise. */
const spoilt = async (onTestFinished: Finished, kind: FaultKind) => {
  const { koard, sandbox } = await asking(onTestFinished, { batches: 12, transactions: 2 });
  const get = (): Promise<Response> =>
    fetch(sandbox.koardBaseUrl + PATH, {
      headers: { "x-koard-apikey": sandbox.koardKey },
      redirect: "manual",
    });
  const whole = await (await get()).text();
  sandbox.fail({ operation: "listBatches", kind });
  return {
    get,
    koard,
    sandbox,
    whole,
    half: Buffer.from(whole)
      .subarray(0, whole.length / 2)
      .toString(),
  };
};

const KINDS_SEEN = new Set<string>();
const seen = <K extends keyof typeof FAULTS>(kind: K): K => {
  KINDS_SEEN.add(kind);
  return kind;
};

describe("a fault of the connection", () => {
  it("drops it without a byte", async ({ onTestFinished }) => {
    const { sandbox } = await spoilt(onTestFinished, seen("drop"));
    expect(await askRaw(sandbox, PATH).ended).toEqual({ head: "", body: "", ended: "closed" });
  });

  it("resets it in the middle of the body", async ({ onTestFinished }) => {
    const { sandbox } = await spoilt(onTestFinished, seen("reset"));
    expect((await askRaw(sandbox, PATH).ended).ended).toBe("reset");
  });

  it("closes it before the promised length", async ({ onTestFinished }) => {
    const { sandbox, whole, half } = await spoilt(onTestFinished, seen("cut-length"));
    const { head, body, ended } = await askRaw(sandbox, PATH).ended;
    expect(head).toMatch(/^http\/1\.1 200 ok\r\n/);
    expect(head).toContain(`content-length: ${whole.length}`);
    expect([body, ended]).toEqual([half, "closed"]);
  });

  it("closes it before the last chunk", async ({ onTestFinished }) => {
    const { sandbox, half } = await spoilt(onTestFinished, seen("cut-chunks"));
    const { head, body, ended } = await askRaw(sandbox, PATH).ended;
    expect(head).toContain("transfer-encoding: chunked");
    expect([body, ended]).toEqual([`${half.length.toString(16)}\r\n${half}\r\n`, "closed"]);
  });

  it("closes it where nothing else says how long the body is", async ({ onTestFinished }) => {
    const { sandbox, half } = await spoilt(onTestFinished, seen("cut-close"));
    const { head, body, ended } = await askRaw(sandbox, PATH).ended;
    expect(head).not.toMatch(/content-length|transfer-encoding/);
    expect([body, ended]).toEqual([half, "closed"]);
  });

  it.for(["stall", "hang"] as const)(
    "keeps it open and says no more: %s",
    async (kind, { onTestFinished }) => {
      const { koard, sandbox, half } = await spoilt(onTestFinished, seen(kind));
      const request = askRaw(sandbox, PATH);
      if (kind === "stall") await request.received(half.length);
      while (sandbox.answers()["listBatches"]?.[kind] !== 1) await koard("/v2/terminals");
      await koard("/v1/batches");
      expect(request.isOpen()).toBe(true);
      await sandbox.close();
      const { head, body } = await request.ended;
      expect(kind === "stall" ? [head.slice(0, 12), body] : [head, body]).toEqual(
        kind === "stall" ? ["http/1.1 200", half] : ["", ""],
      );
    },
  );
});

describe("a fault of the answer", () => {
  it("ends in the middle of the JSON as if it were whole", async ({ onTestFinished }) => {
    const { get, half } = await spoilt(onTestFinished, seen("truncate"));
    const answer = await get();
    expect([answer.status, await answer.text()]).toEqual([200, half]);
  });

  it.for([
    ["clock-ahead", 13 * 3_600_000],
    ["clock-behind", -20 * 60_000],
  ] as const)("is dated by another clock: %s", async ([kind, offsetMs], { onTestFinished }) => {
    const { get } = await spoilt(onTestFinished, seen(kind));
    const answer = await get();
    const dated = Date.parse(answer.headers.get("date") ?? "");
    expect(answer.status).toBe(200);
    expect(Math.abs(dated - Date.now() - offsetMs)).toBeLessThan(60_000);
  });

  it("is a page for people, nothing, or a way to another host", async ({ onTestFinished }) => {
    const { get, sandbox } = await spoilt(onTestFinished, seen("html"));
    const page = await get();
    expect([page.status, page.headers.get("content-type"), (await page.text())[0]]).toEqual([
      200,
      "text/html; charset=utf-8",
      "<",
    ]);
    sandbox.fail({ operation: "listBatches", kind: seen("empty") });
    const nothing = await get();
    expect([nothing.status, await nothing.text()]).toEqual([200, ""]);
    sandbox.fail({ operation: "listBatches", kind: seen("redirect") });
    const elsewhere = await get();
    expect([elsewhere.status, elsewhere.headers.get("location")]).toEqual([
      302,
      "https://elsewhere.invalid/",
    ]);
  });

  it("is 404 with the API's own body, or any status that was asked for", async ({ onTestFinished }) => {
    const { koard, sandbox } = await spoilt(onTestFinished, seen("not-found"));
    expect(await koard(PATH)).toMatchObject({ status: 404, body: { detail: "Not Found" } });
    for (const status of [400, 418, 500, 599]) {
      sandbox.fail({ operation: "listBatches", kind: `${status}` });
      expect((await koard(PATH)).status).toBe(status);
    }
  });

  it.for([
    ["retry-after-seconds", /^1$/],
    ["retry-after-date", / GMT$/],
    ["retry-after-past", /^Wed, 21 Oct 2015 07:28:00 GMT$/],
    ["retry-after-garbage", /^soon$/],
    ["retry-after-negative", /^-5$/],
    ["retry-after-huge", /^1000000000$/],
    ["retry-after-long", /^5400$/],
  ] as const)("is 429 with Retry-After: %s", async ([kind, header], { onTestFinished }) => {
    const { koard } = await spoilt(onTestFinished, seen(kind));
    const { status, headers, body } = await koard(PATH);
    expect([status, body.detail]).toEqual([429, "Too many requests"]);
    expect(headers.get("retry-after")).toMatch(header);
    if (kind === "retry-after-date")
      expect(Date.parse(headers.get("retry-after") ?? "")).toBeGreaterThan(
        Date.parse(headers.get("date") ?? ""),
      );
  });
});

describe("a fault of a list", () => {
  const ids = (body: { batches: { id: string }[] }): readonly string[] => body.batches.map(({ id }) => id);
  const page = (offset: number): string => `/v1/batches?limit=4&offset=${offset}`;

  it("shows a fifth of a page, rounded up, and the right total", async ({ onTestFinished }) => {
    const { koard } = await spoilt(onTestFinished, seen("clamp"));
    const clamped = (await koard(PATH)).body;
    const usual = (await koard(PATH)).body;
    expect(clamped).toEqual({ ...usual, batches: usual.batches.slice(0, 2) });
  });

  it("ends with a total that is too small, and goes on behind it", async ({ onTestFinished }) => {
    const { koard, sandbox } = await asking(onTestFinished, { batches: 130, transactions: 1 });
    sandbox.fail({ operation: "listBatches", kind: seen("short-total"), times: 2 });
    const first = (await koard("/v1/batches?limit=500")).body;
    const rest = (await koard("/v1/batches?limit=500&offset=100")).body;
    expect([first.total, first.batches.length, rest.total, rest.batches.length]).toEqual([100, 100, 100, 30]);
  });

  it("shows a page as if a row had come in at the front, but never the first page", async ({
    onTestFinished,
  }) => {
    const { koard } = await spoilt(onTestFinished, seen("insert"));
    const first = (await koard(page(0))).body;
    const moved = (await koard(page(4))).body;
    const second = (await koard(page(4))).body;
    expect([first.total, moved.total, second.total]).toEqual([12, 13, 12]);
    expect(ids(moved)).toEqual([ids(first)[3], ...ids(second).slice(0, 3)]);
    expect([moved.offset, moved.limit, moved.page]).toEqual([4, 4, 2]);
  });

  it("shows a page as if a row at the front had gone, but never the first page", async ({
    onTestFinished,
  }) => {
    const { koard } = await spoilt(onTestFinished, seen("remove"));
    expect((await koard(page(0))).body.total).toBe(12);
    const moved = (await koard(page(4))).body;
    const second = (await koard(page(4))).body;
    expect(moved.total).toBe(11);
    expect(ids(moved).slice(0, 3)).toEqual(ids(second).slice(1));
  });

  it("has no end: the last page again and again, or pages without a row", async ({ onTestFinished }) => {
    const { koard, sandbox } = await spoilt(onTestFinished, seen("endless-repeat"));
    const repeated = (await koard(page(5000))).body;
    expect(repeated.total).toBe(1_000_000_000);
    expect(ids(repeated)).toEqual(ids((await koard(page(8))).body));
    sandbox.fail({ operation: "listBatches", kind: seen("endless-empty"), times: 2 });
    expect((await koard(page(5000))).body).toMatchObject({ batches: [], total: 1_000_000_000 });
    expect((await koard(page(8))).body).toMatchObject({ batches: { length: 4 }, total: 1_000_000_000 });
  });

  it("waits for a list that it can happen to", async ({ onTestFinished }) => {
    const { koard, sandbox } = await asking(onTestFinished, { batches: 3, transactions: 20 });
    const [{ id }] = (await koard("/v1/batches?limit=1")).body.batches;
    sandbox.fail({ operation: "*", kind: "insert" });
    sandbox.fail({ operation: "*", kind: "clamp" });
    // No list, a first page, and a list without a total.
    const whole = (await koard(`/v1/batches/${id}?include_transactions=true`)).body.transactions;
    const search = (offset: number) =>
      koard("/v1/transactions/search", { body: { batch_id: id, limit: 5, offset, sort_order: "asc" } });
    expect((await koard("/v1/transactions?limit=7")).body).toHaveLength(7);
    expect((await search(0)).body.transactions).toEqual(whole.slice(0, 1));
    expect((await search(5)).body.transactions).toEqual(whole.slice(4, 9));
    expect((await search(5)).body.transactions).toEqual(whole.slice(5, 10));
  });
});

describe("the faults above", () => {
  it("are all that there are", () => {
    expect([...KINDS_SEEN].toSorted()).toEqual(FAULT_NAMES.toSorted());
    expect(FAULT_NAMES.map(faultKind)).toEqual(FAULT_NAMES);
  });
});
