import { fullFormats } from "ajv-formats/dist/formats.js";
import type { Code } from "./code.ts";

/** Those of which one expression cannot say what they are. */
const FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ["date", "isDate"],
  ["time", "isTime"],
  ["date-time", "isDateTime"],
  ["iso-time", "isLocalTime"],
  ["iso-date-time", "isLocalDateTime"],
  ["regex", "isRegex"],
]);

/**
 * A scheme, and after it only what a URI may hold (RFC 3986). The one of ajv-formats takes the parts of an address
 * apart, which costs more than to parse the body around it.
 */
export const URI = /^[a-z][a-z\d+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-f]{2})+$/i;

const BYTES = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/m;

/** The check of a format, in the words of `ajv-formats`; nothing where the format decides nothing. */
export const formatCode = (name: string, code: Code): string | undefined => {
  if (name === "int32" || name === "int64") return code.use(name);
  const given = FUNCTIONS.get(name);
  if (given !== undefined) return code.call("format", JSON.stringify(name), code.use(given));
  const expression =
    name === "uri"
      ? URI
      : name === "byte"
        ? BYTES
        : Object.entries(fullFormats).find(([one]) => one === name)?.[1];
  return expression instanceof RegExp
    ? code.call("format", JSON.stringify(name), String(expression))
    : undefined;
};
