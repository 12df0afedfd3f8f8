import { join } from "node:path";
import { typeCheckReadme } from "@tieout/openapi-codegen/testing";
import { expect, it } from "vitest";

it("every snippet of the README compiles against the built package", { timeout: 60_000 }, async () => {
  expect(await typeCheckReadme(join(import.meta.dirname, ".."))).toBe(4);
});
