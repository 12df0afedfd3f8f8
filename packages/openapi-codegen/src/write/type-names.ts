import ts from "typescript";

/** Names that `types.ts` uses itself, and that a package's barrel has for something else. */
const TAKEN = new Set([
  ...[
    "Record",
    "Readonly",
    "ReadonlyArray",
    "Required",
    "Partial",
    "Omit",
    "Pick",
    "Exclude",
    "Extract",
    "Array",
  ],
  ...[
    "NonNullable",
    "Promise",
    "Date",
    "Error",
    "Map",
    "Set",
    "String",
    "Number",
    "Boolean",
    "Object",
    "Function",
  ],
  ...["WithRequired", "OneOf", "XOR", "Without", "FlattenedDeepRequired", "ReadonlyArray"],
  ...[
    "Answer",
    "CallOptions",
    "Limiter",
    "OnViolation",
    "PagedMethod",
    "Secret",
    "Violation",
    "Methods",
    "Refusals",
  ],
  ...["WalkEndless", "WalkUnstable", "Operation", "Security"],
  ...["Blob", "BytesBody", "HeadedAnswer", "ReadableStream"],
]);

const REFERENCE = /^components\['(\w+)'\]\['(.+)'\]$/s;

const referenceOf = (node: ts.Node): readonly [string, string] | undefined => {
  if (!ts.isTypeAliasDeclaration(node) || !ts.isTypeReferenceNode(node.type)) return undefined;
  const { typeName } = node.type;
  const match = ts.isIdentifier(typeName) ? REFERENCE.exec(typeName.text) : null;
  return match?.[1] === undefined || match[2] === undefined ? undefined : [match[1], match[2]];
};

const pascal = (name: string): string =>
  name.replaceAll(
    /(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])?/g,
    (_, letter: string | undefined) => letter?.toUpperCase() ?? "",
  );

const alias = (name: string, holder: string, component: string): ts.TypeAliasDeclaration =>
  ts.factory.createTypeAliasDeclaration(
    [ts.factory.createModifier(ts.SyntaxKind.ExportKeyword)],
    name,
    undefined,
    ts.factory.createTypeReferenceNode(`components['${holder}']['${component}']`),
  );

/**
 * Gives every component a type name of its own. Of two whose names come to the same (`foo-bar`, `foo_bar`)
 * openapi-typescript keeps one; a name may also begin with a digit, or be one that the file needs itself.
 */
export const withOwnNames = (
  nodes: readonly ts.Node[],
  components: Readonly<Record<string, readonly string[]>>,
) => {
  const used = new Set<string>();
  const unique = (wanted: string): string => {
    // Of a name without letters nothing is left.
    const plain = /^\d/.test(wanted) ? `_${wanted}` : wanted || "Unnamed";
    const free = TAKEN.has(plain) ? `${plain}Schema` : plain;
    let name = free;
    for (let number = 2; used.has(name); number += 1) name = `${free}_${number}`;
    used.add(name);
    return name;
  };
  const named = new Set<string>();
  const kept = nodes.map((node) => {
    const reference = referenceOf(node);
    if (reference === undefined || !ts.isTypeAliasDeclaration(node)) return node;
    named.add(reference.join(" "));
    const name = unique(node.name.text);
    return name === node.name.text ? node : alias(name, ...reference);
  });
  const lost = Object.entries(components).flatMap(([holder, names]) =>
    names
      .filter((name) => !named.has(`${holder} ${name}`))
      .map((name) => alias(unique(pascal(name)), holder, name)),
  );
  return [...kept, ...lost];
};
