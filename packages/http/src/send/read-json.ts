import type { ContractBroken } from "../errors/api-errors.ts";
import { oneLine } from "../errors/clean-text.ts";
import { hasTooManyValues, isNestedDeep, MAX_JSON_VALUES } from "./json-shape.ts";
import type { ReadContext, ReceivedBody } from "./received-body.ts";

/** A body that was parsed, or the error for one that is not worth it: asking again would bring the same. */
export type ReadJson =
  | { readonly parsed: unknown; readonly isDeep: boolean }
  | { readonly refused: ContractBroken };

/**
 * Parses a 2xx body that is promised to be JSON. Throws `ContractBroken` for anything else, an empty
 * body and broken UTF-8 included; the message names the kind of what came, never its text. One of more than
 * {@link MAX_JSON_VALUES} values is not parsed.
 */
export const readJson = ({ headers, bytes }: ReceivedBody, context: ReadContext): ReadJson => {
  const { api, operation, errors, reply } = context;
  if (hasTooManyValues(bytes)) {
    const text = { expected: `an answer of at most ${MAX_JSON_VALUES} values`, actual: "a longer one" };
    return { refused: new errors.contractBroken({ api, operation, path: "$", ...text, reply }) };
  }
  try {
    if (bytes.length > 0) {
      const parsed: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
      return { parsed, isDeep: isNestedDeep(parsed) };
    }
  } catch {
    // Reported below: the parser's own message would quote the body.
  }
  const type = mediaTypeOf(headers);
  const kind = type === undefined ? "" : ` sent as ${oneLine(type, 60)}`;
  const actual = bytes.length === 0 ? "an empty body" : `${bytes.length} bytes${kind} that do not parse`;
  throw new errors.contractBroken({ api, operation, path: "$", expected: "JSON", actual, reply });
};

/** The media type that an answer names, in small letters and without parameters; `undefined` where it names none. */
export const mediaTypeOf = (headers: Headers): string | undefined => {
  const type = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  return type && /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : undefined;
};
