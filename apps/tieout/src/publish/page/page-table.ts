import { type Html, html } from "./html.ts";

/** A column of a table on a page. */
interface PageColumn<Row> {
  readonly title: string;
  readonly cell: (row: Row) => Html | string | null;
  /** Whether it holds figures, which are set to the right and add up by eye. */
  readonly isFigure?: boolean;
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

/** A table whose first column names the row. */
export const tableOf = <Row>(
  { name, columns }: PageTable<Row>,
  caption: string,
  rows: ReadonlyArray<Row>,
): Html => {
  const heads = columns.map(({ title }) => html`<th scope="col">${title}</th>`);
  const body = rows.map((row) => {
    const cells = columns.map(({ cell }, at) =>
      at === 0 ? html`<th scope="row">${content(cell(row))}</th>` : html`<td>${content(cell(row))}</td>`,
    );
    return html`<tr>${cells}</tr>\n`;
  });
  return html`<table class="${name}">
<caption>${caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${body}</tbody>
</table>
`;
};

/** What of a table the style depends on. */
export interface StyledTable {
  readonly name: string;
  readonly columns: ReadonlyArray<{ readonly title: string; readonly isFigure?: boolean }>;
}

/** The style of a table. On a narrow screen a row is a card, and what its cells are is said here, and not in each of them. */
export const styleOf = ({ name, columns }: StyledTable) => {
  const nth = (cell: string, at: number): string => `.${name} ${cell}:nth-child(${at + 1})`;
  const figures = columns.flatMap(({ isFigure }, at) => (isFigure === true ? [at] : []));
  const each = (cell: string): string => figures.map((at) => nth(cell, at)).join(",");
  return {
    wide:
      figures.length === 0
        ? ""
        : `${each("*")}{min-width:5.5rem;text-align:right;font-variant-numeric:tabular-nums}${each("td")}{overflow-wrap:anywhere}`,
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
