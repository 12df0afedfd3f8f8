import { parseXml, XmlElement, type XmlNode, XmlText } from "@rgrove/parse-xml";

/** A cell as a user finds it in the sheet. */
export interface Cell {
  readonly type: "empty" | "string" | "float" | "date" | "other";
  readonly formula: string | null;
  /** What a cell of type `float` or `date` holds, in OpenDocument's own notation. */
  readonly value: string;
  /** What the cell shows; lines end with `\n`. */
  readonly text: string;
}

const EMPTY: Cell = { type: "empty", formula: null, value: "", text: "" };

const children = (node: XmlElement, name: string): readonly XmlElement[] =>
  node.children.filter((child): child is XmlElement => child instanceof XmlElement && child.name === name);

const descendants = (node: XmlElement, name: string): readonly XmlElement[] =>
  node.children.flatMap((child) => {
    if (!(child instanceof XmlElement)) return [];
    return child.name === name ? [child] : descendants(child, name);
  });

/** The text of a paragraph: runs of blanks, tabs and line breaks are elements of their own. */
const textOf = (node: XmlNode): string => {
  if (node instanceof XmlText) return node.text;
  if (!(node instanceof XmlElement)) return "";
  if (node.name === "text:s") return " ".repeat(Number(node.attributes["text:c"] ?? 1));
  if (node.name === "text:tab") return "\t";
  if (node.name === "text:line-break") return "\n";
  return node.children.map(textOf).join("");
};

const typeOf = (name: string | undefined): Cell["type"] => {
  if (name === undefined) return "empty";
  return name === "string" || name === "float" || name === "date" ? name : "other";
};

const cellOf = (node: XmlElement): Cell => ({
  type: typeOf(node.attributes["office:value-type"]),
  formula: node.attributes["table:formula"] ?? null,
  value: node.attributes["office:value"] ?? node.attributes["office:date-value"] ?? "",
  text: children(node, "text:p").map(textOf).join("\n"),
});

/** The rest of a sheet's rows and columns is one repeated empty cell: what is used is far smaller. */
const MAX_REPEATED = 1000;

const repeated = <Item>(count: string | undefined, item: Item): readonly Item[] =>
  Number(count ?? 1) > MAX_REPEATED ? [] : Array.from({ length: Number(count ?? 1) }, () => item);

const rowsOf = (table: XmlElement): readonly (readonly Cell[])[] =>
  descendants(table, "table:table-row").flatMap((row) => {
    const cells = children(row, "table:table-cell").flatMap((node) => {
      const cell = cellOf(node);
      return repeated(node.attributes["table:number-columns-repeated"], cell);
    });
    return repeated(row.attributes["table:number-rows-repeated"], cells);
  });

/** The rows of every table of a flat OpenDocument file (`.fods`), by its name; trailing empty cells may be left out. */
export const tablesOf = (fods: string): ReadonlyMap<string, readonly (readonly Cell[])[]> => {
  const { root } = parseXml(fods);
  if (root === null) throw new Error("a sheet without a root");
  return new Map(
    descendants(root, "table:table").map((table) => [table.attributes["table:name"] ?? "", rowsOf(table)]),
  );
};

/** The rows of a file with one table. */
export const cellsOf = (fods: string): readonly (readonly Cell[])[] => [...tablesOf(fods).values()].flat();

/** The cell of a column, empty where the row ends before it. */
export const cellAt = (row: readonly Cell[], column: number): Cell => row[column] ?? EMPTY;
