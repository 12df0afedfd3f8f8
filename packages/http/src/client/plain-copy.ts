import { orElse } from "../caller-code.ts";
import { kindOf } from "../errors/clean-text.ts";
import { MAX_JSON_DEPTH } from "../send/json-shape.ts";
import { jsonPath, type Steps } from "../validate/pointer.ts";

/** How a copy is made. */
export interface CopyRules {
  /** What stands before the path of a fault: `$` for a body, `query` for parameters. */
  readonly root: string;
  /** Whether it is to be written as JSON, which has no form for some values and passes over them without a word. */
  readonly isJson?: boolean;
  /** Makes the error for a fault. */
  readonly invalid: (fault: {
    readonly path: string;
    readonly expected: string;
    readonly actual: string;
  }) => Error;
}

/**
 * A copy of what a caller gave, each member read once: what is checked is then what is sent, whatever a getter or a
 * `Proxy` gives the next time. Lists and objects with members are copied, anything else stays what it is. Throws for
 * what cannot be read, contains itself, is nested too deep, or has no form in JSON.
 */
export const plainCopy = (value: unknown, rules: CopyRules): unknown => new Copier(rules).copy(value, []);

class Copier {
  readonly #rules: CopyRules;
  /** The objects that the value at hand lies in. */
  readonly #around: object[] = [];

  constructor(rules: CopyRules) {
    this.#rules = rules;
  }

  copy(value: unknown, steps: Steps): unknown {
    if (typeof value === "function") throw this.#fault(steps, "a value", kindOf(value));
    const members = this.#read(steps, () => membersOf(value));
    if (members === undefined) {
      if (this.#rules.isJson && isLostInJson(value))
        throw this.#fault(steps, "a value of JSON", kindOf(value));
      return value;
    }
    if (this.#around.some((one) => one === value))
      throw this.#fault(steps, "a value that does not contain itself", "one that does");
    if (steps.length >= MAX_JSON_DEPTH) throw this.#fault([], `at most ${MAX_JSON_DEPTH} levels`, "more");
    const isList = Array.isArray(value);
    this.#around.push(Object(value));
    const copied = members.map(([name, read]) => {
      const at = [...steps, name];
      const member = this.#read(at, read);
      // JSON leaves a member out that is undefined, and makes null of an item.
      if (isList && member === undefined && this.#rules.isJson)
        throw this.#fault(at, "a value of JSON", "nothing");
      return [name, this.copy(member, at)] as const;
    });
    this.#around.pop();
    // `fromEntries` also makes a member that is called `__proto__` one of its own.
    return isList ? copied.map(([, item]) => item) : Object.fromEntries(copied);
  }

  #read<Read>(steps: Steps, read: () => Read): Read {
    return orElse(read, () => {
      throw this.#fault(steps, "a value that can be read", "one that throws");
    });
  }

  #fault(steps: Steps, expected: string, actual: string): Error {
    const path = `${this.#rules.root}${jsonPath(steps).slice(1)}`;
    return this.#rules.invalid({ path, expected, actual });
  }
}

type Members = readonly (readonly [name: string, read: () => unknown])[];

/** What a list or an object has, to be read; nothing where it is no value with members, or JSON has another form for it. */
const membersOf = (value: unknown): Members | undefined => {
  if (typeof value !== "object" || value === null) return undefined;
  if (Array.isArray(value)) {
    return Array.from({ length: value.length }, (_, index) => [String(index), () => value[index]] as const);
  }
  if (Object.prototype.toString.call(value) !== "[object Object]") return undefined;
  if (typeof Reflect.get(value, "toJSON") === "function") return undefined;
  return Object.keys(value).map((name) => [name, () => Reflect.get(value, name)] as const);
};

const isLostInJson = (value: unknown): boolean => {
  if (typeof value === "number") return !Number.isFinite(value);
  // An instant has a form in JSON, if it is one.
  if (value instanceof Date) return !Number.isFinite(value.getTime());
  return value !== null && !/^(?:string|boolean|undefined)$/.test(typeof value);
};
