import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkProgram } from "../src/check-program.ts";
import { nodesIn } from "../src/dry-run.ts";
import { stateOf } from "../src/history.ts";
import { pack, type Tarball } from "../src/pack.ts";
import { publishedPackages, readManifest } from "../src/packages.ts";
import { outputOf, run } from "../src/run.ts";
import { withVersionedCopy } from "../src/versioned-copy.ts";
import { ROOT } from "./repository.ts";

/*
 * What a user of the program gets: it is packed as for a release, and `pnpm release` looks at it and tries it on the
 * oldest Node and on ours. Then it is packed wrongly, to see that each fault is found.
 */

const [OLDEST = ""] = nodesIn(ROOT);
const APP = "apps/tieout";

let place: string;
let tarball: Tarball;

/** Packs the program, after a change of the copy that it is packed from. */
const packed = (folder: string, change: (app: string) => void = () => {}): Promise<Tarball> =>
  withVersionedCopy(ROOT, async (copy) => {
    change(join(copy, APP));
    const programs = publishedPackages(copy).filter(({ manifest }) => manifest.bin !== undefined);
    const [one] = await pack(copy, programs, join(place, folder));
    if (one === undefined) throw new Error("nothing was packed");
    return one;
  });

beforeAll(async () => {
  place = realpathSync(mkdtempSync(join(tmpdir(), "tieout-program-test-")));
  tarball = await packed("right");
  await outputOf("tar", ["tar", "--extract", `--file=${tarball.path}`, `--directory=${place}`], place);
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

const bin = () => join(place, "package/dist/bin.mjs");

describe("the tarball of tieout", () => {
  it("holds what runs and nothing else, and runs on the oldest Node and on ours, installed and by npx", async () => {
    expect(tarball.name).toBe("tieout");
    expect(await checkProgram(tarball, nodesIn(ROOT))).toStrictEqual({
      faults: [],
      versions: ["22.16.0", process.versions.node],
    });
  });

  it("knows the commit that it was made from, and its licence, and says nothing of this workspace", async () => {
    const manifest = readManifest(join(place, "package"));
    expect(manifest).toMatchObject({
      name: "tieout",
      license: "MIT",
      type: "module",
      gitHead: await stateOf(ROOT),
    });
    expect(JSON.stringify(manifest)).not.toMatch(/workspace:|catalog:|@tieout/);
  });

  it("is refused for each thing that is wrong with it", async () => {
    const wrong = await packed("wrong", (app) => {
      writeFileSync(join(app, "dist/start-of-yesterday.mjs"), "export {};\n");
      cpSync(join(app, "dist/bin.mjs"), join(app, "dist/program.mjs"));
      writeFileSync(
        join(app, "dist/bin.mjs"),
        '#!/usr/bin/env node\nprocess.emitWarning("loud");await import("./program.mjs");\n',
      );
      const manifest = { ...readManifest(app), scripts: { postinstall: "true" }, dependencies: {} };
      writeFileSync(join(app, "package.json"), JSON.stringify(manifest));
    });
    const { faults } = await checkProgram(wrong, [OLDEST]);
    expect(faults).toStrictEqual([
      expect.stringMatching(/^tieout --version on Node 22\.16\.0: .*Warning: loud/),
      expect.stringMatching(/^npx .* demo on Node 22\.16\.0: .*Warning: loud/),
      expect.stringMatching(/^tieout verify tieout-demo\/out on Node 22\.16\.0: .*Warning: loud/),
      "dist/start-of-yesterday.mjs is in the tarball, and nothing that runs leads to it.",
      "package.json has dependencies, which a bundle needs not.",
      "package.json has scripts, which a bundle needs not.",
    ]);
  });
});

describe("the oldest Node that runs tieout", () => {
  it("goes past no proxy: it cannot use one, and says so", async () => {
    const env = { RECORD_API_TOKEN: "sk_test_1", HTTPS_PROXY: "http://proxy.example:3128" };
    const { code, out, err } = await run(OLDEST, [bin(), "run"], { cwd: place, env });
    expect({ code, out, err }).toStrictEqual({
      code: 78,
      out: "",
      err: "HTTPS_PROXY is set, and this Node (22.16.0) cannot go through a proxy; use Node 24.14 or newer, or unset it\n",
    });
  });
});
