import { letGo, orElse } from "../caller-code.ts";
import { apiErrors } from "../errors/api-errors.ts";
import { isPlain, kindOf } from "../errors/clean-text.ts";
import { OptionInvalid } from "../errors/OptionInvalid.ts";
import { A_FUNCTION, A_RECORD, A_SWITCH, A_TEXT, ERRORS, required } from "../option-rules.ts";
import { checkOptions, type OptionRules } from "../options.ts";
import type { CheckContext, ValidationIssue, Validator } from "./validator.ts";

const CONTEXT: OptionRules = {
  ...{ api: /* @__PURE__ */ required(A_TEXT), operation: /* @__PURE__ */ required(A_TEXT) },
  ...{
    errors: ERRORS,
    onViolation: A_FUNCTION,
    reply: A_RECORD,
    isDeep: A_SWITCH,
  },
};

/** In whose name a check is made; throws `OptionInvalid` for what is none, so that no fault is told in nobody's. */
export const checkContext = (of: string, context: CheckContext): CheckContext => {
  const { errors = apiErrors, ...given } = checkOptions(`${of}'s check`, context, CONTEXT);
  return { ...given, errors };
};

/** Throws `OptionInvalid` for what is no compiled schema. */
export const checkValidator = (of: string, validator: unknown): void => {
  if (typeof validator === "function") return;
  throw new OptionInvalid({
    of,
    option: "validator",
    expected: "a compiled schema",
    actual: kindOf(validator),
  });
};

/** Whether a value keeps to a compiled schema. Throws where that does not say so: a promise would count as a yes. */
export const keepsTo = (validator: Validator, value: unknown): boolean => {
  const given: unknown = validator(value);
  if (typeof given === "boolean") return given;
  letGo(given);
  throw new TypeError("It gave neither true nor false");
};

/** The issues of a validator that has just refused a value; none where it does not say them as Ajv does. */
export const issuesIn = (validator: Validator): readonly ValidationIssue[] =>
  orElse<readonly ValidationIssue[]>(
    () => {
      const given: unknown = validator.errors;
      return Array.isArray(given) ? given.filter(isIssue) : [];
    },
    () => [],
  );

const isIssue = (issue: unknown): issue is ValidationIssue =>
  isPlain(issue) &&
  typeof issue["instancePath"] === "string" &&
  typeof issue["keyword"] === "string" &&
  isPlain(issue["params"]);
