import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { readRosters, rostersIn } from "../../../src/config/rosters/read-rosters.ts";
import { temporaryDirectory } from "../../temporary-directory.ts";

const hashEmail = (email: string): string => `#${email}#`;

interface Given {
  readonly encoding?: "utf-8" | "utf-16le" | "windows-1252";
  readonly column?: string;
  readonly mode?: "live" | "test";
}

const roster = (content: string | Uint8Array, given: Given = {}) => {
  const file = join(temporaryDirectory(), "roster.csv");
  writeFileSync(file, content);
  return { file, program: "prog_1", cohort: " Spring  Cohort ", ...given };
};

const workbook = (name: string, given: Given = {}) => ({
  ...roster("", given),
  file: fileURLToPath(new URL(`../../fixtures/rosters/${name}.xlsx`, import.meta.url)),
});

type Config = ReturnType<typeof roster>;

const read = async (...rosters: ReadonlyArray<Config>) =>
  rostersIn(await Effect.runPromise(readRosters(rosters, hashEmail)), null);

const peopleIn = async (config: Config) => [...((await read(config)).values().next().value ?? [])];

const faults = async (...rosters: ReadonlyArray<Config>) =>
  (await Effect.runPromise(Effect.flip(readRosters(rosters, hashEmail)))).faults.map(
    ({ where, problem }) => `${where.split("/").at(-1)} ${problem}`,
  );

describe("a roster", () => {
  it("of addresses is kept as hashes of them, each person once, under the cohort however it is spelt", async () => {
    const people = await read(roster('\ufeffName, Email\n"Doe, A" , A@x.org \n\nB,b@x.org\nagain,a@X.org\n'));
    expect([...people]).toEqual([["live/prog_1/spring cohort", new Set(["#a@x.org#", "#b@x.org#"])]]);
  });

  it("of credential ids is kept as it is, leading zeros and all", async () => {
    expect(await peopleIn(roster("credential_id\n0017\nrec_2\n"))).toEqual(["0017", "rec_2"]);
  });

  it("names every line that holds no address, and shows none of them", async () => {
    const wrong = await faults(roster("email\na@x.org\nnot-an-address-of-anna\n\nb@x\n"));
    expect(wrong).toEqual([
      "roster.csv line 3: expected an e-mail address",
      "roster.csv line 5: expected an e-mail address",
    ]);
  });

  const NO_HEADER =
    "line 1: expected a header with a column email or credential_id; where it has another name, say so with column";
  it.each([
    ["without a header", "a@x.org\n", NO_HEADER],
    ["with a quote that never closes", 'email\n"a@x.org\n', "line 2: expected CSV with quotes that close"],
    ["that is empty", "", NO_HEADER],
  ])("%s is refused by its line", async (_what, text, problem) => {
    expect(await faults(roster(text))).toEqual([`roster.csv ${problem}`]);
  });

  it("that is not there, or is a second one of its cohort, is refused", async () => {
    const one = roster("email\na@x.org\n");
    expect((await faults({ ...one, file: "/no/such.csv" }))[0]).toMatch(/^such\.csv cannot be read: ENOENT/);
    const second = ["roster.csv is a second roster for the cohort live/prog_1/spring cohort"];
    expect(await faults(one, roster("email\nb@x.org\n"))).toEqual(second);
    expect(await faults(one, roster("email\nb@x.org\n", { mode: "live" }))).toEqual(second);
    const modes = [roster("email\n", { mode: "live" }), roster("email\n", { mode: "test" })];
    expect((await read(...modes)).size).toBe(2);
  });

  it("has the mode of the token where it names none", async () => {
    const rosters = await Effect.runPromise(readRosters([roster("email\na@x.org\n")], hashEmail));
    expect([...rostersIn(rosters, "test").keys()]).toEqual(["test/prog_1/spring cohort"]);
    expect([...rostersIn(rosters, null).keys()]).toEqual(["live/prog_1/spring cohort"]);
  });
});

const latin = (text: string) => Buffer.from(text, "latin1");
const utf16 = (text: string) => Buffer.from(text, "utf16le");
const swapped = (text: string) => utf16(text).swap16();

