import { SpecRefused } from "./json.ts";

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

/** A place in a file that a reader of documents told of: `file:line:column`, and the pointer to it in that file. */
export interface Position {
  readonly at: string;
  readonly pointer: string;
}

/** A text to look pointers up in, and places that are known better. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly positions: readonly Position[];
}

const sharedEnd = (one: string, other: string): number => {
  const [ours, theirs] = [stepsOf(one).toReversed(), stepsOf(other).toReversed()];
  const end = ours.findIndex((step, index) => step !== theirs[index]);
  return end < 0 ? ours.length : end;
};

/** What lay in another file has a pointer there that ends as ours does, in two steps at least. */
const positionOf = (pointer: string, positions: readonly Position[]): Position | undefined => {
  const exact = positions.find((position) => position.pointer === pointer);
  if (exact !== undefined) return exact;
  const ends = positions.map((position) => sharedEnd(pointer, position.pointer));
  const most = Math.max(...ends);
  const found = positions.filter((_, index) => ends[index] === most);
  return most > 1 && found.length === 1 ? found[0] : undefined;
};

/** A finding that begins with a pointer, with file and line before it. */
export const located = ({ file, text, positions }: Source, finding: string): string => {
  const pointer = /^(#\/\S+):/.exec(finding)?.[1];
  if (pointer === undefined) return finding;
  const known = positionOf(pointer, positions);
  if (known !== undefined) return `${known.at}: ${finding}`;
  const line = lineOf(text, pointer);
  return `${file}${line === undefined ? "" : `:${line}`}: ${finding}`;
};

/** Does work on a document, and says of each finding that refuses it where it is: file, line and pointer, as far as it names one. */
export const placing = async <T>(source: Source, work: () => T | Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SpecRefused)) throw error;
    const lines = error.message
      .split("\n")
      .map((line) => (line.startsWith("#/") ? located(source, line) : `${source.file}: ${line}`));
    throw new SpecRefused(lines.join("\n"), { cause: error });
  }
};

/** What Redocly says of a reference that leads nowhere, and of a text that is neither YAML nor JSON. */
const UNRESOLVED = /^\[\d+\] (?<file>\S+?):(?<line>\d+):(?<column>\d+) at (?<pointer>#\S+)/gm;
const UNPARSED = /- (?<what>[^\n]+?) in "(?<file>[^"]+)" \((?<line>\d+):(?<column>\d+)\)/;

/** Where the references stand that Redocly could not resolve; `nameOf` says how a file is called. */
export const unresolvedAt = (said: string, nameOf: (file: string) => string): readonly Position[] =>
  [...said.matchAll(UNRESOLVED)].map(({ groups = {} }) => ({
    at: `${nameOf(groups["file"] ?? "")}:${groups["line"]}:${groups["column"]}`,
    pointer: groups["pointer"] ?? "",
  }));

/** Why it could not read a document, in one sentence with file and line; its own words where it has others. */
export const readFault = (file: string, said: string): string => {
  const { what, line, column } = UNPARSED.exec(said)?.groups ?? {};
  if (what !== undefined) return `${file}:${line}:${column}: #: ${what}`;
  return `${file} cannot be read: ${said.trim().slice(0, 2000)}`;
};
