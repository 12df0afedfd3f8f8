import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { tieout } from "./bundle.ts";
import { json } from "./published.ts";
import { afterThreeNights, NIGHTS } from "./three-nights.ts";

// What these tests prove: a report shows the settings that shaped its figures, as they were used and with no person in
// them, and its manifest names them by their hash.

/** Makes the third night's report again by a configuration of its book. */
const rebuilt = async (file: object, options: readonly string[] = []): Promise<string> => {
  const cwd = afterThreeNights();
  writeFileSync(join(cwd, "tieout.config.json"), JSON.stringify(file));
  const command = ["report", "--quiet", "--as-of", NIGHTS[2].asOf, "--out", "again", ...options];
  expect((await tieout(command, { cwd })).code).toBe(0);
  return join(cwd, "again/acme/latest");
};

const shown = async (file: object, options?: readonly string[]) => {
  const report = await rebuilt(file, options);
  const text = readFileSync(join(report, "config.json"), "utf8");
  expect(json(report, "manifest.json").config_sha256).toBe(createHash("sha256").update(text).digest("hex"));
  expect(json(report, "manifest.json").files).toContainEqual(
    expect.objectContaining({ name: "config.json" }),
  );
  return JSON.parse(text);
};

it("shows the defaults that were used where nothing is configured", async () => {
  expect(await shown({ books: [{ name: "acme", record: {}, koard: {} }] }, ["--days", "46"])).toEqual({
    schema: "tieout/config@1",
    book: "acme",
    timezone: "UTC",
    cutoff: "00:00",
    changes: [],
    window: { from: "2026-10-05", to: "2026-11-20" },
    days: 46,
    thresholds: { pending_days: 3, open_days: 2, give_up_days: 3 },
    assume_currency: null,
    conventions: [],
    links: [],
    rosters: [],
  });
});

it("shows every setting that shapes figures, and of a roster only how many it names", async () => {
  const changes = [
    { from: "2026-11-01", cutoff: "04:00", timezone: "Europe/Berlin" },
    { from: "2026-11-09", cutoff: "05:00" },
  ];
  const conventions = [{ processor: "tsys", captured: "gross", refunded: "refund_rows" }];
  const config = await shown({
    thresholds: { openDays: 5, pendingDays: 6 },
    reread: { giveUpDays: 4 },
    books: [
      {
        name: "acme",
        record: {},
        koard: { assumeCurrency: "EUR" },
        ...{ timezone: "Asia/Kathmandu", cutoff: "23:00", changes, conventions },
        links: [
          {
            ...{ program: "p1", cohort: "May 2026", mode: "test", from: "2026-10-01", to: "2026-12-01" },
            ...{ terminals: ["t2", "t1"], accounts: ["a2", "a1"], price: "10.5", currency: "USD" },
          },
          { program: "p2", accounts: ["a3"], price: "7", currency: "JPY" },
        ],
        rosters: [{ program: "p1", cohort: "A  cohort", mode: "test", file: "roster.csv" }],
      },
    ],
  });
  expect(config).toMatchObject({
    timezone: "Asia/Kathmandu",
    cutoff: "23:00",
    changes,
    thresholds: { pending_days: 6, open_days: 5, give_up_days: 4 },
    assume_currency: "EUR",
    conventions,
    links: [
      {
        ...{ program: "p1", cohort: "May 2026", mode: "test", from: "2026-10-01", to: "2026-12-01" },
        ...{ terminals: ["t2", "t1"], accounts: ["a2", "a1"], price: "10.50", currency: "USD" },
      },
      { program: "p2", cohort: null, mode: "live", accounts: ["a3"], price: "7", currency: "JPY" },
    ],
    rosters: [{ people: expect.any(Number), people_sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
  });
  expect(config.rosters[0].people).toBeGreaterThan(0);
});

it("names other settings by another hash, and the same by the same", async () => {
  const config = (days: number) => ({
    thresholds: { openDays: days },
    books: [{ name: "acme", record: {}, koard: {} }],
  });
  const hashes: string[] = [];
  for (const days of [2, 2, 5]) hashes.push(json(await rebuilt(config(days)), "manifest.json").config_sha256);
  expect(hashes[1]).toBe(hashes[0]);
  expect(hashes[2]).not.toBe(hashes[0]);
});
