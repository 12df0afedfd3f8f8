import { describe, expect, it } from "vitest";
import { normaliseEmail } from "../../src/cohorts/email.ts";

describe("normaliseEmail", () => {
  it.each([
    [" Alice@Example.COM\n", "alice@example.com"],
    ["a.b+tag@example.com", "a.b+tag@example.com"],
    ["jose\u0301@example.com", "jos\u00e9@example.com"],
    ["JOS\u00c9@example.com", "jos\u00e9@example.com"],
    ["a@b.", "a@b."],
  ])("reads %j as %j", (raw, email) => expect(normaliseEmail(raw)).toBe(email));

  it.each([
    "",
    "  ",
    "alice",
    "alice@",
    "@example.com",
    " @example.com",
    "alice@example",
    "a@b.c@example.com",
    "a@@b.c",
  ])("takes %j for no person", (raw) => expect(normaliseEmail(raw)).toBeUndefined());
});
