import { describe, expect, it } from "vitest";
import { AMOUNTS, addAmounts, fillAmounts, NO_AMOUNTS } from "../../src/reports/amounts.ts";
import { settlementFigures } from "../../src/restatements/shown-figures.ts";
import { settled } from "../links/rows.ts";

describe("AMOUNTS", () => {
  it("are all empty in a sum of nothing", () => {
    expect(Object.entries(NO_AMOUNTS)).toEqual(AMOUNTS.map(({ name }) => [name, null]));
  });

  it("are added each by itself, an empty cell counting as nothing", () => {
    const left = fillAmounts((name) => (name === "unexplained" ? null : BigInt(name.length)));
    const right = fillAmounts((name) => (name === "net_declared" ? null : 100n));
    expect(addAmounts(left, right)).toEqual(
      fillAmounts((name) => {
        if (name === "unexplained") return 100n;
        return BigInt(name.length) + (name === "net_declared" ? 0n : 100n);
      }),
    );
  });
});

describe("settlementFigures", () => {
  // What was published is recorded as text, so the order of its members decides whether it counts as changed.
  it("records every figure that can be restated, by code point", () => {
    const restated = AMOUNTS.flatMap(({ name, isRestated }) => (isRestated ? [name] : []));
    const others = ["account_id", "business_date", "currency", "processor_batch_id", "status", "terminal_id"];
    expect(Object.keys(settlementFigures(settled("b", 100), "koard").figures)).toEqual(
      [...restated, ...others, "transactions_captured"].sort(),
    );
  });
});
