import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { PublishedPackage } from "./packages.ts";
import { run } from "./run.ts";

const compiler = join(
  dirname(createRequire(import.meta.url).resolve("typescript/package.json")),
  "bin",
  "tsc",
);

/** `@ts-expect-error` over a use that was refused and now is allowed: nobody breaks by that. */
const ALLOWED_NOW = "error TS2578:";

/**
 * Compiles an earlier type test of a package against the package as it is built now. Answers what the
 * compiler says, one line for each error; nothing where the test still holds.
 *
 * The test stands in a folder of its own, beside what the package itself has installed. There it finds the
 * package under its name, and under `../src/` a stand-in for each entry, so that it may import either.
 */
export const compileEarlier = async (
  root: string,
  { folder, manifest }: PublishedPackage,
  test: string,
): Promise<readonly string[]> => {
  const place = mkdtempSync(join(tmpdir(), "tieout-types-before-"));
  try {
    linkInstalled(join(root, folder), join(place, "node_modules"));
    link(join(root, folder), join(place, "node_modules", manifest.name));
    for (const [path, text] of Object.entries({
      ...standIns(manifest.name, manifest.exports ?? {}),
      "package.json": JSON.stringify({ type: "module" }),
      "tsconfig.json": JSON.stringify({
        extends: join(root, "packages", "tsconfig", "library.json"),
        compilerOptions: { isolatedDeclarations: false, declaration: false },
        include: ["test"],
      }),
      "test/types.test.ts": test,
    })) {
      mkdirSync(dirname(join(place, path)), { recursive: true });
      writeFileSync(join(place, path), text);
    }
    const { code, out, err } = await run(process.execPath, [compiler, "--pretty", "false", "-p", "."], place);
    if (code === 0) return [];
    const lines = (out.trim() || err.trim()).split("\n");
    return lines.filter((line) => !line.includes(ALLOWED_NOW));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
};

/** `./dist/webhooks.js` becomes `src/webhooks.ts`, which passes on `@tieout/koard/webhooks`. */
const standIns = (
  name: string,
  entries: NonNullable<PublishedPackage["manifest"]["exports"]>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(entries).flatMap(([entry, target]) =>
      typeof target === "string" || target.types === undefined
        ? []
        : [
            [
              target.types.replace(/^\.\/dist\//, "src/").replace(/\.d\.ts$/, ".ts"),
              `export * from "${name}${entry.slice(1)}";\n`,
            ],
          ],
    ),
  );

const linkInstalled = (from: string, to: string): void => {
  const installed = join(from, "node_modules");
  for (const name of existsSync(installed) ? readdirSync(installed) : []) {
    if (name.startsWith(".")) continue;
    const names = name.startsWith("@")
      ? readdirSync(join(installed, name)).map((one) => join(name, one))
      : [name];
    for (const one of names) link(join(installed, one), join(to, one));
  }
};

const link = (target: string, path: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  symlinkSync(target, path);
};
