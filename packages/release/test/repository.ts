import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** The root of the real repository. */
export const ROOT: string = join(import.meta.dirname, "..", "..", "..");

const TINY_SPEC = join(ROOT, "packages", "openapi-codegen", "test", "tiny", "openapi.yaml");

const TYPES = `export interface Receipt { readonly id: string; readonly amount: number }
export declare const read: (id: string) => Receipt;
`;

const TYPE_TEST = `import { expectTypeOf, it } from "vitest";
import { type Receipt, read } from "../src/index.ts";

it("a receipt has an amount", () => {
  expectTypeOf<Receipt["amount"]>().toEqualTypeOf<number>();
  expectTypeOf(read).returns.toEqualTypeOf<Receipt>();
  // @ts-expect-error an id is text
  void (() => read(1));
});
`;

/** A git repository of its own with one spec, its client package as built, and an older changeset. */
export interface TinyRepository {
  readonly root: string;
  readonly git: (...args: readonly string[]) => string;
  readonly write: (path: string, text: string) => void;
  /** Replaces a text of a file, which must be there. */
  readonly edit: (path: string, from: string, to: string) => void;
  readonly commit: (message: string) => void;
  /** What a command of the repository's own tools prints, run without input. */
  readonly sh: (command: string) => string;
}

/** Lays it out on branch main, commits it, and goes on on a branch `work`. It is gone when the test ends. */
export const tinyRepository = (): TinyRepository => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "tieout-release-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const own = repositoryAt(root);
  for (const [path, text] of Object.entries({
    ".gitignore": "node_modules\ndist\nrelease\n",
    LICENSE: "Do as you like.\n",
    ".changeset/README.md": "One file for each change.\n",
    ".changeset/config.json": `{ "access": "public", "baseBranch": "main" }\n`,
    ".changeset/older.md": `---\n"@tiny/client": major\n---\n\nAn older change.\n`,
    "redocly.yaml": "telemetry: off\nextends:\n  - recommended-strict\n  - diff-recommended\n",
    "package.json": `{ "name": "root", "private": true, "packageManager": "pnpm@12.21.0" }\n`,
    // As in the real one: pnpm is there already, and must not look itself up in the registry.
    "pnpm-workspace.yaml": "packages:\n  - packages/*\npmOnFail: ignore\n",
    "pnpm-lock.yaml": "lockfileVersion: '9.0'\n",
    "packages/tiny-client/package.json": `${JSON.stringify({
      name: "@tiny/client",
      version: "0.3.0",
      license: "MIT",
      type: "module",
      files: ["dist", "!dist/bundled.json"],
      exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
    })}\n`,
    "packages/tiny-client/dist/index.d.ts": TYPES,
    "packages/tiny-client/dist/bundled.json": "[]\n",
    "packages/tiny-client/test/types.test.ts": TYPE_TEST,
    // Changesets looks at two packages or more.
    "packages/other/package.json": `{ "name": "@tiny/other", "version": "0.0.0", "private": true }\n`,
  })) {
    own.write(path, text);
  }
  cpSync(TINY_SPEC, join(root, "specs", "tiny", "openapi.yaml"), { recursive: true });
  cpSync(join(ROOT, "packages", "tsconfig"), join(root, "packages", "tsconfig"), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"));
  // What a client package has installed, and more.
  symlinkSync(
    join(import.meta.dirname, "..", "node_modules"),
    join(root, "packages/tiny-client/node_modules"),
  );

  own.git("init", "--quiet", "--initial-branch=main");
  own.commit("begin");
  own.git("checkout", "--quiet", "-b", "work");
  return own;
};

const repositoryAt = (root: string): TinyRepository => {
  const git = (...args: readonly string[]) => runIn(root, "git", AUTHOR.concat(args));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  return {
    root,
    git,
    write,
    edit: (path, from, to) => {
      const text = readFileSync(join(root, path), "utf8");
      if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
      write(path, text.replace(from, to));
    },
    commit: (message) => {
      git("add", "--all");
      git("commit", "--quiet", "--allow-empty", `--message=${message}`);
    },
    sh: (command) => runIn(root, "/bin/sh", ["-euc", command]),
  };
};

// A machine of CI knows no author.
const AUTHOR = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"];

const runIn = (cwd: string, command: string, args: readonly string[]): string =>
  execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
