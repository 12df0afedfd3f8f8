import { FILE_SETTINGS } from "./file-settings.ts";
import { FLEET } from "./fleet-settings.ts";
import { SAYING } from "./log-settings.ts";
import { DAYS, PLACES, PULLING, REACH, REPORTING } from "./run-settings.ts";
import type { AnySetting, SettingTable } from "./setting.ts";
import { HELD, SOURCES } from "./sources.ts";

type Lines = ReadonlyArray<string>;

const indented = (lines: Lines): Lines => lines.map((line) => (line === "" ? "" : `  ${line}`));

const commented = (lines: Lines): Lines => lines.map((line) => `// ${line}`);

/** The default of a setting as the file writes it; undefined where it has none that can be written. */
const writtenDefault = ({ kind, fallback: { text, value } }: AnySetting): string | undefined => {
  if (!("value" in kind.read(text))) return undefined;
  return JSON.stringify(typeof value === "number" && String(value) === text ? value : typed(text));
};

const typed = (text: string): string | boolean => (text === "false" ? false : text);

/** What the file says of a setting: what it is, and its default. */
const member = (one: AnySetting): Lines => {
  const value = writtenDefault(one);
  return value === undefined
    ? [`// ${one.sentence}: "${one.name}". Default: ${one.fallback.text}.`]
    : [`// ${one.sentence}.`, `"${one.name}": ${value},`];
};

const inFile = (settings: SettingTable): ReadonlyArray<AnySetting> =>
  Object.values(settings).filter(({ isInFile }) => isInFile);

/** Members that stand there with their defaults, to be changed. */
const standing = (settings: SettingTable): Lines => inFile(settings).flatMap(member);

/** Members that are left to their defaults, each to be had by taking two strokes away. */
const left = (settings: SettingTable): Lines =>
  inFile(settings).flatMap((one) => {
    const [sentence = "", value] = member(one);
    return value === undefined ? [sentence] : [sentence, ...commented([value])];
  });

const group = ([name, { sentence, settings }]: readonly [
  string,
  { sentence: string; settings: SettingTable },
]) => [`// ${sentence}`, `"${name}": {`, ...indented(left(settings)), "},"];

const source = ({ name, role, keyVariable, baseUrl, allowHttp, more }: (typeof SOURCES)[number]): Lines => [
  `// Where ${HELD[role]} come from. Take it out where the book has none.`,
  `"${name}": {`,
  ...indented([...standing({ keyVariable }), ...left({ baseUrl, allowHttp, ...more })]),
  "},",
];

const book: Lines = [
  "// Names the book, and the directory of its reports.",
  '"name": "default",',
  ...SOURCES.flatMap(source),
  "// A book may have a time zone and cut-off of its own, and rosters, links, conventions and changes of its days:",
  "// the schema above says what they are.",
];

/**
 * A config file to begin with: it runs as it is, for one book of both sources; every setting stands in it with its
 * sentence and its default. `schema` is the address of the JSON Schema, for editors.
 */
export const starterFile = (schema: string): string =>
  [
    "// What tieout reads before a run. Comments and trailing commas are allowed; a name that tieout does not know is not.",
    "// The command line wins over this file, and so does the environment, but in what it says of a source.",
    "{",
    ...indented([
      "// For your editor: it names what may stand here, and marks what may not.",
      `"$schema": ${JSON.stringify(schema)},`,
      "",
      "// Paths begin where tieout is started. The ledger is what tieout remembers: keep it, and the key beside it, in your backup.",
      ...standing(PLACES),
      "",
      "// Days are cut by these. Decide before the first night: a later change has to be named in `changes` of the book.",
      ...standing(DAYS),
      "",
      ...left({ ...REACH, ...REPORTING, ...PULLING, ...FLEET, ...SAYING }),
      "",
      ...Object.entries(FILE_SETTINGS).flatMap(group),
      "",
      "// One organisation's pair of sources each. Keys never stand here: the variables that are named hold them, or, with",
      "// _FILE added to their names, the paths of files that do.",
      '"books": [',
      ...indented(["{", ...indented(book), "},"]),
      "],",
    ]),
    "}",
    "",
  ].join("\n");
