import { apiErrors } from "../errors/api-errors.ts";
import { A_FUNCTION, A_RECORD, A_SWITCH, A_TEXT, ERRORS, required } from "../option-rules.ts";
import { checkOptions, type OptionRules } from "../options.ts";
import type { CheckContext } from "./validator.ts";

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
  const { errors = apiErrors, ...given } = checkOptions(of, context, CONTEXT);
  return { ...given, errors };
};
