import { describe, expect, it } from "vitest";
import { html } from "../../../src/publish/page/html.ts";

// What these tests prove: no text becomes markup, and none hides from or misleads who reads it.

describe("a text in a page", () => {
  it.each([
    ["a tag", "<b>", "&lt;b&gt;"],
    ["an entity", "&lt;", "&amp;lt;"],
    ["the end of an attribute", `"'`, "&quot;&#39;"],
    ["the end of CDATA", "]]>", "]]&gt;"],
    ["a bidirectional override", "a\u202eb", "a⟨U+202E⟩b"],
    ["an isolate", "\u2066", "⟨U+2066⟩"],
    ["a zero-width blank", "a\u200bb", "a⟨U+200B⟩b"],
    ["a control", "a\u0000\u007f\u0085b", "a⟨U+0000⟩⟨U+007F⟩⟨U+0085⟩b"],
    ["half a pair", "\ud800", "⟨U+D800⟩"],
    ["line separators", "\u2028\u2029", "⟨U+2028⟩⟨U+2029⟩"],
    ["line breaks and tabs", "a\r\n\tb", "a   b"],
    ["letters of every script", "دفعة 学 é", "دفعة 学 é"],
  ])("%s stands there as text", (_, text, markup) => {
    expect(html`<p title="${text}">${text}</p>`.markup).toBe(`<p title="${markup}">${markup}</p>`);
  });

  it("is cut after 300 characters, and never within one", () => {
    expect(html`${"x".repeat(300)}`.markup).toBe("x".repeat(300));
    expect(html`${"x".repeat(301)}`.markup).toBe(`${"x".repeat(300)}…`);
    expect(html`${"👩".repeat(300)}`.markup).toBe("👩".repeat(300));
    expect(html`${"👩".repeat(301)}`.markup).toBe(`${"👩".repeat(300)}…`);
  });
});

it("markup in a page stands there as it is, and null as nothing", () => {
  expect(html`<ul>${[html`<li>${"<"}</li>`, html`<li>${1}</li>`]}${null}</ul>`.markup).toBe(
    "<ul><li>&lt;</li><li>1</li></ul>",
  );
});
