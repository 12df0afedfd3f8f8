import ts from "typescript";

/** One change of one place in a source. */
export interface Mutant {
  /** Counted from 1. */
  readonly line: number;
  /** What stands there, and what stands there instead. */
  readonly from: string;
  readonly to: string;
  /** The whole source with the change in it. */
  readonly text: string;
}

/** Operators, and those that stand in for them. */
const OPERATORS: ReadonlyMap<string, string> = new Map([
  ["+", "-"],
  ["-", "+"],
  ["*", "/"],
  ["/", "*"],
  ["===", "!=="],
  ["!==", "==="],
  ["<", "<="],
  ["<=", "<"],
  [">", ">="],
  [">=", ">"],
  ["&&", "||"],
  ["||", "&&"],
  ["+=", "-="],
  ["-=", "+="],
]);

/** Calls that stand in for others; an empty name takes the call away. */
const CALLS: ReadonlyMap<string, string> = new Map([
  ["some", "every"],
  ["every", "some"],
  ["filter", ""],
  ["toSorted", ""],
  ["sort", ""],
  ["toReversed", ""],
  ["trim", ""],
  ["toLowerCase", ""],
  ["startsWith", "endsWith"],
  ["endsWith", "startsWith"],
]);

/** Whether a node is only there for the compiler, or names a file. */
const isNoCode = (node: ts.Node): boolean =>
  ts.isTypeNode(node) ||
  ts.isImportDeclaration(node) ||
  ts.isExportDeclaration(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node);

const isKey = ({ parent }: ts.Node, node: ts.Node): boolean =>
  (ts.isPropertyAssignment(parent) && parent.name === node) || ts.isLiteralTypeNode(parent);

const literalFor = (node: ts.Node): string | undefined => {
  if (node.kind === ts.SyntaxKind.TrueKeyword) return "false";
  if (node.kind === ts.SyntaxKind.FalseKeyword) return "true";
  if (ts.isNumericLiteral(node)) return `(${node.getText()} + 1)`;
  if (ts.isStringLiteral(node) && !isKey(node, node)) return node.text === "" ? '"mutant"' : '""';
  return undefined;
};

const callFor = (node: ts.Node): string | undefined => {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { expression, name } = node.expression;
  const other = CALLS.get(name.text);
  if (other === undefined) return undefined;
  const held = expression.getText();
  const given = node.arguments.map((argument) => argument.getText()).join(", ");
  return other === "" ? held : `${held}.${other}(${given})`;
};

const branchFor = (node: ts.Node): string | undefined => {
  if (ts.isConditionalExpression(node)) {
    const [condition, then, otherwise] = [node.condition, node.whenTrue, node.whenFalse].map((part) =>
      part.getText(),
    );
    return `${condition} ? ${otherwise} : ${then}`;
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return node.operand.getText();
  return undefined;
};

const operatorFor = (node: ts.Node): string | undefined =>
  node.parent !== undefined && ts.isBinaryExpression(node.parent) && node.parent.operatorToken === node
    ? OPERATORS.get(node.getText())
    : undefined;

const conditionFor = (node: ts.Node): string | undefined =>
  node.parent !== undefined && ts.isIfStatement(node.parent) && node.parent.expression === node
    ? `!(${node.getText()})`
    : undefined;

const WAYS = [operatorFor, conditionFor, literalFor, callFor, branchFor];

/** Every change that is made to a source, in the order of its places. */
export const mutantsOf = (path: string, text: string): readonly Mutant[] => {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    if (isNoCode(node)) return;
    if (!ts.isSourceFile(node))
      for (const way of WAYS) {
        const to = way(node);
        if (to === undefined) continue;
        const [start, end] = [node.getStart(file), node.getEnd()];
        mutants.push({
          line: file.getLineAndCharacterOfPosition(start).line + 1,
          from: node.getText(file),
          to,
          text: `${text.slice(0, start)}${to}${text.slice(end)}`,
        });
      }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return mutants;
};
