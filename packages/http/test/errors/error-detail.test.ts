import { describe, expect, it } from "vitest";
import { errorDetail } from "../../src/errors/error-detail.ts";

const told = (detail: string): string => errorDetail(JSON.stringify({ detail }), []).detail;

describe("what an API says of a refusal is told without", () => {
  it.each([
    ["an address of a person", "nobody is ada.l+1@people.example, sorry", "nobody is [redacted] sorry"],
    ["an address of a page", "see https://credentials.example/c/12?t=x for it", "see [redacted] for it"],
    ["a card", "card 4000123412341234 is gone", "card [redacted] is gone"],
    ["a card in groups", "card 4000 1234 1234 1234", "card [redacted]"],
    ["a card that is masked in part", "card 400012******1234 is gone", "card [redacted] is gone"],
  ])("%s", (_what, detail, expected) => {
    expect(told(detail)).toBe(expected);
  });

  it.each([
    "batch 58302428-0000-4003-8000-019928000000 is gone",
    "batch_1794910163682_vpzzzb is gone",
    "limit must be at most 500, at 2026-11-17T10:09:23.682Z",
  ])("and with what is no person's: %s", (detail) => {
    expect(told(detail)).toBe(detail);
  });
});
