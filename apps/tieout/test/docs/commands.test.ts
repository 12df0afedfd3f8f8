import { afterAll, describe, expect, it } from "vitest";
import { EXIT } from "../../src/cli/exit-code.ts";
import { KEY_FILES } from "../../src/config/key-files.ts";
import { MESSAGES } from "../../src/config/message-settings.ts";
import { FLAG_SETTINGS } from "../../src/config/run-settings.ts";
import { SOURCES } from "../../src/config/sources.ts";
import { blocksOf, tablesOf } from "./markdown.ts";
import { filesUnder, guides, read } from "./repository.ts";
import { workplace } from "./shell.ts";

const place = workplace(`#!/bin/sh\nexec node /srv/tieout/apps/tieout/dist/bin.mjs "$@"`);
afterAll(() => place.remove());

/** Every `tieout COMMAND …` in the blocks of the guides, with the options it uses. */
const uses = guides().flatMap((page) =>
  blocksOf(read(page)).flatMap(({ text }) =>
    [
      ...text.matchAll(
        /\btieout(?: |, )(init|run|pull|report|verify|decide|explain|show|export transactions|diff|status|backup|prune|doctor|demo|sandbox)\b([^\n|&;#]*)/g,
      ),
    ].map(([, command = "", rest = ""]) => ({
      page,
      command,
      options: [...rest.matchAll(/--[a-z][a-z-]*/g)].map(([option]) => option),
    })),
  ),
);

describe("a command that a guide shows", () => {
  it.each([...new Set(uses.map(({ command }) => command))])(
    "tieout %s has the options shown",
    async (command) => {
      const { code, stdout } = await place.run("tieout", [...command.split(" "), "--help"]);
      expect(code).toBe(0);
      for (const use of uses.filter((one) => one.command === command))
        for (const option of use.options) expect(stdout, use.page).toContain(option);
    },
  );

  it("with npm or pnpm is a script of the workspace", () => {
    const { scripts } = JSON.parse(read("package.json"));
    const built = new Set(["exec", "install", "publish", "turbo", "knip", "vitest", "pkg"]);
    const shown = guides().flatMap((page) =>
      blocksOf(read(page)).flatMap(({ text }) =>
        [...text.matchAll(/^\s*(?:npm|pnpm)(?: run)? ([a-z]+)/gm)].map(([, script = ""]) => script),
      ),
    );
    expect(shown.length).toBeGreaterThan(0);
    for (const script of shown) if (!built.has(script)) expect(scripts).toHaveProperty([script]);
  });
});

describe("the exit codes", () => {
  const codesOf = (page: string): readonly number[] => {
    const table = tablesOf(read(page)).find(({ header }) => header[0] === "exit");
    return (table?.rows ?? []).flatMap((row) => row[0]?.text.split(",").map(Number) ?? []);
  };

  it("of the runbook are those of the program", () => {
    expect(codesOf("docs/runbook.md").toSorted((a, b) => a - b)).toStrictEqual(
      Object.values(EXIT).toSorted((a, b) => a - b),
    );
  });

  it("of the README are some of them", () => {
    const known: readonly number[] = Object.values(EXIT);
    expect(codesOf("README.md").length).toBeGreaterThan(3);
    for (const code of codesOf("README.md")) expect(known).toContain(code);
  });
});

describe("an environment variable of a guide", () => {
  const sources = filesUnder("apps/tieout/src", ".ts").map(read);
  const settings = new Set(
    [FLAG_SETTINGS, MESSAGES, KEY_FILES, ...SOURCES, ...SOURCES.map(({ more }) => more)].flatMap((table) =>
      Object.values<unknown>(table).flatMap((one) =>
        typeof one === "object" && one !== null && "variable" in one ? [one.variable] : [],
      ),
    ),
  );
  const pages = ["README.md", "docs/runbook.md", "SECURITY.md"];
  const names = new Set(
    pages.flatMap((page) => read(page).match(/\b(?:TIEOUT|RECORD|KOARD)_[A-Z_]+\b/g) ?? []),
  );

  it.each([...names].sort())("%s is one that the program reads", (name) => {
    // A secret is in the variable, or in the file that the variable with _FILE names.
    const secret = name.replace(/_FILE$/, "");
    const isRead = [name, secret].some(
      (one) => settings.has(one) || sources.some((source) => source.includes(`"${one}"`)),
    );
    expect(isRead).toBe(true);
  });
});
