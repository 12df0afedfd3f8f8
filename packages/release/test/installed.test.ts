import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishedLibraries, readManifest } from "../src/packages.ts";
import { run } from "../src/run.ts";
import { installedProject, installedText, type Project } from "./project.ts";
import { ROOT } from "./repository.ts";

/*
 * What a user gets: the packages are packed as for a release and installed by npm into an empty project, once;
 * then they are used there from both module systems and under the compilers and settings that users have.
 */

const PACKAGES = publishedLibraries(ROOT);
const NAMES = PACKAGES.map(({ manifest }) => manifest.name);

let project: Project;
beforeAll(async () => {
  project = await installedProject(ROOT);
});
afterAll(() => project?.remove());

const tarballOf = (name: string) => {
  const found = project.tarballs.find((tarball) => tarball.name === name);
  if (found === undefined) throw new Error(`no tarball of ${name}`);
  return found;
};

/** Its own dependencies are ES modules alone, so a build of it that is none would not get far. */
const isEsmOnly = (name: string): boolean => name.startsWith("@tieout/reconcile");

/** The ways into a package that are code, as a user writes them. */
const codeEntries = PACKAGES.flatMap(({ manifest }) =>
  Object.entries(manifest.exports ?? {}).flatMap(([entry, target]) =>
    typeof target === "string" ? [] : [`${manifest.name}${entry.slice(1)}`],
  ),
);

