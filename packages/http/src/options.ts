import { orElse } from "./caller-code.ts";
import { isPlain, kindOf } from "./errors/clean-text.ts";
import { OptionInvalid } from "./errors/OptionInvalid.ts";

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

/** What was read of a set of options, each of them once, as far as it can be taken, and the first fault. */
export interface OptionsRead {
  readonly values: Readonly<Record<string, unknown>>;
  readonly fault?: OptionFault;
}

/**
 * Reads a set of options, and finds its first fault: one that is not what it has to be, that cannot be read, or that
 * nobody reads, such as a misspelt one. `undefined` is taken for what was not given.
 */
export const readOptions = (given: unknown, rules: OptionRules, within = ""): OptionsRead => {
  const values: Record<string, unknown> = {};
  const names = isOptions(given) ? namesIn(given) : undefined;
  if (names === undefined) {
    return { values, fault: { option: within, expected: "an object of options", actual: kindOf(given) } };
  }
  let first: OptionFault | undefined;
  const take = (name: string): void => {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    const value = valueAt(given, name);
    // Most options of a call are not given, and calls are many.
    if (value === undefined && isOptional(rule)) return;
    const option = within === "" ? name : `${within}.${name}`;
    const fault =
      rule === undefined
        ? unknownAmong(rules)
        : value === UNREADABLE
          ? UNREADABLE
          : faultOf(value, rule, option);
    if (fault !== undefined) first ??= { option, ...fault };
    else if (value !== undefined) values[name] = value;
  };
  for (const name of names) take(name);
  for (const name of Object.keys(rules)) if (!names.includes(name)) take(name);
  return { values, ...(first !== undefined && { fault: first }) };
};

/** Stands for the value of an option that cannot be read, and says so. */
const UNREADABLE = { expected: "a value that can be read", actual: "one that throws" };

const unknownAmong = (rules: OptionRules) => ({
  expected: `one of ${Object.keys(rules).join(", ")}`,
  actual: "an option that there is not",
});

/**
 * The options that `of`, a function, was given, each read once: what was looked at is then what is used, whatever the
 * caller does with its object. Throws {@link OptionInvalid} for a fault in them.
 */
export const checkOptions = <Options extends object>(
  of: string,
  given: Options,
  rules: OptionRules,
): Options => {
  if (!isPlain(rules))
    throw new OptionInvalid({ of, option: "rules", expected: "rules by option", actual: kindOf(rules) });
  const { values, fault } = orElse(
    () => readOptions(given, rules),
    () => {
      const [expected, actual] = ["rules that can be read", "others"];
      throw new OptionInvalid({ of, option: "rules", expected, actual });
    },
  );
  if (fault !== undefined) throw new OptionInvalid({ of, ...fault, option: fault.option || "options" });
  // The rules say what the type says.
  return Object(values);
};

/** Another kind of object, such as a promise that nobody awaited or a `Map`, would look as if it had none. */
const isOptions = (given: unknown): given is object =>
  orElse(
    () => /^\[object (?:Object|Module)\]$/.test(Object.prototype.toString.call(given)),
    () => false,
  );

const namesIn = (given: object): readonly string[] | undefined =>
  orElse<readonly string[] | undefined>(
    () => Object.keys(given),
    () => undefined,
  );

const valueAt = (given: unknown, name: string): unknown => {
  try {
    return Reflect.get(Object(given), name);
  } catch {
    return UNREADABLE;
  }
};

const isRule = (rule: unknown): rule is OptionRule => {
  try {
    return typeof Object(rule).takes === "function";
  } catch {
    return false;
  }
};

/** Whether a rule lets its option be left out; what is no rule lets nothing. */
const isOptional = (rule: unknown): boolean => isRule(rule) && rule.isRequired !== true;

const faultOf = (
  value: unknown,
  rule: OptionRule | OptionRules,
  option: string,
): (Partial<OptionFault> & Omit<OptionFault, "option">) | undefined => {
  if (!isRule(rule)) {
    if (!isPlain(rule)) return { expected: "nothing: its rule is none", actual: kindOf(value) };
    return value === undefined ? undefined : readOptions(value, rule, option).fault;
  }
  const { expected, isRequired, isShown } = rule;
  const isTaken =
    value === undefined
      ? isRequired !== true
      : orElse(
          () => rule.takes(value),
          () => false,
        );
  if (isTaken) return undefined;
  return { expected, actual: isShown && typeof value === "string" ? JSON.stringify(value) : kindOf(value) };
};
