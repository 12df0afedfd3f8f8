import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import ts from "typescript";
import type { Finding } from "./finding.ts";
import type { SourceFile } from "./source-files.ts";

/** The page with the glossary, and the heading above it. */
const PAGE = "CONTRIBUTING.md";
const HEADING = "\n## Words\n";

/** What an older ledger needs stays as it was. */
const MIGRATIONS = "/migrations/";

/** Some columns of the glossary: the words in backticks in them. */
const wordsIn = (page: string, column: number): readonly string[] => {
  const [, after = ""] = page.split(HEADING);
  const [table = ""] = after.split("\n## ");
  const cells = table
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => line.split("|")[column] ?? "");
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word));
};

/** Names of the column _in code_, and what the last column retires: a word anywhere in a name, or with a capital a whole name. */
const glossaryOf = (page: string) => ({
  inCode: wordsIn(page, 3),
  retired: new Set(wordsIn(page, 4)),
});

const glossaryIn = (root: string) => glossaryOf(readFileSync(join(root, PAGE), "utf8"));

/** Names that the glossary says are in code and that no source has. */
export const missingWords = (root: string, files: readonly SourceFile[]): readonly Finding[] =>
  glossaryIn(root)
    .inCode.filter((name) => !files.some(({ text }) => new RegExp(`\\b${name}\\b`).test(text)))
    .map((name) => ({ place: PAGE, found: `${name} is in no source` }));

const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.toLowerCase());

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false);

const namesIn = (statement: ts.Statement): readonly string[] => {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return isNamed && statement.name !== undefined ? [statement.name.text] : [];
};

/** The name of a file and all that it exports under a name of its own. */
const namesOf = ({ path, text }: SourceFile): readonly string[] => {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return [basename(path).replace(/\.\w+$/, ""), ...file.statements.filter(isExported).flatMap(namesIn)];
};

/** Names of files and exports that hold a word which the glossary retires, migrations aside. */
export const retiredWords = (root: string, files: readonly SourceFile[]): readonly Finding[] => {
  const { retired } = glossaryIn(root);
  return files
    .filter(({ path }) => !path.includes(MIGRATIONS))
    .flatMap((file) =>
      namesOf(file).flatMap((name) => {
        const word = [name, ...wordsOf(name)].find((one) => retired.has(one));
        return word === undefined ? [] : [{ place: file.path, found: `${name}: not \`${word}\`` }];
      }),
    );
};
