import { OptionInvalid } from "./errors/api-errors.ts";
import { isPlain, kindOf } from "./errors/clean-text.ts";
import { isHeaderText } from "./Secret.ts";

/** What an option has to be, in words, and whether a value is that. */
export interface OptionRule {
  readonly expected: string;
  readonly takes: (value: unknown) => boolean;
  /** Whether the value may stand in a message. Default: only what kind of value it is. */
  readonly isShown?: boolean;
  /** Whether there is no doing without it. */
  readonly isRequired?: boolean;
}

/** The rule of each option that there is; of an object of options, the rules of those in it. */
export interface OptionRules {
  readonly [option: string]: OptionRule | OptionRules;
}

/** An option that was given and cannot be taken. */
export interface OptionFault {
  /** Its name, with those that it lies in: `hooks.onRetry`; empty for the object of all of them. */
  readonly option: string;
  readonly expected: string;
  readonly actual: string;
}

/**
 * The first fault of a set of options: one that is not what it has to be, or that nobody reads, such as a misspelt
 * one. `undefined` is taken for what was not given.
 */
export const optionFault = (given: unknown, rules: OptionRules, within = ""): OptionFault | undefined => {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    return { option: within, expected: "an object of options", actual: kindOf(given) };
  }
  for (const [name, value] of Object.entries(given)) {
    const option = within === "" ? name : `${within}.${name}`;
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined) {
      const expected = `one of ${Object.keys(rules).join(", ")}`;
      return { option, expected, actual: "an option that there is not" };
    }
    if (value === undefined) continue;
    const fault = isRule(rule) ? ruleFault(value, rule, option) : optionFault(value, rule, option);
    if (fault !== undefined) return fault;
  }
  for (const [name, { isRequired, expected }] of Object.entries(rules)) {
    if (isRequired !== true || typeof expected !== "string" || Reflect.get(given, name) !== undefined)
      continue;
    return { option: within === "" ? name : `${within}.${name}`, expected, actual: "nothing" };
  }
  return undefined;
};

/** Throws {@link OptionInvalid} for a fault in the options that `of`, a function, was given. */
export const checkOptions = (of: string, given: unknown, rules: OptionRules): void => {
  const fault = optionFault(given, rules);
  if (fault !== undefined) throw new OptionInvalid({ of, ...fault, option: fault.option || "options" });
};

const isRule = (rule: OptionRule | OptionRules): rule is OptionRule => typeof rule["takes"] === "function";

const ruleFault = (value: unknown, rule: OptionRule, option: string): OptionFault | undefined =>
  rule.takes(value)
    ? undefined
    : {
        option,
        expected: rule.expected,
        actual: rule.isShown && typeof value === "string" ? JSON.stringify(value) : kindOf(value),
      };

/** Has all of these methods, whoever made it. */
export const hasMethods =
  (...names: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value === "object" &&
    value !== null &&
    names.every((name) => typeof Reflect.get(value, name) === "function");

export const A_FUNCTION: OptionRule = {
  expected: "a function",
  takes: (value) => typeof value === "function",
};

export const A_TEXT: OptionRule = { expected: "a text", takes: (value) => typeof value === "string" };

export const ABOVE_ZERO: OptionRule = {
  expected: "a number above 0",
  takes: (value) => typeof value === "number" && value > 0,
};

export const A_COUNT: OptionRule = {
  expected: "a whole number from 1",
  takes: (value) => Number.isSafeInteger(value) && Number(value) >= 1,
};

/** A signal of any realm. */
const A_SIGNAL: OptionRule = {
  expected: "an AbortSignal",
  takes: (value) =>
    hasMethods("addEventListener", "removeEventListener")(value) &&
    typeof Object(value).aborted === "boolean",
};

const AN_INSTANT: OptionRule = {
  expected: "a valid Date, or milliseconds since the epoch",
  takes: (value) => Number.isFinite(value instanceof Date ? value.getTime() : value),
};

/** What each option of one call has to be. */
export const CALL_RULES: OptionRules = {
  signal: A_SIGNAL,
  timeoutMs: ABOVE_ZERO,
  deadline: AN_INSTANT,
  maxAttempts: A_COUNT,
};

/** A key wrapped by `Secret`, of whichever installed copy. */
const A_SECRET: OptionRule = { expected: "a Secret", takes: /* @__PURE__ */ hasMethods("reveal") };

export const SECRETS: OptionRule = {
  expected: "a list of Secrets",
  takes: (value) => Array.isArray(value) && value.every(A_SECRET.takes),
};

/** A key, in the open or wrapped. */
export const A_KEY: OptionRule = {
  expected: "one run of printable ASCII characters without blanks or line ends, or a Secret",
  takes: (value) => (typeof value === "string" ? isHeaderText(value) : A_SECRET.takes(value)),
  isRequired: true,
};

/** Where an API is; name and password in it would stand in every message of the platform. */
export const AN_ADDRESS: OptionRule = {
  expected: "an http or https address without name, password, query or hash",
  takes: (value) => {
    if (typeof value !== "string" || /[\s?#]/.test(value) || !URL.canParse(value)) return false;
    const { protocol, username, password } = new URL(value);
    return /^https?:$/.test(protocol) && username === "" && password === "";
  },
};

/** Addresses by name; each may be relative to another. */
export const ADDRESSES: OptionRule = {
  expected: "addresses by name",
  takes: (value) =>
    isPlain(value) &&
    Object.values(value).every((one) => typeof one === "string" && URL.canParse(one, "http://base.invalid")),
};

/** A key, or a function that gives one. */
export const A_CREDENTIAL: OptionRule = {
  expected: `${A_KEY.expected}, or a function that gives one`,
  takes: (value) => typeof value === "function" || A_KEY.takes(value),
};

/** A name and a password, for HTTP's basic authentication. */
export const A_NAME_AND_PASSWORD: OptionRule = {
  expected: "a username and a password",
  takes: (value) => {
    const { username, password }: { readonly username?: unknown; readonly password?: unknown } =
      Object(value);
    return typeof username === "string" && (typeof password === "string" || A_SECRET.takes(password));
  },
};

/** One of a few names. */
export const oneOf = (...names: readonly string[]): OptionRule => ({
  expected: names.join(" or "),
  takes: (value) => names.some((name) => name === value),
  isShown: true,
});

export const A_LIMITER: OptionRule = {
  expected: "a limiter, as createLimiter makes it",
  takes: /* @__PURE__ */ hasMethods("enter"),
};

export const A_CLOCK: OptionRule = {
  expected: "an object with now",
  takes: /* @__PURE__ */ hasMethods("now"),
};

export const A_TIMING: OptionRule = {
  expected: "an object with now, after and random",
  takes: /* @__PURE__ */ hasMethods("now", "after", "random"),
};
