import { execFile } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";

const BUILT = fileURLToPath(new URL("../../dist", import.meta.url));

/** The bundle as it was built, in a package of its own, without what was compiled of it since. */
const freshBundle = (): string => {
  const directory = join(temporaryDirectory(), "dist");
  writeFileSync(join(directory, "..", "package.json"), '{ "version": "1.2.3" }');
  cpSync(BUILT, directory, { recursive: true, filter: (source) => basename(source) !== "compiled" });
  return directory;
};

const version = async (bundle: string) => {
  const cwd = temporaryDirectory();
  const said = await promisify(execFile)(process.execPath, [join(bundle, "bin.mjs"), "--version"], { cwd });
  return { ...said, left: readdirSync(cwd) };
};

const SAID = { stdout: "tieout v1.2.3 (a checkout)\n", stderr: "", left: [] };

it("keeps the compiled code of the bundle beside it, and finds it there the next time", async () => {
  const bundle = freshBundle();

  expect(await version(bundle)).toEqual(SAID);
  const compiled = readdirSync(join(bundle, "compiled"), { recursive: true });
  expect(compiled.length).toBeGreaterThan(1);

  expect(await version(bundle)).toEqual(SAID);
  expect(readdirSync(join(bundle, "compiled"), { recursive: true })).toEqual(compiled);
});

it("runs the same where nothing can be kept beside the bundle", async () => {
  const bundle = freshBundle();
  writeFileSync(join(bundle, "compiled"), "not a directory");

  expect(await version(bundle)).toEqual(SAID);
});

it("runs where it stands without its package, and says that it does not know its version", async () => {
  const bundle = freshBundle();
  rmSync(join(bundle, "..", "package.json"));

  expect(await version(bundle)).toEqual({ ...SAID, stdout: "tieout vunknown (a checkout)\n" });
});

/** The file of the bundle that another one loads later. */
const loadedLater = (file: string, name: string): string => {
  const loads = new RegExp(`import\\([\`"]\\./(${name}-[^\`"]+)[\`"]\\)`);
  return readFileSync(join(BUILT, file), "utf8").match(loads)?.[1] ?? `no ${name} in ${file}`;
};

/** The files that are loaded whenever this one is. */
const loadedWith = (file: string): ReadonlyArray<string> => {
  const loaded = new Set([file]);
  for (const one of loaded)
    for (const [, imported = ""] of readFileSync(join(BUILT, one), "utf8").matchAll(
      /(?:from|import)\s*"\.\/([^"]+)"/g,
    ))
      loaded.add(imported);
  return [...loaded];
};

/** Their names, without what tells two builds apart. */
const namesOf = (files: ReadonlyArray<string>) => new Set(files.map((one) => one.replace(/-.{8}\.mjs$/, "")));

it("loads for help and mistakes nothing of what commands do", () => {
  const start = loadedWith(loadedLater("bin.mjs", "start"));
  expect(namesOf(start)).toEqual(new Set(["start", "rolldown-runtime"]));
  const text = start.map((file) => readFileSync(join(BUILT, file), "utf8")).join("");
  expect(text).toContain("limitHeapGrowth");
  expect(text).not.toMatch(/\b(?:pullBook|closeBook|proveSettlement|publishReport)\b/);

  const handlers = start.map((file) => loadedLater(file, "handlers")).find((file) => !file.startsWith("no "));
  expect(namesOf(loadedWith(handlers ?? ""))).toEqual(new Set(["handlers", "start", "rolldown-runtime"]));
});
