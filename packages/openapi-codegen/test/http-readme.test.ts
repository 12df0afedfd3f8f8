// Proves that every snippet of the transport's README compiles against the built package and runs. It stands here
// because what runs READMEs does, and the transport knows nobody.

import { join } from "node:path";
import { expect, it } from "vitest";
import { runReadme } from "../src/testing/index.ts";

/** A till behind the platform's `fetch`. */
const before = `
globalThis.fetch = async (input) => {
  const { pathname } = new URL(input instanceof Request ? input.url : input);
  const receipt = { id: "r_1", amount: 1200 };
  return Response.json(pathname === "/receipts" ? { receipts: [receipt], total: 1 } : receipt);
};
`;

it("every snippet of the transport's README runs", async () => {
  const printed = await runReadme(join(import.meta.dirname, "..", "..", "http"), {
    before,
    env: { TILL_KEY: "k" },
  });
  expect(printed).toStrictEqual(["200 1200\n", "", "r_1\n", "404\n200\n[ 'r_0', 'r_1' ]\n"]);
});
