import { expect, it } from "vitest";
import { titleOf } from "../../src/config/sources.ts";

it("a role is called by the source that has it, and by no other", () => {
  expect(titleOf("settlements")).toBe("Koard");
  expect(titleOf("credentials")).toBe("Record");
});
