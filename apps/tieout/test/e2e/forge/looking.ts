import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Effect } from "effect";
import { placeOfFile } from "../../../src/config/ledger-place.ts";
import { verifyAgainst } from "../../../src/operate/inspect/verify-ledger.ts";
import { publicHalf, sign } from "./forging.ts";
import type { Finder } from "./ways.ts";

/** Where a demo in this directory left the reports of all books. */
const outOf = (home: string): string => join(home, "tieout-demo/out");

/** Signs the three nights of a demo in this directory, and says beside them whose signatures are to be found. */
export const signNights = (home: string): void => {
  for (const day of ["2026-11-17", "2026-11-18", "2026-11-19"])
    sign(join(outOf(home), "default", day, "r1"), "signer");
  writeFileSync(join(home, "signers"), `ana@acme.example ${publicHalf("signer")}`);
};

/** A copy of the signed reports to be tampered with, in an empty directory. */
export const copiedInto = (directory: string, home: string): string => {
  const out = join(directory, "out");
  cpSync(outOf(home), out, { recursive: true, verbatimSymlinks: true });
  return out;
};

/** What a finder says of a directory of all books. */
export const looks = async (finder: Finder, out: string, home: string) => {
  const { isVerified, reports, problems } = await Effect.runPromise(
    verifyAgainst(out, {
      signers: finder === "signers" ? join(home, "signers") : undefined,
      ledger: finder === "ledger" ? placeOfFile(join(home, "tieout-demo/tieout.db")) : undefined,
    }),
  );
  return { isVerified, problems: [...problems, ...reports.flatMap((one) => one.problems)] };
};
