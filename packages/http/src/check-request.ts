import { describeIssues } from "./describe-issue.ts";
import type { BrokenFields, ErrorClasses } from "./errors.ts";
import type { CallInit, Operation } from "./operation.ts";
import type { Validator } from "./validator.ts";

/** Whose request is checked. */
export interface RequestContext {
  readonly api: string;
  readonly operation: Operation;
  readonly errors: ErrorClasses;
}

/**
 * The path parameters that the operation's template names. Throws `RequestInvalid` for one that is
 * missing, empty, or could lead to another path: `/`, `?`, `#`, white space, `.` and `..` (Record fact 5.21).
 */
export const checkPath = (
  given: CallInit["path"],
  context: RequestContext,
): Readonly<Record<string, string | number>> => {
  const path: Record<string, string | number> = {};
  for (const [, name = ""] of context.operation.path.matchAll(/\{([^{}]+)\}/g)) {
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

/** Throws `RequestInvalid` for a body that breaks the spec, or is missing where the spec wants one. */
export const checkRequestBody = (
  body: unknown,
  validator: Validator | undefined,
  context: RequestContext,
): void => {
  if (body === undefined) {
    if (context.operation.bodyRequired !== true) return;
    throw invalid(context, { path: "$", expected: "a body", actual: "none" });
  }
  if (validator === undefined || validator(body)) return;
  throw invalid(context, describeIssues(body, validator.errors ?? []));
};

const invalid = (
  { api, operation, errors }: RequestContext,
  fault: Omit<BrokenFields, "api" | "operation">,
): Error => new errors.requestInvalid({ api, operation: operation.id, ...fault });
