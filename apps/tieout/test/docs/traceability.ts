import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Link } from "./markdown.ts";
import { ROOT, read } from "./repository.ts";

/** The code that holds something and the tests that would fail without it, as a page in `docs/` links to them. */
export interface Held {
  readonly code: readonly Link[];
  readonly tests: readonly Link[];
}

const pathOf = ({ href }: Link): string => join("docs", href);

/** Whether a file defines a name: declares it, has it as a member, or, where it is no TypeScript, says it. */
const defines = (path: string, name: string): boolean => {
  const text = read(path);
  if (!path.endsWith(".ts")) return text.includes(name);
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(
    `(?:const|function\\*?|class|interface|type) ${escaped}\\b|^ +(?:get |readonly |async |#)*${escaped}\\(|name: "${escaped}"`,
    "m",
  ).test(text);
};

/** Whether a test file has a test of this title, as it stands in the source; the text of a link has no backticks. */
const hasTest = (path: string, title: string): boolean => {
  const text = read(path);
  const quoted = `"${title.replaceAll('"', '\\"')}"`;
  return (
    [text, text.replaceAll("`", "")].some((one) => one.includes(quoted)) || text.includes(`\`${title}\``)
  );
};

/** What is not true of the code and tests that a page names: files, names and titles that do not exist. */
export const faultsOf = ({ code, tests }: Held): readonly string[] => [
  ...[...code, ...tests].map(pathOf).flatMap((path) => (existsSync(join(ROOT, path)) ? [] : [`no ${path}`])),
  ...code.flatMap((link) =>
    defines(pathOf(link), link.text) ? [] : [`${pathOf(link)} does not define ${link.text}`],
  ),
  ...tests.flatMap((link) =>
    hasTest(pathOf(link), link.text) ? [] : [`${pathOf(link)} has no test "${link.text}"`],
  ),
];
