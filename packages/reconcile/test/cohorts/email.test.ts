import { describe, expect, it } from "vitest";
import { normaliseEmail } from "../../src/cohorts/email.ts";

describe("normaliseEmail", () => {
  it.each([
    [" Alice@Example.COM\n", "alice@example.com"],
    ["a.b+tag@example.com", "a.b+tag@example.com"],
    ["jose\u0301@example.com", "jos\u00e9@example.com"],
    ["JOS\u00c9@example.com", "jos\u00e9@example.com"],
    ["a@b.", "a@b."],
    ["a\u200blice@ex\u00adample.com\ufeff", "alice@example.com"],
    ["e\u200d\u0301va@example.com", "\u00e9va@example.com"],
    ["a@B\u00dcCHER.example", "a@xn--bcher-kva.example"],
    ["a@xn--bcher-kva.example", "a@xn--bcher-kva.example"],
    ["a@bu\u0308cher\u3002example", "a@xn--bcher-kva.example"],
    ["a@not a domain.example", "a@not a domain.example"],
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
    "\u200b@example.com",
  ])("takes %j for no person", (raw) => expect(normaliseEmail(raw)).toBeUndefined());
});
