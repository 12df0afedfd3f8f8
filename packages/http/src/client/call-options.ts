import { orElse } from "../caller-code.ts";
import { isPlain, kindOf } from "../errors/clean-text.ts";
import type { CallInit, Operation } from "../operation.ts";
import { A_FUNCTION, CALL_RULES } from "../option-rules.ts";
import { type OptionRule, type OptionRules, readOptions } from "../options.ts";
import { invalid } from "../validate/check-request.ts";
import type { CheckContext } from "../validate/validator.ts";
import { plainCopy } from "./plain-copy.ts";

/** What the spec types is held against the spec. */
const BY_THE_SPEC: OptionRule = { expected: "anything", takes: () => true };

const PARAMETERS: OptionRule = { expected: "parameters by name", takes: isPlain };

const RULES: OptionRules = {
  ...CALL_RULES,
  onViolation: A_FUNCTION,
  ...{ path: PARAMETERS, query: PARAMETERS, header: PARAMETERS, cookie: PARAMETERS },
  ...{ body: BY_THE_SPEC, headers: BY_THE_SPEC },
};

const PLACES = ["path", "query", "header", "cookie"] as const;

/** The options of a call as they are used. */
export interface ReadCall extends Omit<CallInit, "headers"> {
  /** By name in small letters. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The options of a call, each read once. Throws `RequestInvalid` for one that is not what it has to be, or that there is
 * not, and for a body that JSON would change or drop something of.
 */
export const readCall = (given: unknown, operation: Operation, context: CheckContext): ReadCall => {
  const { values, fault } = readOptions(given, RULES);
  if (fault !== undefined) {
    const { option, expected, actual } = fault;
    throw invalid(context, { path: option || "init", expected, actual });
  }
  const copyRules = { invalid: (what: Parameters<typeof invalid>[1]) => invalid(context, what) };
  const parameters = PLACES.flatMap((place) =>
    values[place] === undefined ? [] : [[place, plainCopy(values[place], { ...copyRules, root: place })]],
  );
  return {
    ...values,
    ...Object.fromEntries(parameters),
    body: plainCopy(values["body"], { ...copyRules, root: "$", isJson: operation.writes === undefined }),
    headers: headersOf(values["headers"], context),
  };
};

/** A call's headers by name in small letters. Throws `RequestInvalid`, without their values. */
const headersOf = (given: unknown, context: CheckContext): Record<string, string> => {
  const headers = new Headers();
  if (given === undefined) return {};
  for (const [name, value] of pairsOf(given)) {
    if (value === undefined) continue;
    const path = typeof name === "string" && /^[\w-]{1,60}$/.test(name) ? `headers.${name}` : "headers";
    if (typeof value !== "string" || typeof name !== "string")
      throw invalid(context, { path, expected: "a text", actual: kindOf(value) });
    try {
      headers.append(name, value);
    } catch {
      // The platform's own message would quote them.
      const expected = "a name and a text that a header can carry";
      throw invalid(context, { path, expected, actual: "another" });
    }
  }
  return Object.fromEntries(headers);
};

/** What cannot be read is one pair of nothing, which is no header. */
const pairsOf = (given: unknown): readonly (readonly [unknown, unknown])[] =>
  orElse<readonly (readonly [unknown, unknown])[]>(
    () => readPairs(given),
    () => [["", null]],
  );

const readPairs = (given: unknown): readonly (readonly [unknown, unknown])[] => {
  if (typeof given !== "object" || given === null) return [["", given]];
  if (!(Symbol.iterator in given) || typeof given[Symbol.iterator] !== "function") {
    // Another kind of object, such as a promise that nobody awaited, would look as if it had none.
    return isPlain(given) ? Object.entries(given) : [["", given]];
  }
  const pairs: unknown[] = Array.from(Object(given));
  return pairs.map((pair) => (Array.isArray(pair) && pair.length === 2 ? [pair[0], pair[1]] : ["", pair]));
};
