import ts from "typescript";
import type { Finding } from "./finding.ts";
import type { SourceFile } from "./source-files.ts";
import { type Look, lookThrough } from "./syntax.ts";

const isParsing = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) && node.expression.getText() === "JSON.parse";

/** Whether a type promises no more than JSON does. */
const isUnknown = (type: ts.TypeNode | undefined): boolean =>
  /^(?:unknown|Json)$/.test(type?.getText() ?? "");

const returnTypeAround = (node: ts.Node): ts.TypeNode | undefined => {
  const around = ts.findAncestor(node, ts.isFunctionLike);
  return around?.type;
};

/** Whether the value of a node goes on without a type that nobody has checked. */
const isKeptUnknown = (node: ts.Node): boolean => {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isKeptUnknown(parent);
  // What takes it decodes it, or says itself that it takes anything.
  if (ts.isCallExpression(parent)) return parent.arguments.some((argument) => argument === node);
  if (ts.isVariableDeclaration(parent)) return isUnknown(parent.type);
  if (ts.isArrowFunction(parent)) return isUnknown(parent.type);
  if (ts.isReturnStatement(parent)) return isUnknown(returnTypeAround(parent));
  return ts.isExpressionStatement(parent);
};

const isAsserted = ({ parent }: ts.Node): boolean =>
  ts.isAsExpression(parent) || (ts.isParenthesizedExpression(parent) && isAsserted(parent));

const unchecked: Look = (node) =>
  isParsing(node) && !isKeptUnknown(node) ? "takes a type that nothing has checked" : undefined;

const asserted: Look = (node) =>
  isParsing(node) && isAsserted(node) ? "takes a type by `as`, which checks nothing" : undefined;

/** The tools read this repository's own files. */
const TOOLS = ["apps/bench/", "apps/sandbox/", "packages/bootstrap/", "packages/release/"];

/**
 * Calls of `JSON.parse` whose result takes a type that nothing has checked: by `as`, and outside the tools also by an
 * annotation other than `unknown` or `Json`, or by being used as the `any` that it is.
 */
export const uncheckedJson = (files: readonly SourceFile[]): readonly Finding[] =>
  files.flatMap((file) =>
    lookThrough(file, TOOLS.some((tool) => file.path.startsWith(tool)) ? asserted : unchecked),
  );
