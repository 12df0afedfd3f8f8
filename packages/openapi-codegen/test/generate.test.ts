import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clientPaths, generateClient, generateFiles, SpecRefused } from "../src/index.ts";
import { type TinyWorkspace, tinyWorkspace } from "./workspace.ts";

let tiny: TinyWorkspace;
beforeEach(async () => {
  tiny = await tinyWorkspace();
});
afterEach(() => tiny.remove());

const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SpecRefused);
  return error instanceof Error ? error.message : "";
};

describe("generating a client", () => {
  it("gives the same bytes each time, and names spec and command in the first line of each file", async () => {
    const paths = clientPaths(tiny.packageFolder);
    const first = (await generateFiles(paths)).files;
    expect((await generateFiles(paths)).files).toStrictEqual(first);
    for (const [name, text] of Object.entries(first)) {
      const opening = text.split("\n").slice(0, 2).join("\n");
      expect(opening, name).toContain("specs/tiny/openapi.yaml");
      expect(opening, name).toContain("pnpm generate");
    }
  });

  it("writes once, and then finds everything up to date", async () => {
    expect(await generateClient(tiny.packageFolder, "write")).toBe(
      "packages/tiny-client/src/generated: 10 files changed",
    );
    expect(await generateClient(tiny.packageFolder, "write")).toContain("up to date");
    expect(await generateClient(tiny.packageFolder, "compare")).toContain("up to date");
  });

  it("removes a file that nothing generates any more", async () => {
    await generateClient(tiny.packageFolder, "write");
    await writeFile(join(tiny.generatedFolder, "old.ts"), "");
    await generateClient(tiny.packageFolder, "write");
    await expect(readFile(join(tiny.generatedFolder, "old.ts"))).rejects.toThrow("ENOENT");
  });

  it("only compares when asked to: names what is stale, missing and left over, and writes nothing", async () => {
    await generateClient(tiny.packageFolder, "write");
    await writeFile(join(tiny.generatedFolder, "types.ts"), "edited by hand");
    await writeFile(join(tiny.generatedFolder, "old.ts"), "");
    await rm(join(tiny.generatedFolder, "operations.ts"));

    const message = await refusal(generateClient(tiny.packageFolder, "compare"));
    expect(message.split("\n").slice(1)).toStrictEqual([
      "  stale: packages/tiny-client/src/generated/types.ts",
      "  missing: packages/tiny-client/src/generated/operations.ts",
      "  left over: packages/tiny-client/src/generated/old.ts",
      "To fix this, run: pnpm generate",
    ]);
    expect(await readFile(join(tiny.generatedFolder, "types.ts"), "utf8")).toBe("edited by hand");
  });
});

describe("a spec that no client can be made from", () => {
  it("that does not lint is refused with file, line and rule", async () => {
    await tiny.editSpec("      summary: List receipts\n", "");
    const message = await refusal(generateClient(tiny.packageFolder, "write"));
    expect(message).toMatch(/specs\/tiny\/openapi\.yaml:18:5 operation-summary: /);
    expect(message).toContain("put specs/tiny/overlay.yaml beside it (docs/bring-an-api.md)");
  });

  it("that has an extension by nearly the name of one that is read is refused: it would be passed over", async () => {
    await tiny.editSpec("x-pagination:", "x-paginations:");
    expect(await refusal(generateFiles(clientPaths(tiny.packageFolder)))).toMatch(
      /^specs\/tiny\/openapi\.yaml:\d+: #\/paths\/~1receipts\/get\/x-paginations: x-paginations is no extension that is read: is x-pagination meant\?$/,
    );
  });

  it("that does not parse is refused too", async () => {
    await tiny.editSpec("paths:", "paths: {");
    expect(await refusal(generateClient(tiny.packageFolder, "write"))).toContain("specs/tiny/openapi.yaml");
  });

  it("outside a client folder is refused", async () => {
    expect(await refusal(generateClient(tiny.root, "write"))).toContain("<name>-client");
  });
});
