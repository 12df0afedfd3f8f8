// Proves that faults with a rate happen about that often, to the same requests for the same seed whatever else is
// asked for, and to none so often in a row that nobody could get through.
import { describe, expect, it } from "vitest";
import { MOST_FAULTS_IN_A_ROW } from "../../src/faults/FaultDraws.ts";
import { Faults } from "../../src/faults/Faults.ts";
import type { Target } from "../../src/faults/fault-kinds.ts";
import { parseFaults } from "../../src/index.ts";
import { asking } from "../asking.ts";

const REQUESTS = 20_000;

const target = (nth: number): Target => ({
  operation: "getBatch",
  path: `/v1/batches/${nth}`,
  body: "",
  page: undefined,
});

const faultsOf = (list: string, seed = 1): Faults => {
  const faults = new Faults(seed);
  for (const fault of parseFaults(list)) faults.add(fault);
  return faults;
};

const met = (faults: Faults, request: Target): string => faults.next(request)?.kind ?? "served";

describe("a rate", () => {
  it("is about how often a fault happens, each beside the others", () => {
    const faults = faultsOf("503:5%, reset:10%, stall:0.5%");
    const all = Array.from({ length: REQUESTS }, (_, nth) => met(faults, target(nth)));
    for (const [kind, rate] of [
      ["503", 0.05],
      ["reset", 0.1],
      ["stall", 0.005],
    ] as const) {
      const share = all.filter((one) => one === kind).length / REQUESTS;
      expect(Math.abs(share - rate)).toBeLessThan(4 * Math.sqrt((rate * (1 - rate)) / REQUESTS));
    }
  });

  it("is drawn anew each time that the same request is asked", () => {
    const faults = faultsOf("503:30%");
    const first = Array.from({ length: REQUESTS }, (_, nth) => met(faults, target(nth)));
    const second = Array.from({ length: REQUESTS }, (_, nth) => met(faults, target(nth)));
    const again = first.filter((one, nth) => one === "503" && second[nth] === "503").length;
    expect(again / REQUESTS).toBeGreaterThan(0.08);
    expect(again / REQUESTS).toBeLessThan(0.1);
  });

  it("is taken of the requests that a fault can happen to", () => {
    const faults = faultsOf("clamp:100%");
    expect(met(faults, target(1))).toBe("served");
    expect(met(faults, { ...target(1), page: { offset: 0, hasTotal: true } })).toBe("clamp");
  });

  it("spares a request that was hit three times in a row, unless it is 100%", () => {
    const most = faultsOf("503:99.9999%");
    const always = faultsOf("503:100%");
    const answers = Array.from({ length: 9 }, () => [met(most, target(1)), met(always, target(1))]);
    expect(MOST_FAULTS_IN_A_ROW).toBe(3);
    expect(answers.map(([one]) => one)).toEqual(
      Array.from({ length: 9 }, (_, nth) => (nth % 4 === 3 ? "served" : "503")),
    );
    expect(new Set(answers.map(([, one]) => one))).toEqual(new Set(["503"]));
  });
});

