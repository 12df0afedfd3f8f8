import { expect, it } from "vitest";
import { dataOf } from "../../../src/sources/wire/wire.ts";

it("takes the data out of an answer, and leaves nothing of the source's in it", () => {
  const answer = {
    data: { card: "4111" },
    status: 200,
    response: Response.json({ card: "4111" }),
    leftOut: [],
  };
  expect(dataOf(answer)).toEqual({ card: "4111" });
  expect(answer).toEqual({ status: 200, leftOut: [] });
});
