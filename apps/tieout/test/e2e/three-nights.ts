import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { zstdDecompressSync } from "node:zlib";
import { temporaryDirectory } from "../temporary-directory.ts";

/** Where the fixture is; its README says how it was made. */
export const FIXTURE = fileURLToPath(new URL("../fixtures/three-nights", import.meta.url));
/** What the older tieout published, a directory a day. */
export const PUBLISHED = join(FIXTURE, "golden/acme");

/** The nights that the ledger holds, by the day of their report. */
export const NIGHTS = [
  { day: "2026-11-17", asOf: "2026-11-18T02:00:00Z" },
  { day: "2026-11-18", asOf: "2026-11-19T02:00:00Z" },
  { day: "2026-11-19", asOf: "2026-11-20T02:00:00Z" },
] as const;
/** The night after them, which it ran as well. */
export const NEXT = { day: "2026-11-20", asOf: "2026-11-21T02:00:00Z" } as const;

/** The options of the sandbox that the nights were run against, as the fixture's README has them. */
export const WORLD: readonly string[] = (() => {
  const options = /tieout sandbox --port 4010 ([^&]+) &/.exec(
    readFileSync(join(FIXTURE, "README.md"), "utf8"),
  )?.[1];
  if (options === undefined) throw new Error("the README of the fixture does not say how it was made");
  return options.split(/[\s\\]+/);
})();

/** A working directory as it was after the third night: configuration, ledger, key, and reports. */
export const afterThreeNights = (cwd = temporaryDirectory()): string => {
  for (const name of ["tieout.config.json", "roster.csv"]) cpSync(join(FIXTURE, name), join(cwd, name));
  const forOwner = { mode: 0o600 };
  writeFileSync(
    join(cwd, "tieout.db"),
    zstdDecompressSync(readFileSync(join(FIXTURE, "ledger.zst"))),
    forOwner,
  );
  writeFileSync(join(cwd, "tieout.db.key"), readFileSync(join(FIXTURE, "ledger.key")), forOwner);
  mkdirSync(join(cwd, "out/acme"), { recursive: true });
  for (const { day } of NIGHTS) cpSync(join(PUBLISHED, day), join(cwd, "out/acme", day), { recursive: true });
  symlinkSync("2026-11-19/r1", join(cwd, "out/acme/latest"));
  return cwd;
};