describe("a seed", () => {
  const ORDERS = [
    [1, 2, 3, 4, 5, 6, 7, 8],
    [8, 3, 5, 1, 2, 7, 6, 4],
  ] as const;
  const LIST = "503:20%,reset:20%,html:20%";

  /** What each request meets, the first and the second time. */
  const lots = (seed: number, order: readonly number[]): readonly string[] => {
    const faults = faultsOf(LIST, seed);
    const first = new Map(order.map((nth) => [nth, met(faults, target(nth))]));
    const second = new Map(order.toReversed().map((nth) => [nth, met(faults, target(nth))]));
    return ORDERS[0].map((nth) => `${first.get(nth)} ${second.get(nth)}`);
  };

  it("decides what a request meets, whatever was asked for in between", () => {
    expect(lots(1, ORDERS[1])).toEqual(lots(1, ORDERS[0]));
    expect(lots(2, ORDERS[0])).not.toEqual(lots(1, ORDERS[0]));
  });

  it("tells requests apart by their body", () => {
    const searches = (order: readonly number[]): readonly string[] => {
      const faults = faultsOf(LIST);
      const search = (nth: number) => met(faults, { ...target(0), body: `{"batch_id":"${nth}"}` });
      const all = new Map(order.map((nth) => [nth, search(nth)]));
      return ORDERS[0].map((nth) => all.get(nth) ?? "");
    };
    expect(searches(ORDERS[1])).toEqual(searches(ORDERS[0]));
  });

  it("is the world's unless another one is chosen", async ({ onTestFinished }) => {
    const statuses = async (seeds: { seed?: number; faultSeed?: number }): Promise<readonly number[]> => {
      const faults = parseFaults("503:40%");
      const { koard } = await asking(onTestFinished, { batches: 1, transactions: 1, faults, ...seeds });
      const answers = [];
      for (let nth = 0; nth < 24; nth += 1)
        answers.push((await koard(`/v1/batches?limit=${nth + 1}`)).status);
      return answers;
    };
    const usual = await statuses({ seed: 7 });
    expect(new Set(usual)).toEqual(new Set([200, 503]));
    expect(await statuses({ seed: 7 })).toEqual(usual);
    expect(await statuses({ seed: 8, faultSeed: 7 })).toEqual(usual);
    expect(await statuses({ seed: 7, faultSeed: 8 })).not.toEqual(usual);
  });
});

describe("a list of rates", () => {
  it("is read with blanks and parts of a percent", () => {
    expect(parseFaults("503:5%, retry-after-past:0.25%")).toEqual([
      { operation: "*", kind: "503", rate: 0.05 },
      { operation: "*", kind: "retry-after-past", rate: 0.0025 },
    ]);
  });

  it.for([
    ["gremlins:1%", 'no fault is called "gremlins"'],
    ["", 'no fault is called ""'],
    ["200:1%", 'no fault is called "200"'],
    ["rewrite:1%", 'no fault is called "rewrite"'],
    ["503", '"503" must be 503 and a rate up to 100%, such as 503:5%'],
    ["503:5", '"503:5" must be 503 and a rate up to 100%, such as 503:5%'],
    ["503:101%", '"503:101%" must be 503 and a rate up to 100%, such as 503:5%'],
    ["503:5%:2", '"503:5%:2" must be 503 and a rate up to 100%, such as 503:5%'],
    ["503:60%,reset:40.5%", "the rates must be at most 100% together, not 100.5%"],
  ] as const)("is refused: %s", ([list, says]) => {
    expect(() => parseFaults(list)).toThrow(says);
  });
});

describe("a rate over HTTP", () => {
  it("is set while the sandbox runs, told back, and healed", async ({ onTestFinished }) => {
    const { koard, record, sandbox } = await asking(onTestFinished);
    const post = async (fault: object) =>
      fetch(`${sandbox.controlUrl}/faults`, { method: "POST", body: JSON.stringify(fault) });
    const told = await post({ operation: "listPrograms", kind: "503", rate: "100%" });
    expect(await told.json()).toEqual({ operation: "listPrograms", kind: "503", rate: "100%" });
    for (let nth = 0; nth < 5; nth += 1) expect((await record("/programs")).status).toBe(503);
    expect((await koard("/v1/batches?limit=1")).status).toBe(200);
    sandbox.heal();
    expect((await record("/programs")).status).toBe(200);
    for (const wrong of [{ rate: 5 }, { rate: "500%" }, { rate: "5%", times: 2 }]) {
      const refused = await post({ kind: "503", ...wrong });
      expect([refused.status, await refused.json()]).toEqual([
        400,
        { error: expect.stringMatching(/^rate must /) },
      ]);
    }
  });
});
