import { chmodSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { tieout } from "./bundle.ts";
import { lastingDirectory } from "./lasting-directory.ts";

// What these tests prove: nobody but its owner reaches a ledger and its key, whatever the umask; reports are for whom the
// umask lets; and a ledger that somebody opened to others is named.

const home = lastingDirectory();
const LEDGER = join(home, "tieout-demo/tieout.db");

beforeAll(async () => {
  // The loosest umask that there is.
  const under = ["sh", "-c", 'umask 000 && exec "$@"', "sh"];
  expect((await tieout(["demo"], { cwd: home, under })).code).toBe(0);
});

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

/** The modes of the files and of the directories under one, each once. */
const modesUnder = (directory: string) => {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  const modes = (isOne: (entry: (typeof entries)[number]) => boolean) => [
    ...new Set(entries.filter(isOne).map(({ parentPath, name }) => modeOf(join(parentPath, name)))),
  ];
  return { files: modes((entry) => entry.isFile()), directories: modes((entry) => entry.isDirectory()) };
};

const report = (out: string, umask: string) =>
  tieout(["report", "--ledger", `sqlite:${LEDGER}`, "--as-of", "2026-11-18T02:00:00Z", "--out", out], {
    cwd: home,
    under: ["sh", "-c", `umask ${umask} && exec "$@"`, "sh"],
  });

describe("what a run writes", () => {
  it("is the ledger and its key for their owner alone, and reports for whom the umask lets", async () => {
    for (const part of ["", ".key"]) expect(modeOf(`${LEDGER}${part}`)).toBe("600");
    expect(modesUnder(join(home, "tieout-demo/out"))).toEqual({ files: ["666"], directories: ["777"] });
    expect(await report("narrow", "027")).toMatchObject({ code: 0, stderr: "" });
    expect(modesUnder(join(home, "narrow"))).toEqual({ files: ["640"], directories: ["750"] });
  });

  it("is named where somebody opened a ledger or its key to others", async () => {
    chmodSync(LEDGER, 0o644);
    chmodSync(`${LEDGER}.key`, 0o660);
    const { code, stderr } = await report("narrow", "027");
    expect(code).toBe(0);
    expect(stderr.trimEnd().split("\n")).toEqual([
      `Warning: ${LEDGER} has the mode 0644, so that others on this machine can reach it; run: chmod 600 ${LEDGER}`,
      `Warning: ${LEDGER}.key has the mode 0660, so that others on this machine can reach it; run: chmod 600 ${LEDGER}.key`,
    ]);
    // Nothing is changed behind the owner's back.
    expect(modeOf(LEDGER)).toBe("644");
  });
});
