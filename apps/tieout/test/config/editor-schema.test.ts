import { describe, expect, it } from "vitest";
import { formatted, ROOT } from "../docs/repository.ts";
import { editorSchema, partsOf } from "./editor-schema.ts";

const PATH = "apps/tieout/config.schema.json";
const MEND =
  "To fix this, run: pnpm --filter tieout exec vitest run test/config/editor-schema.test.ts -u (and read the difference)";

describe("config.schema.json", () => {
  it("is what the program reads", async () => {
    const text = formatted(PATH, JSON.stringify(editorSchema()));
    await expect(text, MEND).toMatchFileSnapshot(`${ROOT}${PATH}`);
  });

  it("knows every member that there is, so that an editor marks a misspelt one", () => {
    const objects = partsOf(editorSchema()).filter(({ schema }) => schema["type"] === "object");
    expect(objects.length).toBeGreaterThan(5);
    for (const { at, schema } of objects) expect(schema["additionalProperties"], at).toBe(false);
  });

  it("has a sentence for every member", () => {
    const members = partsOf(editorSchema()).filter(({ at }) => at !== "$" && !at.endsWith("[]"));
    expect(members.length).toBeGreaterThan(40);
    for (const { at, schema } of members) expect(schema["description"], at).toMatch(/\.$/);
  });
});
