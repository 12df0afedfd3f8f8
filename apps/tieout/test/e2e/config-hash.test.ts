import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { tieout } from "./bundle.ts";
import { json } from "./published.ts";
import { afterThreeNights, NIGHTS } from "./three-nights.ts";

// What these tests prove: a report made again by the same configuration names it by the same hash, however it is written.

/** What a book of the ledger may be configured as, and the hash that the older tieout gave it. */
const CONFIGURATIONS = [
  { name: "nothing", sha256: "7560f2f6a5780494a00b0d443edc15db4814b8d53bcdc0cdd295d499a568c28a" },
  {
    name: "a day of its own",
    book: { timezone: "Asia/Kathmandu", cutoff: "23:00" },
    sha256: "f2f909e1502a4621d121d598aae144194399ca7d5f4ca7cdc47b71a2c54af93f",
  },
  {
    name: "changes",
    book: {
      changes: [
        { from: "2026-11-01", cutoff: "04:00", timezone: "Europe/Berlin" },
        { from: "2026-11-09", cutoff: "05:00" },
      ],
    },
    sha256: "68e55b143d87daa8c2eec471942b46fdafe147b992a209b0d645984a503b31a5",
  },
  {
    name: "a currency and thresholds",
    book: { koard: { assumeCurrency: "EUR" } },
    file: { thresholds: { openDays: 5, pendingDays: 6 } },
    sha256: "d3635986fc63ea0b802428a03eac84851656972d1c7c7111f30bc9465a240321",
  },
  {
    name: "a whole link and a small one",
    book: {
      links: [
        {
          to: "2026-12-01",
          terminals: ["t2", "t1"],
          program: "p1",
          price: "10.5",
          mode: "test",
          from: "2026-10-01",
          currency: "USD",
          cohort: "May 2026",
          accounts: ["a2", "a1"],
        },
        { program: "p2", accounts: ["a3"], price: "7", currency: "JPY" },
      ],
    },
    sha256: "a1f349822983d4574c1ca1f8fbba18ea41d9936addcfe2a2ec45706dd396e0af",
  },
  {
    name: "rosters",
    book: {
      rosters: [
        { program: "p2", cohort: "B  cohort", file: "roster.csv" },
        { program: "p1", cohort: "A", mode: "test", file: "roster.csv" },
      ],
    },
    sha256: "5fb31616c0ce7d2193596f509bc28155c8f8bb59afc9b2e86ee38709617afb40",
  },
  {
    name: "a window that reaches back further",
    options: ["--days", "46"],
    sha256: "5415079ae8f76cb5e83168076f4fca4cd6403eb44926f9fc246c8accfd6c1f86",
  },
];

it.each(CONFIGURATIONS)(
  "names a configuration by the same hash: $name",
  async ({ book, file, options = [], sha256 }) => {
    const cwd = afterThreeNights();
    const books = [{ name: "acme", record: {}, koard: {}, ...book }];
    writeFileSync(join(cwd, "tieout.config.json"), JSON.stringify({ ...file, books }));
    const command = ["report", "--quiet", "--as-of", NIGHTS[2].asOf, "--out", "again", ...options];
    expect((await tieout(command, { cwd })).code).toBe(0);
    expect(json(join(cwd, "again/acme/latest"), "manifest.json").config_sha256).toBe(sha256);
  },
);
