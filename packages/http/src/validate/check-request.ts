import type { BrokenFields } from "../errors/api-errors.ts";
import type { CallInit } from "../operation.ts";
import { describeIssues } from "./describe-issue.ts";
import type { CheckContext, RequestCheck, Validator } from "./validator.ts";

/**
 * The path parameters that the operation's template names. Throws `RequestInvalid` for one that is
 * missing, empty, or could lead to another path: `/`, `?`, `#`, white space, `.` and `..` (Record fact 5.21).
 */
export const checkPath = (
  given: CallInit["path"],
  template: string,
  context: CheckContext,
): Readonly<Record<string, string | number>> => {
  const path: Record<string, string | number> = {};
  for (const [, name = ""] of template.matchAll(/\{([^{}]+)\}/g)) {
    const value: unknown = given !== undefined && Object.hasOwn(given, name) ? given[name] : undefined;
    if (typeof value !== "string" && typeof value !== "number") {
      throw invalid(context, { path: `path.${name}`, expected: "an id", actual: typeof value });
    }
    if (!/^[^/?#\s\p{Cc}]+$/u.test(String(value)) || value === "." || value === "..") {
      throw invalid(context, {
        path: `path.${name}`,
        expected: "an id without slash, question mark, hash or white space",
        actual: `a text of ${String(value).length} characters`,
      });
    }
    path[name] = value;
  }
  return path;
};

/** Makes the check of a request's body from its compiled schema. */
export const requestCheck =
  (validator: Validator): RequestCheck =>
  (body, context) => {
    if (!validator(body)) throw invalid(context, describeIssues(body, validator.errors ?? []));
  };

/** The error for a request that was not sent. */
export const invalid = (
  { api, operation, errors }: CheckContext,
  fault: Omit<BrokenFields, "api" | "operation">,
): Error => new errors.requestInvalid({ api, operation, ...fault });
