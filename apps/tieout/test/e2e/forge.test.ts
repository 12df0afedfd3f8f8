import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Effect } from "effect";
import { beforeAll, describe, expect, it } from "vitest";
import { verifyAgainst } from "../../src/operate/inspect/verify-ledger.ts";
import { temporaryDirectory } from "../temporary-directory.ts";
import { tieout } from "./bundle.ts";
import { publicHalf, sign } from "./forge/forging.ts";
import { FINDERS, type Finder, WAYS } from "./forge/ways.ts";
import { lastingDirectory } from "./lasting-directory.ts";

// What these tests prove: every way of tampering that docs/security.md names is found by those who are said to find it,
// and by nobody else.

const home = lastingDirectory();
const OUT = join(home, "tieout-demo/out");

beforeAll(async () => {
  expect((await tieout(["demo"], { cwd: home })).code).toBe(0);
  for (const day of ["2026-11-17", "2026-11-18", "2026-11-19"])
    sign(join(OUT, "default", day, "r1"), "signer");
  writeFileSync(join(home, "signers"), `ana@acme.example ${publicHalf("signer")}`);
});

/** What a finder says of a directory of all books. */
const looks = (finder: Finder, out: string) =>
  Effect.runPromise(
    verifyAgainst(out, {
      signers: finder === "signers" ? join(home, "signers") : undefined,
      ledgerFile: finder === "ledger" ? join(home, "tieout-demo/tieout.db") : undefined,
    }),
  );

const copied = (): string => {
  const out = join(temporaryDirectory(), "out");
  cpSync(OUT, out, { recursive: true, verbatimSymlinks: true });
  return out;
};

describe("somebody who can write to the output directory", () => {
  it.each(FINDERS)("and does nothing is nobody whom %s finds", async (finder) => {
    expect((await looks(finder, copied())).isVerified).toBe(true);
  });

  it.each(WAYS)("$what: found by $found", async ({ tamper, found }) => {
    const out = copied();
    tamper(out);
    for (const finder of FINDERS) {
      const { isVerified, reports, problems } = await looks(finder, out);
      const said = JSON.stringify([...problems, ...reports.flatMap((one) => one.problems)]);
      expect(isVerified, `${finder} says ${said}`).toBe(!found.includes(finder));
    }
  });
});
