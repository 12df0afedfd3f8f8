/** A table of texts, columns aligned, its head underlined. */
export const printedTable = (
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string => {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      // The first column names a thing; the others are figures.
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  return [title, line(head), rule, ...rows.map(line)].join("\n");
};

/** A ratio as it is printed: `1.25 ×`. */
export const times = (ratio: number): string => `${ratio.toFixed(2)} ×`;

/** A share as it is printed: `0.30 %`. */
export const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;

/** Seconds, for orientation only: they differ from machine to machine and from day to day. */
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

/** Memory in MB. */
export const megabytes = (kib: number): string => `${((kib * 1024) / 1e6).toFixed(0)} MB`;
