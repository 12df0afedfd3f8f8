import { expect, it } from "vitest";
import { CellSums, printedSum, ROWS, readAmount, readCount } from "../../../src/publish/verify/CellSums.ts";

it("adds cells up by a key, where an empty one counts as nothing and a sum of nothing is empty", () => {
  const sums = new CellSums({ amounts: ["net", "tax"], counts: ["people", ROWS] });
  sums.add(["a", "EUR"], { currency: "EUR", net: "1.10", tax: "", people: "2" });
  sums.add(["a", "EUR"], { currency: "EUR", net: "-0.30", tax: "", people: "" });
  sums.add(["a", "JPY"], { currency: "JPY", net: "7", tax: "1.5", people: "x" });
  const printed = (key: readonly string[], currency: string) =>
    ["net", "tax", "people", ROWS].map((name) =>
      printedSum(sums.of(key)?.get(name), name === "net" || name === "tax" ? currency : null),
    );
  expect(printed(["a", "EUR"], "EUR")).toEqual(["0.80", "", "2", "2"]);
  // What cannot be read is left out.
  expect(printed(["a", "JPY"], "JPY")).toEqual(["7", "", "", "1"]);
  expect(printed(["b", "EUR"], "EUR")).toEqual(["", "", "", ""]);
  expect([...sums.groups].map(({ key }) => key)).toEqual([
    ["a", "EUR"],
    ["a", "JPY"],
  ]);
});

it("reads amounts and counts as tieout prints them, and nothing else", () => {
  expect([readAmount("1.20", "EUR"), readAmount("", "EUR"), readAmount("1.2", "EUR")]).toEqual([
    120n,
    null,
    undefined,
  ]);
  expect([readCount("0"), readCount("12"), readCount(""), readCount("012"), readCount("-1")]).toEqual([
    ...[0n, 12n, null],
    ...[undefined, undefined],
  ]);
});
