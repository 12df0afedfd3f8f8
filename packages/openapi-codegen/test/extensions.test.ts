// Proves that an extension by nearly the name of one that is read is refused where it is ours, and nothing else is.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EXTENSIONS, misspeltIn } from "../src/document/extensions.ts";
import { overlaid } from "../src/provider/overlay.ts";
import { readOverlay } from "../src/provider/read-overlay.ts";

const HEAD = "overlay: 1.0.0\ninfo: { title: Ours, version: 1.0.0 }\nactions:\n";

/** What is said against an overlay that writes something into the operation of a document, which has odd names of its own. */
const faultsOf = (update: string): readonly string[] => {
  const operation = { "x-ids": "theirs", headers: {}, responses: {} };
  const text = `${HEAD}  - target: $.paths.*.get\n    update:\n      ${update}\n`;
  return overlaid({ paths: { "/a": { get: operation } } }, readOverlay("overlay.yaml", text)).faults;
};

describe("an extension in an overlay", () => {
  it.each([
    ["x-paginations: {}", "x-paginations", "x-pagination"],
    ["x-Retry: safe", "x-Retry", "x-retry"],
    ["x-retries: safe", "x-retries", "x-retry"],
    ["x-idempotency_key: a", "x-idempotency_key", "x-idempotency-key"],
  ])("by nearly the name of one that is read is refused where it stands: %s", (update, name, meant) => {
    expect(faultsOf(update)).toStrictEqual([
      `overlay.yaml:6:${7 + name.length + 2}: #/actions/0/update/${name}: ${name} is no extension that is read: is ${meant} meant?`,
    ]);
  });

  it.each([
    ["of others is theirs", "x-internal: true"],
    ["of others is theirs, if it is short too", "x-ui: a"],
    ["of others is theirs, whatever is in it", "x-code-samples: [{ x-retries: a }]"],
    ["is read", "x-retry: safe"],
    ["is none where it is the name of a header", "headers: { x-uid: {}, x-ids: {} }"],
    ["is none where it is the name of a member", "schema: { properties: { x-stric: {} } }"],
    ["is none within a value", "schema: { example: { x-ids: a }, examples: [{ x-ids: a }] }"],
  ])("%s: %s", (_, update) => {
    expect(faultsOf(update)).toStrictEqual([]);
  });

  it("is refused within others, and each is told", () => {
    expect(faultsOf("a: [{ x-ids: b, schema: { properties: { b: { x-stric: [] } } } }]")).toStrictEqual([
      expect.stringContaining("x-ids is no extension that is read: is x-id meant?"),
      expect.stringContaining("x-stric is no extension that is read: is x-strict meant?"),
    ]);
  });
});

it("an extension that is read is in the README", async () => {
  const readme = await readFile(join(import.meta.dirname, "..", "README.md"), "utf8");
  for (const name of EXTENSIONS) expect(readme).toContain(`\`${name}\``);
});

it("a misspelt extension is found by its pointer", () => {
  const found = misspeltIn({ paths: { "/a": { get: { "x-retri": "safe" } } } });
  expect(found.map(({ pointer }) => pointer)).toStrictEqual(["#/paths/~1a/get/x-retri"]);
});
