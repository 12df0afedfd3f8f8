import { FILE_SETTINGS } from "../../src/config/file-settings.ts";
import { KEY_FILES } from "../../src/config/key-files.ts";
import { MESSAGES, RECEIVERS } from "../../src/config/message-settings.ts";
import { FLAG_SETTINGS } from "../../src/config/run-settings.ts";
import type { AnySetting } from "../../src/config/setting.ts";
import { SOURCES } from "../../src/config/sources.ts";
import { table } from "./report-format-page.ts";
import { formatted } from "./repository.ts";

const code = (text: string | undefined): string => (text === undefined ? "" : `\`${text}\``);

const option = (one: AnySetting): string =>
  one.kind.typed === "switch" ? `--${one.flag}` : `--${one.flag} ${one.metavar}`;

const options = (): string =>
  table(
    ["option", "variable", "in the config file", "default", "what it says", "commands"],
    Object.values<AnySetting>(FLAG_SETTINGS).map((one) => [
      code(option(one)),
      code(one.variable),
      code(one.isInFile ? one.name : undefined),
      one.kind.typed === "switch" ? "" : one.fallback.text,
      one.sentence,
      one.commands.join(", "),
    ]),
  );

const sources = (): string => {
  const members = SOURCES.flatMap(({ name, keyVariable, baseUrl, allowHttp, more }) =>
    Object.values<AnySetting>({ keyVariable, baseUrl, allowHttp, ...more }).map((one) => ({ name, one })),
  );
  return table(
    ["in the config file", "variable", "default", "what it says"],
    members.map(({ name, one }) => [
      code(`books[].${name}.${one.name}`),
      code(one.variable),
      one.fallback.text,
      one.sentence,
    ]),
  );
};

const signing = (): string =>
  table(
    ["variable", "in the config file", "default", "what it says", "commands"],
    Object.values<AnySetting>(KEY_FILES).map((one) => [
      code(one.variable),
      code(one.name),
      one.fallback.text,
      one.sentence,
      one.commands.join(", "),
    ]),
  );

const fileOnly = (): string =>
  table(
    ["in the config file", "default", "what it says"],
    Object.entries(FILE_SETTINGS).flatMap(([group, { settings }]) =>
      Object.values<AnySetting>(settings).map((one) => [
        code(`${group}.${one.name}`),
        one.fallback.text,
        one.sentence,
      ]),
    ),
  );

const messages = (): string =>
  table(
    ["in the config file", "variable", "default", "what it says"],
    Object.values<AnySetting>({ ...MESSAGES, ...RECEIVERS }).map((one) => [
      code(`messages.${one.name}`),
      code(one.variable),
      one.fallback.text,
      one.sentence,
    ]),
  );

/** `docs/settings.md`, made of the settings themselves. */
export const settingsPage = (): string =>
  formatted(
    "docs/settings.md",
    `# Settings

Everything that shapes a run, made of the definitions that the program itself reads. What is typed wins over the environment, that over the config file, and that over the default. Every mistake is named at once, with what is allowed: exit 64 for the command line, 78 for the rest.

## Options

${options()}

Keys come from the environment, or from a file that it names, and from nowhere else: \`RECORD_API_TOKEN\` or \`RECORD_API_TOKEN_FILE\`, \`KOARD_API_KEY\` or \`KOARD_API_KEY_FILE\`.

## Of signatures

Who signed a report can be held against a list: [Signed reports](runbook.md#signed-reports).

${signing()}

## Of a source

Without a config file there is one book, \`default\`, and the variables hold for it. What the config file says of a book's source wins over the variables, which fill what it leaves open: a key never goes to another host than its book's.

${sources()}

## Who is told

\`messages\` may stand in the config file itself and in a book, which goes first. Addresses of receivers are as good as keys, so the file names the variables that have them: without it \`TIEOUT_PING_URL\` and so on, or the same with \`_FILE\`. What is sent when: [the runbook](runbook.md#who-is-told).

${messages()}

## In the config file alone

${fileOnly()}

Books with days of their own, rosters and links: [config.schema.json](../apps/tieout/config.schema.json) tells an editor what may be in them, and the [runbook](runbook.md#several-books) has examples.
`,
  );
