import { expect, it } from "vitest";
import { redact } from "../../src/errors/clean-text.ts";
import { Secret } from "../../src/index.ts";

it("ten characters of a key in a row are blotted out, and nine are not", () => {
  const secrets = [new Secret("sk_live_c4n4ryc4n4ry")];
  expect(redact("key sk_live_c4 unknown", secrets)).toBe("key [redacted] unknown");
  expect(redact("key sk_live_c unknown", secrets)).toBe("key sk_live_c unknown");
});
