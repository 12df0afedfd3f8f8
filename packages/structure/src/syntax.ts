import ts from "typescript";
import type { Finding } from "./finding.ts";
import type { SourceFile } from "./source-files.ts";

/** Looks at a node, and says what it is where the rule does not allow it. */
export type Look = (node: ts.Node) => string | undefined;

/** What a look finds in a file, in the order of its lines. */
export const lookThrough = ({ path, text }: SourceFile, look: Look): readonly Finding[] => {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const findings: Finding[] = [];
  const visit = (node: ts.Node): void => {
    const found = look(node);
    if (found !== undefined) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      findings.push({ place: `${path}:${line + 1}`, found });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return findings;
};
