import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Sandbox, startSandbox } from "@tieout/sandbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Block, blocksOf } from "./markdown.ts";
import { guides, ROOT, read } from "./repository.ts";
import { workplace } from "./shell.ts";

interface Example extends Block {
  readonly name: string;
}

/**
 * Pages whose examples are whole programs that import what the app has; those of the other packages run there, and the
 * client that `bring-an-api.md` makes is made by the generator's own test of that page.
 */
const PAGES = guides().filter((page) =>
  /^(?:README\.md|docs\/(?!bring-an-api\.md)|packages\/(?:koard|record)-client\/)/.test(page),
);

/** As strict as a user's compiler may well be, without the rules that are a house's own taste. */
const TSCONFIG = JSON.stringify({
  extends: "@tieout/tsconfig/app.json",
  compilerOptions: { noPropertyAccessFromIndexSignature: false, noUnusedLocals: false },
  include: ["*.ts"],
});

const examples: readonly Example[] = PAGES.flatMap((page) =>
  blocksOf(read(page))
    .filter(({ language }) => language === "ts")
    .map((block, index) => ({ ...block, name: `example ${index + 1} of ${page}` })),
);
const running = examples.filter(({ directive }) => directive.includes("and runs"));

/** Inside the app, because only from there the packages are found by their names; git ignores the folder. */
const inApp = join(ROOT, "apps/tieout/reports");

describe("a TypeScript example of a guide", () => {
  const place = workplace("#!/bin/sh");
  let sandbox: Sandbox;
  let dir: string;
  const fileOf = ({ name }: Example): string => join(dir, `${name.replaceAll(/[^a-z0-9]+/gi, "-")}.ts`);

  beforeAll(async () => {
    sandbox = await startSandbox({ today: "2026-11-18", batches: 6, transactions: 4, cohorts: 3 });
    mkdirSync(inApp, { recursive: true });
    dir = mkdtempSync(join(inApp, "examples-"));
    writeFileSync(join(dir, "package.json"), `{"type":"module"}\n`);
    writeFileSync(join(dir, "tsconfig.json"), TSCONFIG);
    for (const example of examples) writeFileSync(fileOf(example), `${example.text}\n`);
  });
  afterAll(async () => {
    rmSync(dir, { recursive: true, force: true });
    place.remove();
    await sandbox.close();
  });

  it("compiles", async () => {
    expect(examples.length).toBeGreaterThan(0);
    const { code, stdout } = await place.run(join(ROOT, "apps/tieout/node_modules/.bin/tsc"), ["-p", dir]);
    expect(stdout).toBe("");
    expect(code).toBe(0);
  });

  it.each(running)("$name runs against the sandbox", async (example) => {
    const { code, stdout, stderr } = await place.run("node", [fileOf(example)], {
      RECORD_BASE_URL: sandbox.recordBaseUrl,
      RECORD_API_TOKEN: sandbox.recordToken,
      KOARD_BASE_URL: sandbox.koardBaseUrl,
      KOARD_API_KEY: sandbox.koardKey,
    });
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout.split("\n").length).toBeGreaterThan(2);
  });
});
