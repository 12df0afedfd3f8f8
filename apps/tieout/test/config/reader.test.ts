import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { objectIn } from "../../src/config/config-file.ts";
import { SettingsReader } from "../../src/config/reader.ts";
import { setting } from "../../src/config/setting.ts";
import { wholeNumber } from "../../src/config/values.ts";
import { temporaryDirectory } from "../temporary-directory.ts";

const KEY = "sk_live_not-to-be-shown";

const secretFrom = (environment: Readonly<Record<string, string>>) => {
  const reader = new SettingsReader(environment);
  const secret = reader.secret("A_KEY");
  return { secret, faults: reader.configuration, said: JSON.stringify(reader.configuration) };
};

const fileWith = (text: string): string => {
  const file = join(temporaryDirectory(), "key");
  writeFileSync(file, text);
  return file;
};

describe("a secret", () => {
  it("comes from its variable", () => {
    expect(secretFrom({ A_KEY: KEY })).toMatchObject({ secret: KEY, faults: [] });
  });

  it("comes from the file that its variable names, without the line end", () => {
    expect(secretFrom({ A_KEY_FILE: fileWith(`${KEY}\r\n`) })).toMatchObject({ secret: KEY, faults: [] });
  });

  it.each([{}, { A_KEY: "" }, { A_KEY: "   " }, { A_KEY_FILE: "" }])("is not set by %j", (environment) => {
    expect(secretFrom(environment)).toMatchObject({ secret: undefined, faults: [] });
  });

  it("is a fault when it is given twice, and is not shown", () => {
    const { secret, faults, said } = secretFrom({ A_KEY: KEY, A_KEY_FILE: fileWith(KEY) });
    expect(secret).toBeUndefined();
    expect(faults.map(({ where }) => where)).toEqual(["A_KEY and A_KEY_FILE"]);
    expect(said).not.toContain(KEY);
  });

  it("is a fault when its file cannot be read, and the file is named", () => {
    const { secret, faults, said } = secretFrom({ A_KEY_FILE: "/no/such/file" });
    expect(secret).toBeUndefined();
    expect(faults).toHaveLength(1);
    expect(said).toContain("/no/such/file");
  });

  it.each([
    ["a blank inside", `${KEY} more`],
    ["a line break inside", `${KEY}\n${KEY}`],
    ["a letter that no header can carry", `${KEY}ü`],
    ["a control character", `${KEY}\u0007x`],
  ])("with %s is a fault that does not show it", (_what, key) => {
    for (const environment of [{ A_KEY: key }, { A_KEY_FILE: fileWith(key) }]) {
      const { secret, faults, said } = secretFrom(environment);
      expect(secret).toBeUndefined();
      expect(faults).toHaveLength(1);
      expect(said).not.toContain("sk_live");
    }
  });

  it("is a fault when its file is empty", () => {
    const { secret, faults } = secretFrom({ A_KEY_FILE: fileWith("\n") });
    expect(secret).toBeUndefined();
    expect(faults).toHaveLength(1);
  });
});

describe("a setting", () => {
  const N = setting({
    name: "n",
    sentence: "A number",
    kind: wholeNumber(1, 9),
    metavar: "N",
    fallback: { text: "none", value: undefined },
    from: ["flag", "environment", "file"],
    commands: ["run"],
  });
  const file = (n: unknown) => objectIn("tieout.config.json", [], { n });

  it("of the command line wins over the environment, and that over the config file", () => {
    const reader = new SettingsReader({ TIEOUT_N: "2" }, { n: "1" });
    expect(reader.value(N, file(3))).toBe(1);
    expect(new SettingsReader({ TIEOUT_N: "2" }).value(N, file(3))).toBe(2);
    expect(new SettingsReader({}).value(N, file(undefined), file(3), file(4))).toBe(3);
    expect(new SettingsReader({}).value(N, file(undefined))).toBeUndefined();
    expect([reader.usage, reader.configuration]).toEqual([[], []]);
  });

  it("is not looked for where it may not be given", () => {
    const nowhere = { ...N, flag: undefined, variable: undefined, isInFile: false };
    expect(new SettingsReader({ TIEOUT_N: "2" }, { n: "1" }).value(nowhere, file(3))).toBeUndefined();
  });

  it("that cannot be used is told with its place, its value and what was expected", () => {
    const reader = new SettingsReader({ TIEOUT_N: "twelve" }, { n: "10" });
    reader.value(N);
    reader.value({ ...N, flag: undefined });
    reader.value({ ...N, flag: undefined, variable: undefined }, file(0));
    expect(reader.usage).toEqual([{ where: "--n", problem: 'is "10"; expected a whole number from 1 to 9' }]);
    expect(reader.configuration).toEqual([
      { where: "TIEOUT_N", problem: 'is "twelve"; expected a whole number from 1 to 9' },
      { where: "tieout.config.json $.n", problem: 'is "0"; expected a whole number from 1 to 9' },
    ]);
  });

  it("is cut short in a message when it is endless", () => {
    const reader = new SettingsReader({ TIEOUT_N: "9".repeat(10_000) });
    reader.value(N);
    expect(JSON.stringify(reader.configuration).length).toBeLessThan(200);
  });
});
