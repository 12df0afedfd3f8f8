import { isHeaderText, isPlain, kindOf } from "../errors/clean-text.ts";
import type { CallInit, FormRules, Operation, Parameter } from "../operation.ts";
import { invalid } from "../validate/check-request.ts";
import type { CheckContext } from "../validate/validator.ts";
import { plainCopy } from "./plain-copy.ts";

/** The parameters of one call as they go out. */
export interface SerialisedParameters {
  /** The template with its parameters in place. */
  readonly path: string;
  /** Without question mark; empty where nothing is asked. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Puts the parameters of a call into path, query and headers, in the styles of OpenAPI 3.1, which are those of RFC 6570;
 * `deepObject` also reaches into what OpenAPI leaves open, objects and lists inside objects, as `a[b][0]=c`.
 *
 * Throws `RequestInvalid` for whatever no style has a form for, since it would go out as something else or not at
 * all: null, an instant, an empty list or object, a list inside a list. `undefined` is what was not given.
 */
export const serialisedParameters = (
  operation: Operation,
  init: Pick<CallInit, "path" | "query" | "header" | "cookie">,
  context: CheckContext,
): SerialisedParameters => {
  const rulesOf = (place: Parameter["in"], name: string): Parameter =>
    operation.parameters?.find((one) => one.in === place && one.name === name) ?? { name, in: place };
  const textsOf = (place: "query" | "header" | "cookie"): readonly (readonly [string, string])[] =>
    givenIn(init[place], place, context).map(([name, value]) => {
      const parameter = rulesOf(place, name);
      return [name, new Serialiser(parameter, context).text(value)];
    });

  const path = operation.path.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => {
    const { path: given } = init;
    const value = given !== undefined && Object.hasOwn(given, name) ? given[name] : undefined;
    return new Serialiser(rulesOf("path", name), context).text(value);
  });
  const cookies = textsOf("cookie").map(([, text]) => text);
  return {
    path,
    query: textsOf("query")
      .map(([, text]) => text)
      .join("&"),
    headers: {
      ...Object.fromEntries(textsOf("header")),
      ...(cookies.length > 0 && { cookie: cookies.join("; ") }),
    },
  };
};

/** A form body (`application/x-www-form-urlencoded`): its members one after another, each as a query would write it. */
export const formText = (
  body: unknown,
  form: Readonly<Record<string, FormRules>>,
  context: CheckContext,
): string =>
  givenIn(body, "$", context)
    .map(([name, value]) => {
      const parameter: Parameter = { name, in: "query", ...(Object.hasOwn(form, name) && form[name]) };
      return new Serialiser(parameter, context, "$").text(value);
    })
    .join("&");

/** What was given, by name. Another kind of object, such as `URLSearchParams`, would look empty. */
const givenIn = (
  given: unknown,
  place: Parameter["in"] | "$",
  context: CheckContext,
): readonly (readonly [string, unknown])[] => {
  if (given === undefined) return [];
  if (!isPlain(given)) {
    throw invalid(context, { path: place, expected: "parameters by name", actual: kindOf(given) });
  }
  return Object.entries(given).filter(([, value]) => value !== undefined);
};

/** What stands before the first value and between two, and whether values carry their name (RFC 6570, appendix A). */
interface Form {
  readonly first: string;
  readonly between: string;
  readonly isNamed: boolean;
  /** After the name of an empty value. */
  readonly whenEmpty: string;
  /** Between the parts of a list or object that is not exploded. */
  readonly inside: string;
}

const FORM: Form = { first: "", between: "&", isNamed: true, whenEmpty: "=", inside: "," };

const FORMS: Readonly<Record<Exclude<NonNullable<Parameter["style"]>, "deepObject">, Form>> = {
  simple: { first: "", between: ",", isNamed: false, whenEmpty: "", inside: "," },
  label: { first: ".", between: ".", isNamed: false, whenEmpty: "", inside: "," },
  matrix: { first: ";", between: ";", isNamed: true, whenEmpty: "", inside: "," },
  form: FORM,
  spaceDelimited: { ...FORM, inside: "%20" },
  pipeDelimited: { ...FORM, inside: "%7C" },
};

/** One parameter's way from a value to a text. */
class Serialiser {
  readonly #parameter: Parameter;
  readonly #context: CheckContext;

  /** What stands before its name in the path of a fault. */
  readonly #root: string;

  constructor(parameter: Parameter, context: CheckContext, root: string = parameter.in) {
    this.#parameter = parameter;
    this.#context = context;
    this.#root = root;
  }

  text(value: unknown): string {
    const { in: place, name, isJson, style = isInAddress(place) ? "form" : "simple" } = this.#parameter;
    if (isJson) return this.#json(value);
    if (style === "deepObject")
      return this.#deep(value, { name: this.#encoded(name), at: `${this.#root}.${name}` });
    return this.#styled(value, FORMS[style]);
  }

