import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Sandbox, startSandbox } from "@tieout/sandbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DOCUMENTS } from "../../src/publish/documents.ts";
import { TABLES } from "../../src/publish/tables/tables.ts";
import { CONFIG_MEANINGS, MANIFEST_MEANINGS, memberPaths, RUN_MEANINGS } from "./member-meanings.ts";
import { reportFormatPage } from "./report-format-page.ts";
import { MEND, ROOT } from "./repository.ts";
import { workplace } from "./shell.ts";

it("docs/report-format.md says what the code says", async () => {
  await expect(reportFormatPage(), MEND).toMatchFileSnapshot(`${ROOT}docs/report-format.md`);
});

it("gives every column a sentence and a name of its own", () => {
  for (const { columns } of TABLES) {
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
    for (const { meaning } of columns) expect(meaning).toMatch(/\.$/);
  }
});

describe("a real report", () => {
  const place = workplace(`#!/bin/sh\nexec node /srv/tieout/apps/tieout/dist/bin.mjs "$@"`);
  const dir = join(place.dir, "out/school/latest");
  const json = (name: string): unknown => JSON.parse(readFileSync(join(dir, name), "utf8"));
  const night = async (sandbox: Sandbox, number: number): Promise<void> => {
    sandbox.setNight(number);
    const { code, stderr } = await place.run("tieout", ["run", "--quiet"], {
      RECORD_BASE_URL: sandbox.recordBaseUrl,
      RECORD_API_TOKEN: sandbox.recordToken,
      KOARD_BASE_URL: sandbox.koardBaseUrl,
      KOARD_API_KEY: sandbox.koardKey,
      TIEOUT_AS_OF: sandbox.asOf,
    });
    expect({ code, stderr }).toStrictEqual({ code: 0, stderr: "" });
  };

  // A report with everything a report may have: a link, and a report before it.
  beforeAll(async () => {
    const sandbox = await startSandbox({ today: "2026-11-18", batches: 12, transactions: 5, cohorts: 4 });
    const [cohort] = sandbox.truth({ timezone: "UTC", cutoff: "00:00" }).cohorts;
    const link = {
      program: cohort?.programId,
      accounts: ["an account without batches"],
      price: "1.00",
      currency: "USD",
    };
    const books = [{ name: "school", record: {}, koard: {}, links: [link] }];
    writeFileSync(join(place.dir, "tieout.config.json"), JSON.stringify({ books }));
    await night(sandbox, 1);
    await night(sandbox, 2);
    await sandbox.close();
  });
  afterAll(() => place.remove());

  it("has the files that the page describes, and no other", () => {
    const others = ["SHA256SUMS", "manifest.json", "run.json", ...DOCUMENTS.map(({ name }) => name)];
    expect(readdirSync(dir).sort()).toStrictEqual([...others, ...TABLES.map(({ file }) => file)].sort());
    for (const name of readdirSync(dir)) expect(reportFormatPage()).toContain(`\`${name}\``);
  });

  it.each(TABLES)("has the columns of $file in the order of the page", ({ file, columns }) => {
    const [header] = readFileSync(join(dir, file), "utf8").split("\n");
    expect(header).toBe(columns.map(({ name }) => name).join(","));
  });

  it("says in its manifest what its figures are not", () => {
    const { scope } = JSON.parse(readFileSync(join(dir, "manifest.json"), "utf8"));
    expect(scope.join(" ")).toMatch(/fees, deposits and chargebacks are not in them/);
    expect(scope.join(" ")).toMatch(/does not say which were revoked or have expired/);
  });

  it("has the members of manifest.json, run.json and config.json that the page describes, and no other", () => {
    expect([...memberPaths(json("manifest.json"))].sort()).toStrictEqual(
      Object.keys(MANIFEST_MEANINGS).sort(),
    );
    // Lists that are empty here have no members to show.
    expect([...memberPaths(json("config.json"))].filter((path) => !(path in CONFIG_MEANINGS))).toStrictEqual(
      [],
    );
    expect([...memberPaths(json("run.json"))].sort()).toStrictEqual(Object.keys(RUN_MEANINGS).sort());
  });
});
