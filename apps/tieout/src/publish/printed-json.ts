/** A value as the JSON files of a report print it: indented, with a line end. */
export const printedJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
