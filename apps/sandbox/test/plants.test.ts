// Proves that every irregularity can be planted by name, is listed in the truth, and spoils nothing but its own place.
import { describe, expect, it } from "vitest";
import { joinPlantings, PLANTS, parsePlantings } from "../src/index.ts";
import { type Asking, asking } from "./asking.ts";

const NAMES = Object.keys(PLANTS);
const ONE_OF_EACH = parsePlantings(NAMES.join(","));
const LARGE = { batches: 170, transactions: 12, cohorts: 60, recipients: 6, plant: ONE_OF_EACH };
const UTC = { timezone: "UTC", cutoff: "00:00" };

/** Irregularities whose answers break the spec, which is what they are for. */
const BREAKING = [
  "header-bad-time",
  "amount-too-large",
  "amount-fraction",
  "amount-text",
  "transaction-without-id",
  "recipient-without-id",
];

const statusesOf = async ({ sandbox, koard, record }: Asking) => {
  const planted = sandbox.truth(UTC).planted;
  return Promise.all(
    planted
      .filter(({ batchId }) => batchId !== null)
      .map(async ({ name, source, batchId }) => {
        const path =
          source === "koard" ? `/v1/batches/${batchId}?include_transactions=true` : `/credentials/${batchId}`;
        return { name, status: (await (source === "koard" ? koard(path) : record(path))).status };
      }),
  );
};

describe("plants", () => {
  it("all find a place in a world that is large enough, and each batch holds one", async ({
    onTestFinished,
  }) => {
    const { sandbox } = await asking(onTestFinished, LARGE);
    const { planted } = sandbox.truth(UTC);
    expect(new Set(planted.map(({ name }) => name))).toEqual(new Set(NAMES));
    const batches = planted.flatMap(({ batchId }) => batchId ?? []);
    expect(new Set(batches).size).toBe(batches.length);
  });

  it("break the spec where that is what they are for, and nowhere else", async ({ onTestFinished }) => {
    const statuses = await statusesOf(await asking(onTestFinished, LARGE));
    const with500 = statuses.filter(({ status }) => status === 500).map(({ name }) => name);
    expect(with500.toSorted()).toEqual(BREAKING.toSorted());
    const with404 = statuses.filter(({ status }) => status === 404).map(({ name }) => name);
    // A batch that is listed late is not known before.
    expect(with404.toSorted()).toEqual(["credentials-unavailable", "detail-unavailable", "listed-late"]);
  });

  it("are gone, with what they name, from the night on which they vanish", async ({ onTestFinished }) => {
    const ask = await asking(onTestFinished, { ...LARGE, night: 3 });
    const with404 = (await statusesOf(ask)).filter(({ status }) => status === 404).map(({ name }) => name);
    expect(with404).toContain("batch-vanished");
    expect(with404).toContain("credentials-vanished");
  });

  it("leave a world as it is, but for the batches that hold them", async ({ onTestFinished }) => {
    const clean = await asking(onTestFinished, { ...LARGE, plant: [] });
    const spoilt = await asking(onTestFinished, LARGE);
    const planted = new Set(spoilt.sandbox.truth(UTC).planted.map(({ batchId }) => batchId));
    const others = ({ sandbox }: Asking) =>
      sandbox.truth(UTC).settlements.filter(({ batchId }) => !planted.has(batchId));
    expect(others(spoilt)).toEqual(others(clean));
    expect(others(clean).length).toBeGreaterThan(45);
  });

  it("sends 9007199254740993 with all its digits", async ({ onTestFinished }) => {
    const { sandbox } = await asking(onTestFinished, {
      ...LARGE,
      validateResponses: false,
      plant: [{ name: "amount-too-large", count: 1 }],
    });
    const [planted] = sandbox.truth(UTC).planted;
    const answer = await fetch(
      `${sandbox.koardBaseUrl}/v1/batches/${planted?.batchId}?include_transactions=true`,
      {
        headers: { "x-koard-apikey": sandbox.koardKey },
      },
    );
    expect(await answer.text()).toContain('"total_amount":9007199254740993,');
  });

  it("of two lists are counted together", () => {
    expect(joinPlantings(parsePlantings("late-refund:3,late-tip"), parsePlantings("late-refund"))).toEqual([
      { name: "late-refund", count: 4 },
      { name: "late-tip", count: 1 },
    ]);
  });
});

describe("the exceptions of the truth", () => {
  it("are none but reissued credentials in a clean world", async ({ onTestFinished }) => {
    const { sandbox } = await asking(onTestFinished, { clean: true });
    expect(new Set(sandbox.truth(UTC).exceptions.map(({ code }) => code))).toEqual(new Set(["REISSUED"]));
  });

  it("last from the night of the irregularity until it is mended", async ({ onTestFinished }) => {
    const { sandbox } = await asking(onTestFinished);
    const over = (code: string) =>
      [1, 2, 3, 4].map((night) => {
        sandbox.setNight(night);
        return sandbox.truth(UTC).exceptions.filter((one) => one.code === code).length;
      });
    expect(over("CAPTURED_MISMATCH")).toEqual([1, 1, 1, 1]);
    expect(over("BATCH_REOPENED")).toEqual([0, 1, 0, 0]);
    expect(over("BATCH_VANISHED")).toEqual([0, 0, 1, 1]);
    expect(over("UNKNOWN_PROGRAM")).toEqual([1, 0, 0, 0]);
  });

  it("put at stake what the batch declares", async ({ onTestFinished }) => {
    const { sandbox } = await asking(onTestFinished);
    const truth = sandbox.truth(UTC);
    const rejected = truth.exceptions.find(({ code }) => code === "SETTLEMENT_REJECTED");
    const batch = truth.settlements.find(({ batchId }) => batchId === rejected?.entityId);
    expect(rejected?.amountMinor).toBe(batch?.capturedDeclared);
  });
});

describe("faults over HTTP", () => {
  const post = (url: string, body: unknown) =>
    fetch(`${url}/faults`, { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) });

  it("happen as often as they are asked for, and heal", async ({ onTestFinished }) => {
    const { sandbox, record } = await asking(onTestFinished);
    const statuses = async () => [(await record("/programs")).status, (await record("/programs")).status];
    expect(
      (await post(sandbox.controlUrl, { operation: "listPrograms", kind: "503", times: 1 })).status,
    ).toBe(200);
    expect(await statuses()).toEqual([503, 200]);
    const asked = await post(sandbox.controlUrl, {
      operation: "listPrograms",
      kind: "retry-after",
      times: "all",
      retryAfter: "7",
    });
    expect(await asked.json()).toEqual({
      operation: "listPrograms",
      kind: "retry-after",
      times: "all",
      retryAfter: "7",
    });
    expect(await statuses()).toEqual([429, 429]);
    expect((await record("/programs")).headers.get("retry-after")).toBe("7");
    expect((await fetch(`${sandbox.controlUrl}/faults`, { method: "DELETE" })).status).toBe(200);
    expect(await statuses()).toEqual([200, 200]);
  });

  it.for([
    ["no object", "{"],
    ["an unknown kind", { kind: "gremlins" }],
    ["a rewrite, which would need code", { kind: "rewrite" }],
    ["a count that is none", { kind: "503", times: -1 }],
  ] as const)("are refused: %s", async ([, body], { onTestFinished }) => {
    const { sandbox } = await asking(onTestFinished);
    const refused = await post(sandbox.controlUrl, body);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toEqual({ error: expect.stringMatching(/must be/) });
  });
});