  #styled(value: unknown, form: Form): string {
    const {
      in: place,
      name,
      style = "form",
      explode = style === "form" && isInAddress(place),
    } = this.#parameter;
    const at = `${this.#root}.${name}`;
    const named = (key: string, text: string): string => key + (text === "" ? form.whenEmpty : `=${text}`);
    const start = this.#name(name);
    if (!Array.isArray(value) && !isPlain(value)) {
      const text = this.#scalar(value, at);
      return form.first + (form.isNamed ? named(start, text) : text);
    }
    const pairs = this.#pairs(value, at);
    if (!explode) {
      const texts = pairs.flatMap(([key, text]) => (key === undefined ? [text] : [this.#name(key), text]));
      const joined = texts.join(form.inside);
      return form.first + (form.isNamed ? `${start}=${joined}` : joined);
    }
    const parts = pairs.map(([key, text]) => {
      if (key !== undefined)
        return form.isNamed ? named(this.#name(key), text) : `${this.#name(key)}=${text}`;
      return form.isNamed ? named(start, text) : text;
    });
    return form.first + parts.join(form.between);
  }

  /** The items of a list, without keys, or the members of an object. */
  #pairs(value: object, at: string): readonly (readonly [string | undefined, string])[] {
    const pairs = Array.isArray(value)
      ? value.map((item: unknown, index) => [undefined, this.#scalar(item, `${at}[${index}]`, true)] as const)
      : Object.entries(value)
          .filter(([, member]) => member !== undefined)
          .map(([key, member]) => [key, this.#scalar(member, `${at}.${key}`, true)] as const);
    if (pairs.length > 0) return pairs;
    throw this.#invalid(at, Array.isArray(value) ? "at least 1 item" : "at least 1 member", value);
  }

  #deep(value: unknown, { name, at }: { readonly name: string; readonly at: string }): string {
    if (!Array.isArray(value) && !isPlain(value)) return `${name}=${this.#scalar(value, at)}`;
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    if (members.length === 0) throw this.#invalid(at, "at least 1 member", value);
    return members
      .map(([key, member]) =>
        this.#deep(member, { name: `${name}%5B${this.#encoded(key)}%5D`, at: `${at}.${key}` }),
      )
      .join("&");
  }

  #json(value: unknown): string {
    const { in: place, name } = this.#parameter;
    const at = `${this.#root}.${name}`;
    const text: unknown = JSON.stringify(
      plainCopy(value, { root: at, isJson: true, invalid: (fault) => invalid(this.#context, fault) }),
    );
    if (typeof text !== "string") throw this.#invalid(at, "a value of JSON", value);
    if (place === "header") return this.#safe(text, at);
    return place === "path" ? this.#encoded(text) : `${this.#encoded(name)}=${this.#encoded(text)}`;
  }

  /** A single value. A comma that stays as it is would cut it in two in a list. */
  #scalar(value: unknown, at: string, isInList = false): string {
    const { in: place, allowReserved = false } = this.#parameter;
    const isScalar =
      typeof value === "string" ||
      typeof value === "boolean" ||
      typeof value === "bigint" ||
      Number.isFinite(value);
    if (!isScalar) {
      throw this.#invalid(at, place === "path" ? "an id" : "a text, number or boolean", value);
    }
    const text = String(value);
    if (place === "path") checkSegment(text, { at, context: this.#context });
    if (isInList && (place === "header" || allowReserved) && text.includes(",")) {
      throw this.#invalid(at, "a text without comma", text);
    }
    if (place !== "header") return this.#encoded(text);
    return this.#safe(text, at);
  }

  /** A header takes texts as they are. */
  #safe(text: string, at: string): string {
    if (isHeaderText(text)) return text;
    throw this.#invalid(at, "a text that a header can carry", text);
  }

  #name(name: string): string {
    return this.#parameter.in === "header" ? name : this.#encoded(name);
  }

  #encoded(text: string): string {
    if (!text.isWellFormed()) throw this.#invalid(this.#root, "well-formed Unicode", text);
    return this.#parameter.allowReserved ? withReserved(text) : percentEncoded(text);
  }

  #invalid(path: string, expected: string, value: unknown): Error {
    return invalid(this.#context, { path, expected, actual: kindOf(value) });
  }
}

const isInAddress = (place: Parameter["in"]): boolean => place === "query" || place === "cookie";

/** Leaves what RFC 3986 calls unreserved; `encodeURIComponent` alone also leaves `!'()*`. */
const percentEncoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Leaves what is reserved and what is encoded already, but for `&`, `#` and brackets: no value in a query can hold those. */
const withReserved = (text: string): string =>
  text.replaceAll(/%[\da-f]{2}|[^%]|%/giu, (part) =>
    /^(?:%..|[:/?@!$'()*+,;=])$/.test(part) ? part : percentEncoded(part),
  );

/** Throws for what could lead to another path: `/`, `?`, `#`, white space, `.` and `..` (Record fact 5.21). */
const checkSegment = (
  text: string,
  { at, context }: { readonly at: string; readonly context: CheckContext },
): void => {
  if (/^[^/?#\s\p{Cc}]+$/u.test(text) && text !== "." && text !== "..") return;
  const expected = "an id without slash, question mark, hash or white space";
  throw invalid(context, { path: at, expected, actual: `a text of ${text.length} characters` });
};
