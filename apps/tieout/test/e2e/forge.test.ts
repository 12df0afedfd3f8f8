import { beforeAll, describe, expect, it } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";
import { tieout } from "./bundle.ts";
import { copiedInto, looks, signNights } from "./forge/looking.ts";
import { FINDERS, WAYS } from "./forge/ways.ts";
import { lastingDirectory } from "./lasting-directory.ts";

// What these tests prove: every way of tampering that docs/security.md names is found by those who are said to find it,
// and by nobody else. `pnpm --filter @tieout/bench soak --forge 1` prints who finds what.

const home = lastingDirectory();

beforeAll(async () => {
  expect((await tieout(["demo"], { cwd: home })).code).toBe(0);
  signNights(home);
});

const copied = (): string => copiedInto(temporaryDirectory(), home);

describe("somebody who can write to the output directory", () => {
  it.each(FINDERS)("and does nothing is nobody whom %s finds", async (finder) => {
    expect((await looks(finder, copied(), home)).isVerified).toBe(true);
  });

  it.each(WAYS)("$what: found by $found", async ({ tamper, found }) => {
    const out = copied();
    tamper(out);
    for (const finder of FINDERS) {
      const { isVerified, problems } = await looks(finder, out, home);
      expect(isVerified, `${finder} says ${JSON.stringify(problems)}`).toBe(!found.includes(finder));
    }
  });
});