describe("a tarball", () => {
  it.each(NAMES)("of %s holds what a package has to hold, and nothing else", (name) => {
    const { version, files } = tarballOf(name);
    expect(files).toEqual(expect.arrayContaining(["LICENSE", "README.md", "package.json"]));
    const rest = files.filter((path) => !/^(LICENSE|README\.md|package\.json)$/.test(path));
    for (const path of rest)
      expect(path).toMatch(
        /^(AGENTS\.md|dist\/(.+\.(c?js|d\.c?ts)|THIRD-PARTY-NOTICES\.txt)|src\/generated\/openapi\.json)$/,
      );
    // What a client is written from comes with what to know for writing programs with it.
    const isClient =
      "./openapi.json" in (PACKAGES.find(({ manifest }) => manifest.name === name)?.manifest.exports ?? {});
    expect(isClient).toBe(/\/(?:koard|record)$/.test(name));
    for (const file of ["AGENTS.md", "src/generated/openapi.json"])
      expect(files.includes(file)).toBe(isClient);

    const manifest = JSON.parse(installedText(project, name, "package.json"));
    expect(manifest).toMatchObject({ name, version, license: "MIT", type: "module", sideEffects: false });
    expect(manifest).toMatchObject({ description: expect.any(String), engines: { node: ">=20" } });
    expect(manifest).not.toHaveProperty("private");
    for (const target of Object.values(manifest.exports)) {
      if (typeof target === "string") continue;
      // In this order: what is required comes from the CommonJS build, types and all.
      const both = isEsmOnly(name) ? ["types", "default"] : ["require", "types", "default"];
      expect(Object.keys(target ?? {})).toStrictEqual(both);
    }
  });

  it.each(NAMES)("of %s says nothing of the workspace it was made in", (name) => {
    for (const path of tarballOf(name).files) {
      const text = installedText(project, name, path);
      expect(text, path).not.toContain(ROOT);
      if (path === "package.json") expect(text).not.toMatch(/"(workspace|catalog|file|link):/);
      // A map would have to be shipped with what it maps to.
      if (path.startsWith("dist/")) expect(text, path).not.toContain("sourceMappingURL");
    }
  });

  // npm puts all packages side by side, so another's dependency would be found as well.
  it.each(NAMES)("of %s imports only what it depends on", (name) => {
    const { dependencies = {} } = JSON.parse(installedText(project, name, "package.json"));
    for (const path of tarballOf(name).files.filter((file) => file.startsWith("dist/"))) {
      const text = installedText(project, name, path);
      const imported = [
        ...text.matchAll(/^(?:import|export) (?:[^"';]* from )?"(?!node:)((?:@[^/"]+\/)?[^./"][^/"]*)/gm),
      ];
      for (const [, module = ""] of imported) expect(Object.keys(dependencies), path).toContain(module);
    }
  });

  it.each(NAMES)("of %s pleases publint", async (name) => {
    const { path } = tarballOf(name);
    const tarball = Uint8Array.from(readFileSync(path)).buffer;
    const { messages, pkg } = await publint({ pack: { tarball }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toStrictEqual([]);
  });

  it.each(NAMES)("of %s has types that are not wrong", async (name) => {
    const attw = join(import.meta.dirname, "../node_modules/.bin/attw");
    const args = [
      tarballOf(name).path,
      `--profile=${isEsmOnly(name) ? "esm-only" : "node16"}`,
      "--no-definitely-typed",
      "--no-color",
    ];
    const { code, out, err } = await run(attw, args, project.folder);
    expect(code, out + err).toBe(0);
  });
});

/** Node's way to refuse what Jest does not do either. */
const REFUSES_ESM = "--no-experimental-require-module";

/** The Node that runs this, and the machine's own where it has one. */
const nodes = (): readonly string[] => {
  const { PATH = "" } = process.env;
  const own = PATH.split(delimiter)
    .filter((folder) => !folder.includes("node_modules"))
    .map((folder) => join(folder, "node"))
    .find((path) => existsSync(path));
  return [process.execPath, ...(own === undefined ? [] : [own])];
};

/** What a user can run on a Node: nothing below 20; ES modules; and `require` of them since 20.19 and 22.12. */
const scriptsFor = (node: string): readonly string[] => {
  const asked = "JSON.stringify([Number.parseInt(process.versions.node), process.features.require_module])";
  const [major, canRequire]: [number, boolean | null] = JSON.parse(
    spawnSync(node, ["--print", asked], { encoding: "utf8" }).stdout,
  );
  if (major < 20) return [];
  return canRequire === true ? ["use.mjs", "use.cjs"] : ["use.mjs"];
};

describe("in a project that installed it", () => {
  it("works from ES modules and, where Node can, by require, on every Node of this machine", async () => {
    expect(scriptsFor(process.execPath)).toStrictEqual(["use.mjs", "use.cjs"]);
    for (const node of nodes()) {
      for (const script of scriptsFor(node)) {
        const { code, err } = await run(node, [script], project.folder);
        expect(code, `${node} ${script}: ${err}`).toBe(0);
      }
    }
  });

  it("is required where a `require` of ES modules is none, as in Jest by itself", async () => {
    const names = JSON.stringify(codeEntries.filter((name) => !isEsmOnly(name)));
    const required = `
      const { createKoardClient, KoardRefused } = require("@tieout/koard");
      const fake = require("@tieout/koard/testing").fakeKoard();
      fake.answer("getBatch", { status: 404 });
      const asked = createKoardClient({ apiKey: "k", fetch: fake.fetch }).getBatch({ path: { batch_id: "b" } });
      for (const name of ${names}) if (Object.keys(require(name)).length === 0) throw name;
      asked.then(() => process.exit(1), (error) => {
        // An error of the one build is one of the other's too.
        import("@tieout/koard").then((esm) => process.exit(
          error instanceof KoardRefused && error instanceof esm.KoardRefused && esm.KoardRefused !== KoardRefused ? 0 : 2,
        ));
      });`;
    const args = [REFUSES_ESM, "--input-type=commonjs", "--eval", required];
    const { code, err } = await run(process.execPath, args, project.folder);
    expect(code, err).toBe(0);
  });

  it("is entered by every way that its exports name, from both module systems", async () => {
    const names = JSON.stringify(codeEntries);
    const imported = `const all = ${names}; for (const name of all) if (Object.keys(await import(name)).length === 0) throw name;`;
    const required = `for (const name of ${names}) if (Object.keys(require(name)).length === 0) throw name;`;
    for (const args of [
      ["--input-type=module", "--eval", imported],
      ["--input-type=commonjs", "--eval", required],
    ]) {
      const { code, err } = await run(process.execPath, args, project.folder);
      expect(code, err).toBe(0);
    }
  });

  const compilers = {
    7: createRequire(import.meta.url).resolve("typescript/package.json"),
    5.9: createRequire(import.meta.resolve("@tieout/openapi-codegen")).resolve("typescript/package.json"),
  };
  const settings = [
    { module: "node16", moduleResolution: "node16", lib: ["es2022"], types: ["node"] },
    { module: "nodenext", moduleResolution: "nodenext", lib: ["es2022", "dom"], types: [] },
    { module: "esnext", moduleResolution: "bundler", lib: ["es2022", "dom"], types: [] },
  ];

  const STRICT = {
    target: "es2022",
    strict: true,
    skipLibCheck: false,
    // The compiler's own libraries are not in question, and take it longest.
    skipDefaultLibCheck: true,
    noEmit: true,
  };

  describe.each(Object.entries(compilers))("with TypeScript %s", (version, manifest) => {
    it.each(settings)("compiles under moduleResolution $moduleResolution, libraries checked", async (own) => {
      expect(readManifest(dirname(manifest)).version.startsWith(`${version}.`)).toBe(true);
      const name = `${version}-${own.moduleResolution}`;
      // Every entry, so that a new one is compiled without being listed here; in a module of its own kind.
      writeFileSync(
        join(project.folder, "entries.mts"),
        codeEntries.map((entry, index) => `export * as entry${index} from "${entry}";\n`).join(""),
      );
      writeFileSync(
        join(project.folder, `tsconfig.${name}.json`),
        JSON.stringify({
          compilerOptions: { ...own, ...STRICT },
          // Only newer settings let CommonJS require ES modules.
          files: ["use.mts", "entries.mts", ...(own.moduleResolution === "nodenext" ? ["use.cts"] : [])],
        }),
      );
      const tsc = join(dirname(manifest), "bin", "tsc");
      const { code, out, err } = await run(
        process.execPath,
        [tsc, "-p", `tsconfig.${name}.json`],
        project.folder,
      );
      expect(code, out + err).toBe(0);
    });
  });
});
