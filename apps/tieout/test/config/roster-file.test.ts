import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { readRosters } from "../../src/config/roster-file.ts";
import { temporaryDirectory } from "../temporary-directory.ts";

const hashEmail = (email: string): string => `#${email}#`;

const roster = (text: string) => {
  const file = join(temporaryDirectory(), "roster.csv");
  writeFileSync(file, text);
  return { file, program: "prog_1", cohort: " Spring  Cohort " };
};

const read = (...rosters: ReadonlyArray<ReturnType<typeof roster>>) =>
  Effect.runSync(readRosters(rosters, hashEmail));

const faults = (...rosters: ReadonlyArray<ReturnType<typeof roster>>) =>
  Effect.runSync(Effect.flip(readRosters(rosters, hashEmail))).faults.map(
    ({ where, problem }) => `${where.split("/").at(-1)} ${problem}`,
  );

describe("a roster", () => {
  it("of addresses is kept as hashes of them, each person once, under the cohort however it is spelt", () => {
    const people = read(roster('\ufeffName, Email\n"Doe, A" , A@x.org \n\nB,b@x.org\nagain,a@X.org\n'));
    expect([...people]).toEqual([["live/prog_1/spring cohort", new Set(["#a@x.org#", "#b@x.org#"])]]);
  });

  it("of credential ids is kept as it is, leading zeros and all", () => {
    const people = read(roster("credential_id\n0017\nrec_2\n"));
    expect([...people.values()]).toEqual([new Set(["0017", "rec_2"])]);
  });

  it("names every line that holds no address, and shows none of them", () => {
    const wrong = faults(roster("email\na@x.org\nnot-an-address-of-anna\n\nb@x\n"));
    expect(wrong).toEqual([
      "roster.csv line 3: expected an e-mail address",
      "roster.csv line 5: expected an e-mail address",
    ]);
  });

  it.each([
    ["without a header", "a@x.org\n", "line 1: expected a header with a column email or credential_id"],
    ["with a quote that never closes", 'email\n"a@x.org\n', "line 2: expected CSV with quotes that close"],
    ["that is empty", "", "line 1: expected a header with a column email or credential_id"],
  ])("%s is refused by its line", (_what, text, problem) => {
    expect(faults(roster(text))).toEqual([`roster.csv ${problem}`]);
  });

  it("that is not there, or is a second one of its cohort, is refused", () => {
    const one = roster("email\na@x.org\n");
    const missing = Effect.runSync(Effect.flip(readRosters([{ ...one, file: "/no/such.csv" }], hashEmail)));
    expect(missing.message).toMatch(/^\/no\/such\.csv cannot be read: ENOENT/);
    expect(faults(one, roster("email\nb@x.org\n"))).toEqual([
      "roster.csv is a second roster for the cohort live/prog_1/spring cohort",
    ]);
  });
});
