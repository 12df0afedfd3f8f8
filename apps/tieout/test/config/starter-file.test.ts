import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Effect } from "effect";
import { expect, it } from "vitest";
import { FILE_SETTINGS } from "../../src/config/file-settings.ts";
import { resolveSettings } from "../../src/config/resolve-settings.ts";
import { RUN_SETTINGS } from "../../src/config/run-settings.ts";
import type { AnySetting } from "../../src/config/setting.ts";
import { SOURCES } from "../../src/config/sources.ts";
import { starterFile } from "../../src/config/starter-file.ts";
import { temporaryDirectory } from "../temporary-directory.ts";

const KEYS = { RECORD_API_TOKEN: "sk_live_1", KOARD_API_KEY: "k1" };
const STARTER = starterFile("https://schema.example/config.schema.json");

/** What settings come to, without where an address was given: the file gives some that are the defaults. */
const resolved = (config: string | undefined) => {
  const settings = Effect.runSync(resolveSettings({ config }, KEYS, "2026-11-18T02:00:00.000Z"));
  const books = settings.books.map(({ sources, ...book }) => ({
    ...book,
    sources: sources.map(({ access, ...source }) => ({
      ...source,
      baseUrl: access?.baseUrl,
      key: access?.key.reveal(),
    })),
  }));
  return { ...settings, books };
};

const resolvedOf = (text: string) => {
  const file = join(temporaryDirectory(), "tieout.config.json");
  writeFileSync(file, text);
  return resolved(file);
};

it("a new config file means what no config file means", () => {
  expect(resolvedOf(STARTER)).toEqual(resolved(undefined));
});

it("and still does when every member that it only shows is let stand", () => {
  const members = /^( *)\/\/ (".*,)$/gm;
  expect(STARTER.match(members)?.length).toBeGreaterThan(8);
  expect(resolvedOf(STARTER.replaceAll(members, "$1$2"))).toEqual(resolved(undefined));
});

it("it names every setting that a config file may have", () => {
  const settings: ReadonlyArray<AnySetting> = [
    ...Object.values(RUN_SETTINGS),
    ...Object.values(FILE_SETTINGS).flatMap((group) => Object.values<AnySetting>(group.settings)),
    ...SOURCES.flatMap(({ keyVariable, baseUrl, allowHttp, more }) =>
      Object.values<AnySetting>({ keyVariable, baseUrl, allowHttp, ...more }),
    ),
  ];
  const inFile = settings.filter(({ isInFile }) => isInFile);
  expect(inFile.length).toBeGreaterThan(15);
  for (const { name, sentence } of inFile) {
    expect(STARTER).toContain(`"${name}"`);
    expect(STARTER).toContain(sentence);
  }
});
