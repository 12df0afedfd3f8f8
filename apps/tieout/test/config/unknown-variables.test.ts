import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { resolveForLedger } from "../../src/config/resolve-settings.ts";
import { unknownVariables } from "../../src/config/unknown-variables.ts";

const READ = new Set(["TIEOUT_LEDGER", "TIEOUT_FAIL_ON", "KOARD_API_KEY"]);

describe("a variable that begins as those of tieout do", () => {
  it("and that nobody reads is named with the nearest one that somebody does", () => {
    expect(unknownVariables({ TIEOUT_LEGDER: "x", TIEOUT_SOMETHING_ELSE: "", PATH: "" }, READ, {})).toEqual([
      { where: "TIEOUT_LEGDER", problem: "is not a variable that tieout knows; did you mean TIEOUT_LEDGER?" },
      { where: "TIEOUT_SOMETHING_ELSE", problem: "is not a variable that tieout knows" },
    ]);
  });

  it("is known where somebody reads it, or the config file names it for any book", () => {
    const config = { books: [{ name: "a", record: { tokenVariable: "TIEOUT_TOKEN_A" } }] };
    const environment = { TIEOUT_LEDGER: "x", TIEOUT_TOKEN_A_FILE: "y", TIEOUT_TOKEN_A: "z" };
    expect(unknownVariables(environment, READ, config)).toEqual([]);
  });

  it("is looked for among all that the settings of tieout read, also by a command that needs no key", () => {
    const environment = { TIEOUT_TIMEZONES: "UTC", TIEOUT_CONFIG: "/dev/null/none", TIEOUT_OUT: "x" };
    const error = Effect.runSync(Effect.flip(resolveForLedger({}, environment, "2026-11-18T00:00:00.000Z")));
    expect(error.faults.map(({ where }) => where)).toEqual(["/dev/null/none"]);
    const { TIEOUT_CONFIG: _, ...others } = environment;
    expect(
      Effect.runSync(Effect.flip(resolveForLedger({}, others, "2026-11-18T00:00:00.000Z"))).faults,
    ).toEqual([
      {
        where: "TIEOUT_TIMEZONES",
        problem: "is not a variable that tieout knows; did you mean TIEOUT_TIMEZONE?",
      },
    ]);
  });
});
