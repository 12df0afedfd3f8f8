import { maskFound, oneLine, REDACTED } from "../errors/clean-text.ts";
import { jsonPath, type Steps, stepsOf, valueAt } from "./pointer.ts";
import type { ValidationIssue } from "./validator.ts";

/** The longest description of a value, in characters. */
const MAX_ACTUAL_CHARS = 80;

/** An issue in words. */
export interface IssueText {
  readonly path: string;
  readonly expected: string;
  readonly actual: string;
}

/**
 * The most precise of the issues of one fault, in words. Where a value fits none of several schemas
 * (`anyOf`), the deepest issue is the most precise, and types wanted of the same value become `string or null`.
 * `origin` translates steps into those of the body as it came.
 */
export const describeIssues = (
  body: unknown,
  issues: readonly ValidationIssue[],
  origin: (steps: Steps) => Steps = (steps) => steps,
): IssueText => {
  const first = mostPrecise(issues);
  if (first === undefined) return { path: "$", expected: "a body that keeps to the spec", actual: "another" };
  const steps = stepsOf(first.instancePath);
  const missing = missingMember(first);
  if (missing !== undefined) {
    return { path: jsonPath([...origin(steps), missing]), expected: "a value", actual: "nothing" };
  }
  const sameKind = issues.filter(
    ({ keyword, instancePath }) => keyword === first.keyword && instancePath === first.instancePath,
  );
  const branches = isDiscriminating(first, issues) ? first.params["allowedValues"] : undefined;
  const wanted =
    first.keyword === "type"
      ? new Set(sameKind.map(expectation))
      : (branchNames(branches) ?? [expectation(first)]);
  return {
    path: jsonPath(origin(steps)),
    expected: oneLine([...wanted].join(" or "), MAX_ACTUAL_CHARS),
    actual: oneLine(describeValue(valueAt(body, steps), first), MAX_ACTUAL_CHARS),
  };
};

/** Whether the value is what would have chosen between the branches of a union. */
const isDiscriminating = (
  { keyword, instancePath }: ValidationIssue,
  issues: readonly ValidationIssue[],
): boolean =>
  keyword === "enum" &&
  issues.some(
    (one) => one.keyword === "discriminator" && `${one.instancePath}/${one.params["tag"]}` === instancePath,
  );

const branchNames = (values: unknown): readonly string[] | undefined =>
  Array.isArray(values) ? values.map(String) : undefined;

/** Mean only that one of the issues before them applies. */
const COMPOSITE_KEYWORDS: ReadonlySet<string> = new Set(["anyOf", "oneOf", "allOf", "if", "discriminator"]);

const mostPrecise = (issues: readonly ValidationIssue[]): ValidationIssue | undefined => {
  const simple = issues.filter(({ keyword }) => !COMPOSITE_KEYWORDS.has(keyword));
  if (simple.length === issues.length) return issues[0];
  const depth = (issue: ValidationIssue): number =>
    stepsOf(issue.instancePath).length + (missingMember(issue) === undefined ? 0 : 1);
  return (
    simple.reduce<ValidationIssue | undefined>(
      (deepest, issue) => (deepest === undefined || depth(issue) > depth(deepest) ? issue : deepest),
      undefined,
    ) ?? issues[0]
  );
};

const missingMember = (issue: ValidationIssue): string | undefined => {
  const { missingProperty: name } = issue.params;
  return issue.keyword === "required" && typeof name === "string" ? name : undefined;
};

const expectation = ({ keyword, params, message }: ValidationIssue): string => {
  const { type, format, limit, comparison, pattern, allowedValue, allowedValues, multipleOf } = params;
  switch (keyword) {
    case "type":
      return Array.isArray(type) ? type.join(" or ") : String(type);
    case "format":
      return `a text of the format ${String(format)}`;
    case "const":
      return JSON.stringify(allowedValue);
    case "enum":
      return Array.isArray(allowedValues)
        ? `one of ${allowedValues.map(String).join(", ")}`
        : "a listed value";
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
      return `a number ${String(comparison)} ${String(limit)}`;
    case "minLength":
    case "minItems":
    case "minProperties":
      return `at least ${String(limit)} ${sizeUnit(keyword)}`;
    case "maxLength":
    case "maxItems":
    case "maxProperties":
      return `at most ${String(limit)} ${sizeUnit(keyword)}`;
    case "pattern":
      return `a text like ${String(pattern)}`;
    case "multipleOf":
      return `a multiple of ${String(multipleOf)}`;
    default:
      return message ?? keyword;
  }
};

const sizeUnit = (keyword: string): string => {
  if (keyword.endsWith("Length")) return "characters";
  return keyword.endsWith("Items") ? "items" : "members";
};

/**
 * A value without what may be personal. Booleans and null are shown, and so are numbers, but for digits as many as a card
 * has where the spec wants no number. A text is shown only where the spec wants something there that no person is: a
 * number, an instant, one of a list; else its length is.
 */
const describeValue = (value: unknown, issue: ValidationIssue): string => {
  if (typeof value === "string") {
    return isShowable(value, issue) ? JSON.stringify(value) : `a text of ${value.length} characters`;
  }
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (value instanceof Date) return "a Date";
  if (typeof value === "object" && value !== null) return `an object of ${Object.keys(value).length} members`;
  // Digits beyond 2^53 were lost in parsing, so what is left of them is not what was sent.
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return `about ${String(value)}`;
  const shown = value === undefined ? "nothing" : String(value);
  return WORD_KEYWORDS.has(issue.keyword) && !wantsNumber(issue) ? masked(shown) : shown;
};

const masked = (text: string): string => maskFound(text, () => REDACTED);

/** Of these an issue may be about something that is no number, where a number stands. */
const WORD_KEYWORDS: ReadonlySet<string> = new Set(["type", "enum", "const"]);

const wantsNumber = ({ keyword, params: { type } }: ValidationIssue): boolean =>
  keyword === "type" && /^(integer|number)/.test(String(type));

const isShowable = (text: string, issue: ValidationIssue): boolean => {
  const { keyword, params } = issue;
  if (wantsNumber(issue)) return /^[-+\d.,]{0,20}$/.test(text);
  if (masked(text) !== text) return false;
  if (keyword === "enum" || keyword === "const") return /^[\w.:+-]{0,40}$/.test(text);
  return (
    keyword === "format" && /^(date|time)/.test(String(params["format"])) && /^[\dTZ.:+ -]{0,40}$/.test(text)
  );
};

/** An id as it may stand in a message; `undefined` for anything that does not look like one. */
export const idText = (value: unknown): string | undefined =>
  Number.isSafeInteger(value) || (typeof value === "string" && /^[\w.:+-]{1,100}$/.test(value))
    ? String(value)
    : undefined;
