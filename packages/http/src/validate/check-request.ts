import { letGo, orElse } from "../caller-code.ts";
import { type BrokenFields, RequestInvalid } from "../errors/api-errors.ts";
import { checkContext, checkValidator, issuesIn, keepsTo } from "./check-context.ts";
import { describeIssues } from "./describe-issue.ts";
import { jsonPath, stepsOf } from "./pointer.ts";
import type { CheckContext, RequestCheck, ValidationIssue, Validator } from "./validator.ts";

/** Makes the check of a request's body from its compiled schema. */
export const requestCheck = (validator: Validator): RequestCheck => {
  checkValidator("requestCheck", validator);
  return (body, given) => {
    const context = checkContext("requestCheck", given);
    orInvalid(() => {
      if (!keepsTo(validator, body)) throw invalid(context, describeIssues(body, issuesIn(validator)));
    }, context);
  };
};

/**
 * Makes the check of a call's parameters from the compiled schema of all of them, by place, then name. A parameter that
 * the spec does not know is a fault: it would have no effect, and its sender would not learn of it.
 */
export const parametersCheck = (validator: Validator): RequestCheck => {
  checkValidator("parametersCheck", validator);
  return (parameters, given) => {
    const context = checkContext("parametersCheck", given);
    orInvalid(() => {
      if (!keepsTo(validator, parameters))
        throw invalid(context, parameterFault(parameters, issuesIn(validator)));
    }, context);
  };
};

const parameterFault = (
  parameters: unknown,
  issues: readonly ValidationIssue[],
): Omit<BrokenFields, "api" | "operation"> => {
  const unknown = issues.find(({ keyword }) => keyword === "additionalProperties");
  const name = unknown?.params["additionalProperty"];
  if (unknown !== undefined && typeof name === "string") {
    const path = jsonPath([...stepsOf(unknown.instancePath), name]).slice("$.".length);
    return { path, expected: "nothing: the spec has no such parameter", actual: "a value" };
  }
  const { path, ...rest } = describeIssues(parameters, issues);
  return { path: path.slice("$.".length) || "parameters", ...rest };
};

/** Runs the check of a request; where it fails, the request is one that cannot be checked. */
export const orInvalid = (check: () => void, context: CheckContext): void =>
  orElse(
    () => {
      const given: unknown = check();
      letGo(given);
      if (given !== undefined)
        throw new TypeError("It gave something, which nobody would wait for or look at");
    },
    (error) => {
      if (error instanceof RequestInvalid) throw error;
      const text = { path: "$", expected: "a value that can be checked", actual: "one whose check failed" };
      throw invalid(context, text);
    },
  );

/** The error for a request that was not sent. */
export const invalid = (
  { api, operation, errors }: CheckContext,
  fault: Omit<BrokenFields, "api" | "operation">,
): Error => new errors.requestInvalid({ api, operation, ...fault });
