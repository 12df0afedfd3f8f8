import { type ParseOptions, parse, printParseErrorCode, visit } from "jsonc-parser";

/** A text as JSON with comments: its value, or what is wrong with it, each with line and column. */
export type JsoncRead = { readonly json: unknown } | { readonly faults: ReadonlyArray<string> };

const OPTIONS: ParseOptions = { allowTrailingComma: true };

/** Some editors begin a file with a byte order mark. */
const BYTE_ORDER_MARK = /^\uFEFF/;

const at = (line: number, character: number): string => `line ${line + 1}, column ${character + 1}`;

/** `CommaExpected` as `comma expected`. */
const words = (code: string): string =>
  code.replaceAll(/[A-Z]/g, (letter, place) => `${place === 0 ? "" : " "}${letter.toLowerCase()}`);

/**
 * Reads JSON in which comments and trailing commas are allowed. A member that stands twice in one object is a fault: the
 * first one would do nothing, and nobody would know. What comes after a fault of form is mostly its consequence, so the
 * first of those alone is named.
 */
export const readJsonc = (text: string): JsoncRead => {
  const content = text.replace(BYTE_ORDER_MARK, "");
  const broken: Array<string> = [];
  const unusable: Array<string> = [];
  const places = new Map<string, string>();
  visit(
    content,
    {
      onError: (code, ...[, , line, character]) =>
        broken.push(`is not JSON: ${at(line, character)}: ${words(printParseErrorCode(code))}`),
      onObjectProperty: (name, ...[, , line, character, path]) => {
        const member = JSON.stringify([...path(), name]);
        const earlier = places.get(member);
        if (earlier !== undefined)
          unusable.push(
            `has ${JSON.stringify(name)} twice in one object: ${earlier}, and ${at(line, character)}`,
          );
        // The parser would take it for the prototype of the object, and lose it.
        if (name === "__proto__")
          unusable.push(`has "__proto__", which is no setting: ${at(line, character)}`);
        places.set(member, at(line, character));
      },
    },
    OPTIONS,
  );
  const faults = [...broken.slice(0, 1), ...unusable];
  return faults.length > 0 ? { faults } : { json: parse(content, [], OPTIONS) };
};
