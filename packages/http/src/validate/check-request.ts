import type { BrokenFields } from "../errors/api-errors.ts";
import { describeIssues } from "./describe-issue.ts";
import { jsonPath, stepsOf } from "./pointer.ts";
import type { CheckContext, RequestCheck, Validator } from "./validator.ts";

/** Makes the check of a request's body from its compiled schema. */
export const requestCheck =
  (validator: Validator): RequestCheck =>
  (body, context) => {
    if (!validator(body)) throw invalid(context, describeIssues(body, validator.errors ?? []));
  };

/**
 * Makes the check of a call's parameters from the compiled schema of all of them, by place, then name. A parameter that
 * the spec does not know is a fault: it would have no effect, and its sender would not learn of it.
 */
export const parametersCheck =
  (validator: Validator): RequestCheck =>
  (parameters, context) => {
    if (validator(parameters)) return;
    const issues = validator.errors ?? [];
    const unknown = issues.find(({ keyword }) => keyword === "additionalProperties");
    const name = unknown?.params["additionalProperty"];
    if (unknown !== undefined && typeof name === "string") {
      const path = jsonPath([...stepsOf(unknown.instancePath), name]).slice("$.".length);
      throw invalid(context, {
        path,
        expected: "nothing: the spec has no such parameter",
        actual: "a value",
      });
    }
    const { path, ...rest } = describeIssues(parameters, issues);
    throw invalid(context, { path: path.slice("$.".length), ...rest });
  };

/** The error for a request that was not sent. */
export const invalid = (
  { api, operation, errors }: CheckContext,
  fault: Omit<BrokenFields, "api" | "operation">,
): Error => new errors.requestInvalid({ api, operation, ...fault });
