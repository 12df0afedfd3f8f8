import type { BodyWriter, BytesBody, PartRule } from "../body-types.ts";
import { orElse } from "../caller-code.ts";
import { RequestInvalid } from "../errors/api-errors.ts";
import { isHeaderText, isPlain, kindOf } from "../errors/clean-text.ts";
import { OptionInvalid } from "../errors/OptionInvalid.ts";
import type { FormRules } from "../operation.ts";
import { invalid } from "../validate/check-request.ts";
import type { CheckContext } from "../validate/validator.ts";
import { formText } from "./serialise-parameters.ts";

const FORM = "application/x-www-form-urlencoded";
const OCTETS = "application/octet-stream";

/** Writes a body as a form: its members one after another, as a query has them, by the rules of those that are special. */
export const formBody = (rules: Readonly<Record<string, FormRules>>): BodyWriter => {
  checkRules("formBody", rules);
  return writerOf((body, context) => ({ body: formText(body, rules, context), contentType: FORM }));
};

/** Writes a body as parts (RFC 7578): a list as several of one name, an object as JSON, a file with its name. */
export const partsBody = (rules: Readonly<Record<string, PartRule>>): BodyWriter => {
  checkRules("partsBody", rules);
  // The platform says the type, with the boundary that it chose.
  return writerOf((body, context) => ({ body: partsOf(body, rules, context), contentType: undefined }));
};

/** Sends a text as it is. */
export const textBody = (contentType: string): BodyWriter => {
  checkType("textBody", contentType);
  return (body, context) => {
    if (typeof body === "string") return { body, contentType };
    throw refused(context, { path: "$", expected: "a text" }, body);
  };
};

/** Sends bytes as they are. Without a type of the spec, it is that of the `Blob`. */
export const bytesBody = (contentType?: string): BodyWriter => {
  if (contentType !== undefined) checkType("bytesBody", contentType);
  return writerOf((body, context) => {
    if (!isBytes(body)) {
      throw refused(
        context,
        { path: "$", expected: "a Blob, an ArrayBuffer, bytes or a stream of them" },
        body,
      );
    }
    const ownType = body instanceof Blob && body.type !== "" ? body.type : OCTETS;
    return { body, contentType: contentType ?? ownType };
  });
};

/** A body may be anything, such as a `Proxy` that throws when it is looked at. */
const writerOf =
  (write: BodyWriter): BodyWriter =>
  (body, context) =>
    orElse(
      () => write(body, context),
      (error) => {
        if (error instanceof RequestInvalid) throw error;
        throw invalid(context, { path: "$", expected: "a body that can be read", actual: "one that throws" });
      },
    );

const checkRules = (of: string, rules: unknown): void => {
  const areRules = orElse(
    () => isPlain(rules) && Object.values(rules).every(isPlain),
    () => false,
  );
  if (areRules) return;
  throw new OptionInvalid({ of, option: "rules", expected: "rules by name", actual: kindOf(rules) });
};

const checkType = (of: string, type: unknown): void => {
  if (typeof type === "string" && isHeaderText(type)) return;
  throw new OptionInvalid({ of, option: "contentType", expected: "a media type", actual: kindOf(type) });
};

const isBytes = (value: unknown): value is BytesBody =>
  value instanceof Blob ||
  value instanceof ArrayBuffer ||
  value instanceof Uint8Array ||
  value instanceof ReadableStream;

const refused = (
  context: CheckContext,
  fault: { readonly path: string; readonly expected: string },
  given: unknown,
): Error => invalid(context, { ...fault, actual: kindOf(given) });

const partsOf = (
  body: unknown,
  rules: Readonly<Record<string, PartRule>>,
  context: CheckContext,
): FormData => {
  if (!isPlain(body)) throw refused(context, { path: "$", expected: "parts by name" }, body);
  const parts = new FormData();
  for (const [name, given] of Object.entries(body)) {
    const path = `$.${name}`;
    const { isFile = false, contentType } = (Object.hasOwn(rules, name) && rules[name]) || {};
    for (const value of Array.isArray(given) ? given : [given]) {
      if (value === undefined) continue;
      if (value instanceof Blob) parts.append(name, value);
      else if (isFile) throw refused(context, { path, expected: "a Blob or File" }, value);
      else {
        const text = partText(value);
        if (text === undefined) {
          throw refused(context, { path, expected: "a value of JSON, a Blob or a File" }, value);
        }
        const type = contentType ?? (isScalar(value) ? undefined : "application/json");
        parts.append(name, type === undefined ? text : new Blob([text], { type }));
      }
    }
  }
  return parts;
};

const isScalar = (value: unknown): boolean =>
  /^(?:string|boolean|bigint)$/.test(typeof value) || Number.isFinite(value);

const partText = (value: unknown): string | undefined => {
  if (isScalar(value)) return String(value);
  return value === null || isPlain(value) || Array.isArray(value) ? JSON.stringify(value) : undefined;
};
