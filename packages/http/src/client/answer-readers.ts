import type { AnswerReader, HeaderKind, HeadersReader } from "../body-types.ts";
import { notify, orElse } from "../caller-code.ts";
import { isPlain, kindOf, oneLine } from "../errors/clean-text.ts";
import { OptionInvalid } from "../errors/OptionInvalid.ts";
import { mediaTypeOf } from "../send/read-json.ts";
import { limitedStream } from "../send/stream-body.ts";

/**
 * Throws `ContractBroken` for an answer of another media type than the spec lists, such as the page of a proxy: neither a text
 * nor bytes would tell. One that names no type may be any.
 */
const takes: NonNullable<AnswerReader["takes"]> = (received, accept, { api, operation, errors, reply }) => {
  const { headers, body } = received;
  if (accept === undefined || !headers.get("content-type")) return;
  const type = mediaTypeOf(headers) ?? "something that is no media type";
  const listed = accept.split(",").map((one) => one.split(";")[0]?.trim().toLowerCase());
  if (["*/*", type.replace(/\/.*/, "/*"), type].some((one) => listed.includes(one))) return;
  body?.cancel().catch(() => undefined);
  const wrong = { path: "headers.content-type", expected: accept, actual: oneLine(type, 80) };
  throw new errors.contractBroken({ api, operation, ...wrong, reply });
};

/** Reads a body as a text in the encoding that it names, else UTF-8. */
export const textAnswer: AnswerReader = {
  takes,
  text: ({ headers, bytes }, { api, operation, errors, reply }) => {
    const charset = /;\s*charset="?([\w.:-]+)/i.exec(headers.get("content-type") ?? "")?.[1] ?? "utf-8";
    try {
      return new TextDecoder(charset, { fatal: true }).decode(bytes);
    } catch {
      const actual = `${bytes.length} bytes that are none`;
      const expected = `a text in ${charset}`;
      throw new errors.contractBroken({ api, operation, path: "$", expected, actual, reply });
    }
  },
};

/** Hands a body on as it comes. */
export const bytesAnswer: AnswerReader = { takes, stream: limitedStream };

const READ: Readonly<Record<HeaderKind, (text: string) => unknown>> = {
  text: (text) => text,
  integer: (text) =>
    /^[+-]?\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined,
  number: (text) => (text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : undefined),
  boolean: (text) => (text === "true" ? true : text === "false" ? false : undefined),
};

const WANTED: Readonly<Record<HeaderKind, string>> = {
  text: "a text",
  integer: "an integer",
  number: "a number",
  boolean: "true or false",
};

/**
 * Reads the documented headers of an answer, by name in small letters, each as what it is documented to be. One that is
 * something else is left out and reported, like a member of a body that may be wrong: no call fails for what stands beside
 * its answer.
 */
export const headersOf = (kinds: Readonly<Record<string, HeaderKind>>): HeadersReader => {
  const areKinds = orElse(
    () => isPlain(kinds) && Object.values(kinds).every((kind) => Object.hasOwn(READ, kind)),
    () => false,
  );
  if (!areKinds) {
    const expected = "text, integer, number or boolean by name";
    throw new OptionInvalid({ of: "headersOf", option: "kinds", expected, actual: kindOf(kinds) });
  }
  return (came, { operation, onViolation }) => {
    const read: [string, unknown][] = [];
    for (const [name, kind] of Object.entries(kinds)) {
      const text = came.get(name);
      if (text === null) continue;
      const value = READ[kind](text);
      if (value !== undefined) read.push([name, value]);
      else {
        const fault = { path: `headers.${name}`, expected: WANTED[kind], actual: kindOf(text) };
        notify({ onViolation }, "onViolation", { operation, ...fault, leftOut: "field" });
      }
    }
    return Object.fromEntries(read);
  };
};
