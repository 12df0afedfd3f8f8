import type { BrokenFields } from "../errors/api-errors.ts";
import { isPlain, kindOf } from "../errors/clean-text.ts";
import type { HeadersGiven } from "../operation.ts";
import { A_FUNCTION, CALL_RULES, type OptionRule, type OptionRules, optionFault } from "../options.ts";
import { invalid } from "../validate/check-request.ts";
import type { CheckContext } from "../validate/validator.ts";

/** What is wrong with a call, for the error of whoever makes it. */
export type CallFault = Omit<BrokenFields, "api" | "operation">;

/** What the spec types is held against the spec. */
const BY_THE_SPEC: OptionRule = { expected: "anything", takes: () => true };

const PARAMETERS: OptionRule = { expected: "parameters by name", takes: isPlain };

const RULES: OptionRules = {
  ...CALL_RULES,
  onViolation: A_FUNCTION,
  ...{ path: PARAMETERS, query: PARAMETERS, header: PARAMETERS, cookie: PARAMETERS },
  ...{ body: BY_THE_SPEC, headers: BY_THE_SPEC },
};

/** What is wrong with the options of a call: one that is not what it has to be, or that there is not. */
export const callFault = (init: unknown): CallFault | undefined => {
  const fault = optionFault(init, RULES);
  if (fault === undefined) return undefined;
  const { option, expected, actual } = fault;
  return { path: option || "init", expected, actual };
};

/** A call's headers by name in small letters. Throws `RequestInvalid`, without their values. */
export const headersOf = (given: HeadersGiven | undefined, context: CheckContext): Record<string, string> => {
  const headers = new Headers();
  if (given === undefined) return {};
  for (const [name, value] of pairsOf(given)) {
    if (value === undefined) continue;
    const path = typeof name === "string" && /^[\w-]{1,60}$/.test(name) ? `headers.${name}` : "headers";
    if (typeof value !== "string")
      throw invalid(context, { path, expected: "a text", actual: kindOf(value) });
    try {
      headers.append(String(name), value);
    } catch {
      // The platform's own message would quote them.
      const expected = "a name and a text that a header can carry";
      throw invalid(context, { path, expected, actual: "another" });
    }
  }
  return Object.fromEntries(headers);
};

const pairsOf = (given: unknown): readonly (readonly [unknown, unknown])[] => {
  if (typeof given !== "object" || given === null) return [["", given]];
  if (!(Symbol.iterator in given) || typeof given[Symbol.iterator] !== "function")
    return Object.entries(given);
  const pairs: unknown[] = Array.from(Object(given));
  return pairs.map((pair) => (Array.isArray(pair) && pair.length === 2 ? [pair[0], pair[1]] : ["", pair]));
};
