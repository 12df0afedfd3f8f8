import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import { clientPaths, SpecRefused } from "../src/index.ts";
import { compareFiles, writeFiles } from "../src/write/generated-files.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "workspace-files-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

it("a folder that is not there misses every file, and one that is there is compared in depth", async () => {
  const folder = join(root, "src", "generated");
  const files = { "a.ts": "a", "b.ts": "b" };
  expect(await compareFiles(folder, files)).toEqual({ stale: [], missing: ["a.ts", "b.ts"], leftOver: [] });
  await writeFiles(folder, files);
  await mkdir(join(folder, "older", "empty"), { recursive: true });
  await writeFile(join(folder, "older", "z.ts"), "");
  await writeFile(join(folder, "older", "c.ts"), "");
  await writeFile(join(folder, "b.ts"), "edited");
  const found = { stale: ["b.ts"], missing: [], leftOver: [join("older", "c.ts"), join("older", "z.ts")] };
  expect(await writeFiles(folder, files)).toEqual(found);
  expect(await compareFiles(folder, files)).toEqual({ stale: [], missing: [], leftOver: [] });
});

it("the spec of a client is looked for in every folder above, and said to be missing where there is none", async () => {
  const packageFolder = join(root, "clients", "eu", "till-client");
  await mkdir(packageFolder, { recursive: true });
  expect(() => clientPaths(packageFolder)).toThrow(SpecRefused);
  expect(() => clientPaths(packageFolder)).toThrow("specs/till/openapi.yaml: not found above till-client");
  await mkdir(join(root, "specs", "till"), { recursive: true });
  await writeFile(join(root, "specs", "till", "openapi.yaml"), "");
  expect(clientPaths(packageFolder)).toMatchObject({
    name: "till",
    root,
    specFile: join(root, "specs", "till", "openapi.yaml"),
  });
});

it.each([
  ["adds nothing, installs nothing and says nothing where every spec has its client", ["add-clients"], 0, ""],
  [
    "names what it knows where it is asked for something else",
    ["bundle"],
    1,
    "knows generate, add-clients, try, corpus",
  ],
  [
    "takes no argument where there is nothing to choose",
    ["add-clients", "--now", "all"],
    1,
    "--now all: this command takes nothing",
  ],
  ["wants a file to try", ["try", "--json"], 1, "generate --try: no file: give files"],
  ["names an option that there is not", ["try", "a.yaml", "--all"], 1, "generate --try: --all: give files"],
  ["wants one folder", ["corpus", "a", "b"], 1, "corpus: give one folder of documents"],
])("the command %s", async (_, args, code, said) => {
  await mkdir(join(root, "specs"), { recursive: true });
  const bin = join(import.meta.dirname, "..", "src", "bin.ts");
  const result = await promisify(execFile)(process.execPath, [bin, ...args], { cwd: root }).then(
    ({ stdout, stderr }) => ({ code: 0, text: stdout + stderr }),
    (error: { readonly code: number; readonly stderr: string }) => ({ code: error.code, text: error.stderr }),
  );
  expect(result.code).toBe(code);
  if (said === "") expect(result.text).toBe("");
  else expect(result.text).toContain(said);
});
