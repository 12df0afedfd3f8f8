import { cleanText, type Key, oneLine } from "./clean-text.ts";

/** The longest detail that is kept of an error body, in characters. */
const MAX_DETAIL_CHARS = 160;

/** The message of an error body. Both may be empty. */
export interface ErrorDetail {
  readonly detail: string;
  readonly code?: string;
}

/**
 * Picks the message out of an error body, whatever its shape: `detail` as a text, a list of
 * `{loc, msg}` or an object (Koard fact 5.28), `error: {code, message}`, a top-level `code`, a text
 * `error` (Record fact 4.2), a top-level `message`. A body that is no JSON, such as a proxy's page, has none.
 */
export const errorDetail = (body: string, secrets: readonly Key[]): ErrorDetail => {
  const parsed = parsedOrUndefined(body);
  const error = member(parsed, "error");
  const code = firstText(member(error, "code"), member(parsed, "code"));
  const detail = firstText(
    detailText(member(parsed, "detail")),
    member(error, "message"),
    error,
    member(parsed, "message"),
  );
  // The key is blotted out before the text is cut, or half of it might stay at the end.
  const clean = (text: string, maxChars: number): string => oneLine(cleanText(text, secrets), maxChars);
  return { detail: clean(detail, MAX_DETAIL_CHARS), ...(code === "" ? {} : { code: clean(code, 60) }) };
};

/** `detail` in one text: as it is, or the message of each problem in it, the place first. */
const detailText = (detail: unknown): string => {
  if (Array.isArray(detail)) return detail.slice(0, 3).map(problemText).filter(Boolean).join("; ");
  return typeof detail === "string" ? detail : problemText(detail);
};

const problemText = (problem: unknown): string => {
  if (typeof problem === "string") return problem;
  const loc = member(problem, "loc");
  const place = Array.isArray(loc) ? loc.filter((part) => typeof part !== "object").join(".") : "";
  const text = firstText(
    member(problem, "msg"),
    member(problem, "message"),
    member(problem, "detail"),
    member(problem, "code"),
  );
  return [place, text].filter(Boolean).join(": ");
};

const firstText = (...candidates: readonly unknown[]): string => {
  for (const candidate of candidates) if (typeof candidate === "string" && candidate !== "") return candidate;
  return "";
};

const member = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;

const parsedOrUndefined = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};
