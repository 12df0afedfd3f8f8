import { orElse } from "../caller-code.ts";
import { isHeaderText, isPlain, kindOf } from "../errors/clean-text.ts";
import type { Operation } from "../operation.ts";
import { areAlternatives } from "../operation-rules.ts";
import { A_CREDENTIAL, A_KEY, A_NAME_AND_PASSWORD } from "../option-rules.ts";
import { checkOptions, type OptionRule, type OptionRules } from "../options.ts";
import { isKeyText, Secret } from "../Secret.ts";
import { checkContext } from "../validate/check-context.ts";
import { invalid } from "../validate/check-request.ts";
import type { CheckContext } from "../validate/validator.ts";

/** Where a key stands in a request. */
export interface SecurityScheme {
  readonly in: "header" | "query" | "cookie";
  /** Of the header, parameter or cookie. */
  readonly name: string;
  /** Stands before the key; `Basic ` means that a name and a password are encoded behind it. */
  readonly prefix?: "Bearer " | "Basic ";
}

/** What a spec says about keys. */
export interface Security {
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  /** The names of the schemes that an operation needs together; any of these will do. An empty one means none. */
  readonly required: readonly (readonly string[])[];
}

/** A key; or what gives one, asked anew for every call, such as one that renews a token. */
export type Credential = string | Secret | (() => string | Secret | Promise<string | Secret>);

/** For HTTP's basic authentication. */
export interface NameAndPassword {
  readonly username: string;
  readonly password: string | Secret;
}

/** Keys by the name of their scheme. */
export type GivenCredentials = Readonly<Record<string, Credential | NameAndPassword | undefined>>;

/** What is added to a request. */
export interface SecurityTexts {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: readonly (readonly [string, string])[];
  readonly cookies: readonly (readonly [string, string])[];
}

/** How many keys of one scheme are remembered for keeping them out of messages: the newest, and one still under way. */
const REMEMBERED = 2;

const isScheme = (value: unknown): boolean => {
  const { in: place, name, prefix = "" } = Object(value);
  return (
    /^(?:header|query|cookie)$/.test(place) &&
    [place, name, prefix].every((text) => typeof text === "string" && isHeaderText(text))
  );
};

const SECURITY: OptionRules = {
  schemes: {
    expected: "schemes by name, each with its place and name",
    takes: (value) => isPlain(value) && Object.values(value).every(isScheme),
    isRequired: true,
  },
  required: { expected: "lists of names of schemes", takes: areAlternatives, isRequired: true },
};

/** A key, in whichever form one is given. */
const GIVEN: OptionRule = {
  expected: `${A_CREDENTIAL.expected}, or ${A_NAME_AND_PASSWORD.expected}`,
  takes: (value) => A_CREDENTIAL.takes(value) || A_NAME_AND_PASSWORD.takes(value),
};

/** Gives each request the keys that its operation needs, and no other request any. */
export class Credentials {
  readonly #security: Security;
  /** By the name of their scheme: a key, or what gives one. */
  readonly #given = new Map<string, Secret | (() => unknown)>();
  readonly #renewed = new Map<string, readonly Secret[]>();
  readonly #secrets: Secret[] = [];

  /** Throws `OptionInvalid` for a key that no header can carry, and for one of a scheme that the spec does not have. */
  constructor(security: Security, given: GivenCredentials) {
    this.#security = checkOptions("Credentials", security, SECURITY);
    const names = Object.keys(this.#security.schemes);
    const keys = checkOptions("Credentials", given, Object.fromEntries(names.map((name) => [name, GIVEN])));
    for (const [name, value] of Object.entries<unknown>(keys)) {
      if (typeof value === "function") this.#given.set(name, () => Reflect.apply(value, undefined, []));
      else {
        const [key, ...parts] = keysOf(value);
        if (key === undefined) continue;
        this.#given.set(name, key);
        this.#secrets.push(key, ...parts);
      }
    }
  }

  /** The keys that must not stand in any message: always the same list, in which renewed keys take the place of old ones. */
  get secrets(): readonly Secret[] {
    return this.#secrets;
  }

  /**
   * The keys of one operation: of the first of its alternatives that has all of them. Throws `RequestInvalid` if none
   * has, and for what a function gives that is no key; what such a function throws is thrown as it is.
   */
  async of(operation: Operation, given: CheckContext): Promise<SecurityTexts> {
    const context = checkContext("credentials.of", given);
    const required = orElse<unknown>(
      () => operation.security ?? this.#security.required,
      () => undefined,
    );
    if (!areAlternatives(required))
      throw invalid(context, { path: "operation", expected: "an operation", actual: kindOf(operation) });
    const alternatives = required.filter((names) => names.every((name) => this.#given.has(name)));
    const chosen = alternatives.find((names) => names.length > 0) ?? alternatives[0];
    if (chosen === undefined) {
      const wanted = required.map((names) => names.join(" and ")).join(", or ");
      throw invalid(context, { path: "credentials", expected: wanted, actual: "none" });
    }
    const headers: Record<string, string> = {};
    const query: (readonly [string, string])[] = [];
    const cookies: (readonly [string, string])[] = [];
    for (const name of chosen) {
      const scheme = this.#security.schemes[name];
      if (scheme === undefined) continue;
      const text = `${scheme.prefix ?? ""}${(await this.#keyOf(name, context)).reveal()}`;
      if (scheme.in === "header") headers[scheme.name] = text;
      else (scheme.in === "query" ? query : cookies).push([scheme.name, text]);
    }
    return { headers, query, cookies };
  }

  async #keyOf(name: string, context: CheckContext): Promise<Secret> {
    const given = this.#given.get(name);
    const value: unknown = typeof given === "function" ? await given() : given;
    const [key] = orElse<readonly Secret[]>(
      () => (A_KEY.takes(value) ? keysOf(value) : []),
      () => [],
    );
    if (key === undefined) {
      throw invalid(context, {
        path: `credentials.${name}`,
        expected: A_KEY.expected,
        actual: kindOf(value),
      });
    }
    if (typeof given === "function") this.#remember(name, key);
    return key;
  }

  #remember(name: string, key: Secret): void {
    const known = this.#renewed.get(name) ?? [];
    if (known.some((one) => one.reveal() === key.reveal())) return;
    const kept = [...known, key].slice(-REMEMBERED);
    this.#renewed.set(name, kept);
    const others = this.#secrets.filter((secret) => !known.includes(secret));
    this.#secrets.splice(0, this.#secrets.length, ...others, ...kept);
  }
}

/**
 * The key as it is sent, and whatever else gives it away: of a password also the password itself, as far as it is one
 * word. Secrets of our own, whoever made the ones given: what those reveal the next time changes nothing.
 */
const keysOf = (value: unknown): readonly Secret[] => {
  if (typeof value === "string") return [new Secret(value)];
  const { reveal, username, password } = Object(value);
  if (typeof reveal === "function") return [new Secret(textOf(value))];
  const word = textOf(password);
  const bytes = new TextEncoder().encode(`${username}:${word}`);
  const key = new Secret(btoa(String.fromCharCode(...bytes)));
  return isKeyText(word) ? [key, new Secret(word)] : [key];
};

const textOf = (value: unknown): string =>
  typeof value === "string" ? value : String(Object(value).reveal());
