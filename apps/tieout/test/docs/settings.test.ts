import { describe, expect, it } from "vitest";
import { FILE_SETTINGS } from "../../src/config/file-settings.ts";
import { KEY_FILES } from "../../src/config/key-files.ts";
import { FLAG_SETTINGS } from "../../src/config/run-settings.ts";
import type { AnySetting } from "../../src/config/setting.ts";
import { SOURCES } from "../../src/config/sources.ts";
import { MEND, ROOT } from "./repository.ts";
import { settingsPage } from "./settings-page.ts";

it("docs/settings.md says what the settings are", async () => {
  await expect(settingsPage(), MEND).toMatchFileSnapshot(`${ROOT}docs/settings.md`);
});

const ALL: ReadonlyArray<AnySetting> = [
  ...Object.values<AnySetting>({ ...FLAG_SETTINGS, ...KEY_FILES }),
  ...Object.values(FILE_SETTINGS).flatMap(({ settings }) => Object.values<AnySetting>(settings)),
  ...SOURCES.flatMap(({ keyVariable, baseUrl, more }) =>
    Object.values<AnySetting>({ keyVariable, baseUrl, ...more }),
  ),
];

describe("the default of a setting", () => {
  // What can be typed as well has to mean what is said to hold without it.
  const typeable = ALL.filter(({ kind, fallback }) => fallback.value !== undefined && kind.typed === "value");

  it.each(typeable.map((one) => [one.name, one] as const))("%s is what its words say", (_name, one) => {
    const { text, value } = one.fallback;
    const read = one.kind.read(text);
    if ("value" in read) expect(read.value).toEqual(value);
    // "no limit" and the like stand for nothing that could be typed.
    else expect(value).toBeNull();
  });
});
