import { type Html, html } from "./html.ts";

/** A column of a table on a page. */
interface PageColumn<Row> {
  readonly title: string;
  readonly cell: (row: Row) => Html | string | null;
  /** Whether it holds figures, which are set to the right and add up by eye. */
  readonly isFigure?: boolean;
  /** Its part of the width in per cent, where tables of a kind stand under each other: their columns then do as well. */
  readonly share?: number;
}

/** A kind of table: its columns are the same wherever it stands, and the page's one style knows them. */
export interface PageTable<Row> {
  /** A class of its own. */
  readonly name: string;
  readonly columns: ReadonlyArray<PageColumn<Row>>;
}

const content = (cell: Html | string | null): Html =>
  cell === null
    ? html`<span class="none">–</span>`
    : typeof cell !== "string"
      ? cell
      : cell.trim() === ""
        ? html`<span class="none">blank</span>`
        : html`<bdi>${cell}</bdi>`;

const rowOf =
  <Row>({ columns }: PageTable<Row>) =>
  (row: Row): Html => {
    const cells = columns.map(({ cell }, at) =>
      at === 0 ? html`<th scope="row">${content(cell(row))}</th>` : html`<td>${content(cell(row))}</td>`,
    );
    return html`<tr>${cells}</tr>\n`;
  };

const framed = <Row>(
  { name, columns }: PageTable<Row>,
  caption: string,
  bodies: ReadonlyArray<Html>,
): Html => html`<table class="${name}">
<caption>${content(caption)}</caption>
<thead><tr>${columns.map(({ title }) => html`<th scope="col">${title}</th>`)}</tr></thead>
${bodies}</table>
`;

/** A table whose first column names the row. */
export const tableOf = <Row>(table: PageTable<Row>, caption: string, rows: ReadonlyArray<Row>): Html =>
  framed(table, caption, [html`<tbody>\n${rows.map(rowOf(table))}</tbody>\n`]);

/** A table whose rows stand in groups, each under a heading of its own. */
export const groupedTableOf = <Row>(
  table: PageTable<Row>,
  caption: string,
  groups: ReadonlyArray<{ readonly heading: string; readonly rows: ReadonlyArray<Row> }>,
): Html =>
  framed(
    table,
    caption,
    groups.map(
      ({ heading, rows }) => html`<tbody>
<tr><th colspan="${table.columns.length}" scope="rowgroup">${content(heading)}</th></tr>
${rows.map(rowOf(table))}</tbody>
`,
    ),
  );

/** What of a table the style depends on. */
export interface StyledTable {
  readonly name: string;
  readonly columns: ReadonlyArray<{
    readonly title: string;
    readonly isFigure?: boolean;
    readonly share?: number;
  }>;
}

/** The style of a table. On a narrow screen a row is a card, and what its cells are is said here, and not in each of them. */
export const styleOf = ({ name, columns }: StyledTable) => {
  const nth = (cell: string, at: number): string => `.${name} ${cell}:nth-child(${at + 1})`;
  const figures = columns.flatMap(({ isFigure }, at) => (isFigure === true ? [at] : []));
  const each = (cell: string): string => figures.map((at) => nth(cell, at)).join(",");
  const shares = columns.map(({ share }, at) =>
    share === undefined ? "" : `${nth("th", at)}{width:${share}%}`,
  );
  return {
    wide: [
      figures.length === 0
        ? ""
        : `${each("*")}{min-width:5.5rem;text-align:right;font-variant-numeric:tabular-nums}${each("td")}{overflow-wrap:anywhere}`,
      ...shares,
    ].join(""),
    narrow: columns
      .map(({ title }, at) => (at === 0 ? "" : `${nth("td", at)}::before{content:"${title}: "}`))
      .join(""),
  };
};

/** Rows of a list that a page shows at least; the file named beside it has them all. */
export const MAX_ROWS = 200;

/** Says how many rows a list leaves out, and which file has them all; nothing where it leaves out none. */
export const leftOut = (rows: number, shown: number, file: string): Html =>
  rows <= shown
    ? html``
    : html`<p class="more">${String(rows - shown)} more: <a href="${file}">${file}</a> has all ${String(rows)}.</p>\n`;
