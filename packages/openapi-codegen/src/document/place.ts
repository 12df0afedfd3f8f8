/** The steps of a JSON pointer, as they stand in a document. */
const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .slice("#/".length)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

/**
 * The line on which the member that a pointer names begins, counted from 1: the first place where its steps follow each
 * other as keys. Undefined where they do not, such as in a document that refers to another.
 */
export const lineOf = (text: string, pointer: string): number | undefined => {
  let at = 0;
  for (const step of stepsOf(pointer)) {
    const key = step.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    const found = new RegExp(`(?:^|[{,])\\s*["']?${key}["']?\\s*:`, "m").exec(text.slice(at));
    if (found === null) return undefined;
    at += found.index + found[0].length;
  }
  return text.slice(0, at).split("\n").length;
};

/** A finding that begins with a pointer, with file and line before it. */
export const located = (
  { file, text }: { readonly file: string; readonly text: string },
  finding: string,
): string => {
  const pointer = /^(#\/\S+):/.exec(finding)?.[1];
  if (pointer === undefined) return finding;
  const line = lineOf(text, pointer);
  return `${file}${line === undefined ? "" : `:${line}`}: ${finding}`;
};

/** What Redocly says of a reference that leads nowhere, and of a text that is neither YAML nor JSON. */
const UNRESOLVED =
  /^\[\d+\] (?<file>\S+?):(?<line>\d+):(?<column>\d+) at (?<pointer>#\S+)\s+(?<what>[^\n]+)/gm;
const UNPARSED = /- (?<what>[^\n]+?) in "(?<file>[^"]+)" \((?<line>\d+):(?<column>\d+)\)/;

/** Each of its findings in one sentence with file, line and pointer; its own words where it has others. */
export const readFaults = (file: string, said: string): string => {
  const unresolved = [...said.matchAll(UNRESOLVED)].map(
    ({ groups = {} }) =>
      `${file}:${groups["line"]}:${groups["column"]}: ${groups["pointer"]}: ${groups["what"]}`,
  );
  if (unresolved.length > 0) return unresolved.join("; ");
  const { what, line, column } = UNPARSED.exec(said)?.groups ?? {};
  if (what !== undefined) return `${file}:${line}:${column}: #: ${what}`;
  return `${file} cannot be read: ${said.trim().slice(0, 2000)}`;
};
