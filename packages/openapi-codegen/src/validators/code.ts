import { isArray, type Json, type JsonObject } from "../document/json.ts";

/** Tells bundlers that a call may be dropped with its result. */
export const PURE = "/* @__PURE__ */";

/** Writes expressions of schemas, and remembers which functions of `@tieout/http/schema` they call. */
export class Code {
  readonly #used = new Set<string>();

  /** A call of one of them; what is left out at its end is not written. */
  call(name: string, ...given: readonly (string | undefined)[]): string {
    const end = given.findLastIndex((one) => one !== undefined) + 1;
    return `${this.use(name)}(${given.slice(0, end).map(String).join(", ")})`;
  }

  /** One of them as a value. */
  use(name: string): string {
    this.#used.add(name);
    return name;
  }

  /** The statement that brings them in. */
  imports(): readonly string[] {
    const names = [...this.#used].sort();
    return names.length === 0 ? [] : [`import { ${names.join(", ")} } from "@tieout/http/schema";`];
  }
}

/** A statement that declares a constant which a bundler may drop, whatever is called to make it: one mark serves all these calls. */
export const constantCode = (name: string, code: string): string =>
  `const ${name} = ${code.includes("(") ? `${PURE} (() => ${code})()` : code};`;

/** A value of JSON. */
export const valueCode = (value: Json | undefined): string => JSON.stringify(value);

/** An object of code by name. `__proto__` would else be no member. */
export const objectCode = (members: readonly (readonly [string, string])[]): string => {
  const written = members.map(([name, code]) => `${keyCode(name)}: ${code}`);
  return written.length === 0 ? "{}" : `{ ${written.join(", ")} }`;
};

const keyCode = (name: string): string => {
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
};

/** A regular expression, with Unicode unless it is one only without. */
export const expressionCode = (source: string): string => String(new RegExp(source, flagsOf(source)));

/** The flags that a pattern is one with. */
export const flagsOf = (source: string): "u" | "" => {
  try {
    new RegExp(source, "u");
    return "u";
  } catch {
    return "";
  }
};

/** Whatever there is, as a set of types. */
export const ANYTHING = "511";

/** What the code of schemas is made with. */
export interface Made {
  readonly code: Code;
  /** What stands for a component that a schema refers to. */
  readonly referred: (id: string) => string;
  /** The schema of a component. */
  readonly schemaOf: (id: string) => JsonObject;
  /** The expression of a schema within the one that is being written. */
  readonly write: (schema: Json) => string;
}

/** A list, or none. */
export const listOf = (value: Json | undefined): readonly Json[] => (isArray(value) ? value : []);

/** The number at a member, or undefined. */
export const numberAt = (schema: JsonObject, name: string): number | undefined => {
  const value = schema[name];
  return typeof value === "number" ? value : undefined;
};

/** Calls for those of a schema's keywords that take a number, by the function that each becomes. */
export const limits = (
  schema: JsonObject,
  { code }: Made,
  names: Readonly<Record<string, string>>,
): readonly string[] =>
  Object.entries(names).flatMap(([name, called]) => {
    const limit = numberAt(schema, name);
    return limit === undefined ? [] : [code.call(called, String(limit))];
  });
