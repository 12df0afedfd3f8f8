import { join } from "node:path";
import { tablesOf } from "../docs/markdown.ts";
import { read } from "../docs/repository.ts";

/** The tables of a folder's README that lead from a case to the tests that hold it: first column and last. */
export const caseTables = (folder: string) =>
  tablesOf(read(join(folder, "README.md"))).map(({ rows }) =>
    rows.map((row) => ({ name: row[0]?.text ?? "", tests: row.at(-1)?.links ?? [] })),
  );

/** Whether a file has a test of this title, as it stands in its source. */
export const hasTest = (path: string, title: string): boolean =>
  [`"${title.replaceAll('"', '\\"')}"`, `\`${title}\``].some((quoted) => read(path).includes(quoted));
