import { isPlain, kindOf } from "./errors/clean-text.ts";
import { OptionInvalid } from "./errors/OptionInvalid.ts";
import type { OptionRule, OptionRules } from "./options.ts";
import { isKeyText } from "./Secret.ts";

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

export const A_SWITCH: OptionRule = {
  expected: "true or false",
  takes: (value) => typeof value === "boolean",
};

export const ABOVE_ZERO: OptionRule = {
  expected: "a number above 0",
  takes: (value) => typeof value === "number" && value > 0,
};

export const A_NUMBER: OptionRule = { expected: "a number", takes: Number.isFinite };

export const A_COUNT: OptionRule = {
  expected: "a whole number from 1",
  takes: (value) => Number.isSafeInteger(value) && Number(value) >= 1,
};

/** A signal of any realm. */
export const A_SIGNAL: OptionRule = {
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
const A_SECRET: OptionRule = {
  expected: "a Secret",
  takes: (value) => hasMethods("reveal")(value) && isKeyText(Object(value).reveal()),
};

export const SECRETS: OptionRule = {
  expected: "a list of Secrets",
  takes: (value) => Array.isArray(value) && value.every(A_SECRET.takes),
};

/** A key, in the open or wrapped. */
export const A_KEY: OptionRule = {
  expected: "one run of printable ASCII characters without blanks or line ends, or a Secret",
  takes: (value) => isKeyText(value) || A_SECRET.takes(value),
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
export const oneOf = (...names: readonly string[]): OptionRule => {
  const wrong = names.find((name) => typeof name !== "string");
  if (wrong !== undefined)
    throw new OptionInvalid({ of: "oneOf", option: "names", expected: "texts", actual: kindOf(wrong) });
  return {
    expected: names.join(" or "),
    takes: (value) => names.some((name) => name === value),
    isShown: true,
  };
};

/** The same rule for what there is no doing without. */
export const required = (rule: OptionRule): OptionRule => ({ ...rule, isRequired: true });

/** Such as the specs give. */
export const A_RECORD: OptionRule = { expected: "an object", takes: isPlain };

export const A_CLASS: OptionRule = {
  expected: "a class of errors",
  takes: (value) => typeof value === "function" && value.prototype instanceof Error,
};

/** The classes that a client throws. */
export const ERRORS: OptionRules = {
  ...{ refused: /* @__PURE__ */ required(A_CLASS), unreachable: /* @__PURE__ */ required(A_CLASS) },
  contractBroken: /* @__PURE__ */ required(A_CLASS),
  requestInvalid: /* @__PURE__ */ required(A_CLASS),
};

export const AN_ERROR: OptionRule = {
  expected: "an Error",
  takes: (value) => value instanceof Error && typeof value.message === "string",
};

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
