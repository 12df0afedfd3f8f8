// Proves what the tests of packages rest on: that a README or a program with a fault is found out, and nothing is left.

import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { compileApart, runReadme } from "../src/testing/index.ts";

const packages = join(import.meta.dirname, "..", "..");
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "consumer-tools-"));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(root, { recursive: true, force: true });
});

describe("the snippets of a README", () => {
  /** A package with nothing but a README of these snippets. */
  const packageOf = async (...snippets: readonly string[]): Promise<string> => {
    const folder = join(root, "package");
    await mkdir(folder, { recursive: true });
    const own = join(packages, "openapi-codegen");
    await cp(join(own, "tsconfig.json"), join(folder, "tsconfig.json"));
    await cp(join(packages, "tsconfig"), join(root, "tsconfig"), { recursive: true });
    await symlink(join(own, "node_modules"), join(folder, "node_modules")).catch(() => undefined);
    await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    const blocks = snippets.map((code) => `Some text.\n\n\`\`\`ts\n${code}\n\`\`\`\n`);
    await writeFile(join(folder, "README.md"), blocks.join("\n"));
    return folder;
  };
  const run = async (...snippets: readonly string[]) =>
    runReadme(await packageOf(...snippets), { before: "globalThis.given = 1;", env: { GIVEN: "2" } });

  it("are run in their order, as a reader's project has them: laxer than ours about what is not used", async () => {
    const lax = "const env = process.env; const unused = 1; export const two = env.GIVEN;";
    expect(await run(lax, 'console.log(Reflect.get(globalThis, "given"), process.env["GIVEN"]);')).toEqual([
      "",
      "1 2\n",
    ]);
    // A README that became shorter leaves no snippet behind.
    expect(await run("console.log(3);")).toEqual(["3\n"]);
    expect(await readdir(join(root, "package", "reports", "readme"))).not.toContain("snippet-2.ts");
  });

  it.each([
    ["does not type-check", 'const count: number = "three"; console.log(count);', "error TS2322"],
    ["complains", 'console.error("deprecated");', "deprecated"],
    ["fails", 'throw new Error("nothing there");', "nothing there"],
  ])("that %s is found out", async (_, snippet, said) => {
    await expect(run("console.log(1);", snippet)).rejects.toThrow(said);
  });
});

describe("a program that is compiled apart", () => {
  const koard = join(packages, "koard-client");

  it("sees the built packages and nothing else, and leaves nothing behind", async () => {
    vi.stubEnv("TMPDIR", root);
    const program = (code: string) => compileApart(koard, "@tieout/koard", code);
    const right = 'import { createKoardClient } from "@tieout/koard"; createKoardClient({ apiKey: "k" });';
    expect(await program(right)).toBe("");
    const said = await program(
      'import { transport } from "@tieout/http"; transport({ api: 5 }); import "node:fs/promises";',
    );
    expect(said).toContain("TS2322");
    expect(said).toContain("node:fs/promises");
    expect(await readdir(root)).toEqual([]);
  });
});
