import { CST, Parser } from "yaml";
import { SpecRefused } from "./json.ts";

/** The steps of a JSON pointer, as they stand in a document. */
export const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .slice("#/".length)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

/** The values of a text as they stand there; of what is no YAML, as far as it is. */
const tokensOf = (text: string): CST.Token | undefined =>
  [...new Parser().parse(text)].flatMap((token) => (token.type === "document" ? (token.value ?? []) : []))[0];

/** The member of a collection that a step of a pointer names: where it begins, and its value. */
const memberIn = (
  holder: CST.Token,
  step: string,
): { readonly offset: number; readonly value: CST.Token | undefined } | undefined => {
  if (!("items" in holder)) return undefined;
  const isList =
    holder.type === "block-seq" || (holder.type === "flow-collection" && holder.start.source === "[");
  const held = holder.items.filter(({ key, value }) => (key ?? value) !== undefined);
  const item = isList
    ? held[Number(step)]
    : // Of a key that stands there twice, readers take the last.
      held.findLast(({ key }) => CST.resolveAsScalar(key ?? null)?.value === step);
  const begin = item?.key ?? item?.value;
  return item && begin ? { offset: begin.offset, value: item.value } : undefined;
};

/**
 * The line on which the member that a pointer names begins, counted from 1. Undefined where there is none, such as in a
 * document that refers to another.
 */
const lineIn = ({ text, tokens }: ReadText, pointer: string): number | undefined => {
  let here = tokens;
  let offset: number | undefined;
  for (const step of stepsOf(pointer)) {
    const found = here && memberIn(here, step);
    if (found === undefined) return undefined;
    offset = found.offset;
    here = found.value;
  }
  return offset === undefined ? undefined : text.slice(0, offset).split("\n").length;
};

interface ReadText {
  readonly text: string;
  readonly tokens: CST.Token | undefined;
}

/** Each text is taken apart once, and not before something is to be found in it: large ones take seconds. */
const texts = new WeakMap<Source, ReadText>();

/** The line of a pointer in a document as it lies there. */
export const lineOf = (source: Source, pointer: string): number | undefined => {
  const read = texts.get(source) ?? { text: source.text, tokens: tokensOf(source.text) };
  texts.set(source, read);
  return lineIn(read, pointer);
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
export const located = (source: Source, finding: string): string => {
  const { file, positions } = source;
  const pointer = /^(#(?:\/.*?)?): /.exec(finding)?.[1];
  if (pointer === undefined) return finding;
  const known = positionOf(pointer, positions);
  if (known !== undefined) return `${known.at}: ${finding}`;
  const line = pointer === "#" ? 1 : lineOf(source, pointer);
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
      .map((line) => (/^#[/:]/.test(line) ? located(source, line) : `${source.file}: ${line}`));
    throw new SpecRefused(lines.join("\n"), { cause: error });
  }
};

/** What Redocly says of a reference that leads nowhere, and of a text that is neither YAML nor JSON. */
const UNRESOLVED = /^\[\d+\] (?<file>.+?):(?<line>\d+):(?<column>\d+) at (?<pointer>#.+)$/gm;
const UNPARSED = /- (?<what>[^\n]+?) in "(?<file>[^"]+)" \((?<line>\d+):(?<column>\d+)\)/;

/** Where the references stand that Redocly could not resolve; `nameOf` says how a file is called. */
export const unresolvedAt = (said: string, nameOf: (file: string) => string): readonly Position[] =>
  [...said.matchAll(UNRESOLVED)].map(({ groups = {} }) => ({
    at: `${nameOf(groups["file"] ?? "")}:${groups["line"]}:${groups["column"]}`,
    pointer: groups["pointer"] ?? "",
  }));

/** Whether it said where in a text it could not read on. */
export const saysWhere = (said: string): boolean => UNPARSED.test(said);

/** Why it could not read a document, in one sentence with file and line; its own words where it has others. */
export const readFault = (file: string, said: string): string => {
  const { what, line, column } = UNPARSED.exec(said)?.groups ?? {};
  if (what !== undefined) return `${file}:${line}:${column}: #: ${what}`;
  return `${file} cannot be read: ${said.trim().replaceAll(/\s+/g, " ").slice(0, 2000)}`;
};