describe("a roster as people have it", () => {
  const TEXT = "Name;E-Mail\r\nJörg;joerg@x.org\r\n;\r\nZoë;zoe@x.org\r\n;;\r\n";
  const BOTH = ["#joerg@x.org#", "#zoe@x.org#"];
  it.each([
    ["in UTF-8", Buffer.from(TEXT), {}],
    ["in UTF-8 with its mark", Buffer.from(`\ufeff${TEXT}`), {}],
    ["in UTF-16 with its mark", utf16(`\ufeff${TEXT}`), {}],
    ["in UTF-16 the other way round", swapped(`\ufeff${TEXT}`), {}],
    ["in UTF-16 without a mark, where it is named", utf16(TEXT), { encoding: "utf-16le" }],
    ["in UTF-16 with its mark, where it is named too", utf16(`\ufeff${TEXT}`), { encoding: "utf-16le" }],
    ["in Windows-1252, where it is named", latin(TEXT), { encoding: "windows-1252" }],
    ["with tabs", Buffer.from(TEXT.replaceAll(";", "\t")), {}],
    ["with commas", Buffer.from(TEXT.replaceAll(";", ",")), {}],
  ] as const)("is read %s", async (_how, bytes, given) => {
    expect(await peopleIn(roster(bytes, { column: "e-mail", ...given }))).toEqual(BOTH);
  });

  it("is read from the first sheet of a workbook, with the column that is named", async () => {
    const people = await peopleIn(workbook("addresses", { column: "E-Mail-Adresse" }));
    expect(people).toEqual(["#joerg@x.org#", expect.stringMatching(/^#zoe@/)]);
    expect(await faults(workbook("addresses"))).toEqual([
      expect.stringMatching(/^addresses\.xlsx line 1: expected a header with a column email/),
    ]);
  });

  it("is refused where a spreadsheet rounded an id", async () => {
    expect(await faults(workbook("numbers"))).toEqual([
      "numbers.xlsx line 4: expected a credential's id, as text: a spreadsheet rounds numbers above 15 digits",
    ]);
  });

  it.each([
    [
      "bytes that are not UTF-8",
      latin("email;name\na@x.org;Ann\nb@x.org;Jörg\n"),
      {},
      "line 3, column 10: expected UTF-8; save it as UTF-8, or name its encoding in the configuration: windows-1252, as older spreadsheets write it, or utf-16le",
    ],
    [
      "UTF-16 without its mark",
      utf16("email\na@x.org\n"),
      {},
      "line 1, column 2: expected a letter; a text of UTF-16 without its mark has to be named in the configuration: utf-16le",
    ],
    [
      "an encoding that it does not have",
      utf16("email\na@x.org\n").subarray(0, 13),
      { encoding: "utf-16le" },
      "line 2, column 1: expected UTF-16LE; its encoding in the configuration is another one than it has",
    ],
    [
      "a mark of another encoding than the one that is named",
      Buffer.from("\ufeffemail\na@x.org\n"),
      { encoding: "windows-1252" },
      "is marked as UTF-8, and the configuration says windows-1252",
    ],
    [
      "a byte that Windows-1252 does not have",
      Buffer.from([...latin("email\na@x.org\n"), 0x81]),
      { encoding: "windows-1252" },
      "line 3, column 1: expected WINDOWS-1252; its encoding in the configuration is another one than it has",
    ],
    [
      "two separators that both fit",
      "email;x\temail\n",
      {},
      "line 1: separates its cells by semicolons and by tabs: use one of them",
    ],
    [
      "cells beside a header of one",
      "email\na@x.org\nb@x.org;Ben\n",
      {},
      "line 3: has more cells than the header, which tells no separator",
    ],
    [
      "no column of the name",
      "email\na@x.org\n",
      { column: "Adresse" },
      "line 1: expected a header with a column Adresse",
    ],
    [
      "names in the column that is named",
      "Wer;email\nAnna;a@x.org\n",
      { column: "Wer" },
      "line 2: expected an e-mail address",
    ],
    [
      "a workbook that is none",
      Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]),
      {},
      "cannot be read as a workbook: save its first sheet as .xlsx again, or as CSV in UTF-8",
    ],
  ] as const)("is refused for %s, in one sentence", async (_what, content, given, problem) => {
    expect(await faults(roster(content, given))).toEqual([`roster.csv ${problem}`]);
  });
});
