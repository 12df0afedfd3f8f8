import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CSV_FILES } from "../../src/publish/write-files.ts";
import { MANIFEST_MEANINGS, memberPaths, RUN_MEANINGS } from "./member-meanings.ts";
import { COLUMNS, reportFormatPage } from "./report-format-page.ts";
import { MEND, ROOT, read } from "./repository.ts";
import { workplace } from "./shell.ts";

it("docs/report-format.md says what the code says", async () => {
  await expect(reportFormatPage(), MEND).toMatchFileSnapshot(`${ROOT}docs/report-format.md`);
});

it("gives every column a sentence and a name of its own", () => {
  for (const columns of Object.values(COLUMNS)) {
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
    for (const { meaning } of columns) expect(meaning).toMatch(/\.$/);
  }
});

describe("a real report", () => {
  const place = workplace(`#!/bin/sh\nexec node /srv/tieout/apps/tieout/dist/bin.mjs "$@"`);
  const dir = join(place.dir, "tieout-demo/out/default/latest");
  const json = (name: string): unknown => JSON.parse(readFileSync(join(dir, name), "utf8"));
  beforeAll(async () => {
    const { code, stderr } = await place.run("tieout", ["demo"]);
    expect(`${code} ${stderr}`).toBe("0 ");
  });
  afterAll(() => place.remove());

  it("has the files that the page describes, and no other", () => {
    const others = ["SHA256SUMS", "manifest.json", "run.json"];
    expect(readdirSync(dir).sort()).toStrictEqual([...others, ...Object.values(CSV_FILES)].sort());
    for (const name of readdirSync(dir)) expect(read("docs/report-format.md")).toContain(`\`${name}\``);
  });

  it.each(Object.entries(CSV_FILES))("has the columns of %s in the order of the page", (file, name) => {
    const [header] = readFileSync(join(dir, name), "utf8").split("\n");
    const columns = Object.entries(COLUMNS).find(([key]) => key === file)?.[1] ?? [];
    expect(header).toBe(columns.map((column) => column.name).join(","));
  });

  it("has the members of manifest.json and run.json that the page describes, and no other", () => {
    expect([...memberPaths(json("manifest.json"))].sort()).toStrictEqual(
      Object.keys(MANIFEST_MEANINGS).sort(),
    );
    expect([...memberPaths(json("run.json"))].sort()).toStrictEqual(Object.keys(RUN_MEANINGS).sort());
  });
});
