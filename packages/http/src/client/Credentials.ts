import { OptionInvalid } from "../errors/api-errors.ts";
import type { Operation } from "../operation.ts";
import { Secret } from "../Secret.ts";
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

/** Gives each request the keys that its operation needs, and no other request any. */
export class Credentials {
  readonly #security: Security;
  readonly #given: GivenCredentials;
  readonly #renewed = new Map<string, readonly Secret[]>();
  readonly #secrets: Secret[] = [];

  /** Throws a `TypeError` for a key that no header can carry, and `OptionInvalid` for one of a scheme that the spec does not have. */
  constructor(security: Security, given: GivenCredentials) {
    this.#security = security;
    this.#given = given;
    for (const [name, value] of Object.entries(given)) {
      if (!Object.hasOwn(security.schemes, name)) {
        const expected = `one of ${Object.keys(security.schemes).join(", ") || "none"}`;
        throw new OptionInvalid({ of: "credentials", option: name, expected, actual: "another" });
      }
      if (value !== undefined && typeof value !== "function") this.#secrets.push(...secretsOf(value));
    }
  }

  /** The keys that must not stand in any message: always the same list, in which renewed keys take the place of old ones. */
  get secrets(): readonly Secret[] {
    return this.#secrets;
  }

  /** The keys of one operation: of the first of its alternatives that has all of them. Throws `RequestInvalid` if none has. */
  async of(operation: Operation, context: CheckContext): Promise<SecurityTexts> {
    const required = operation.security ?? this.#security.required;
    const alternatives = required.filter((names) => names.every((name) => this.#given[name] !== undefined));
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
      const text = `${scheme.prefix ?? ""}${(await this.#keyOf(name)).reveal()}`;
      if (scheme.in === "header") headers[scheme.name] = text;
      else (scheme.in === "query" ? query : cookies).push([scheme.name, text]);
    }
    return { headers, query, cookies };
  }

  async #keyOf(name: string): Promise<Secret> {
    const value = this.#given[name] ?? "";
    if (typeof value !== "function") return keyOf(value);
    const key = keyOf(await value());
    const known = this.#renewed.get(name) ?? [];
    if (known.some((one) => one.reveal() === key.reveal())) return key;
    const kept = [...known, key].slice(-REMEMBERED);
    this.#renewed.set(name, kept);
    const others = this.#secrets.filter((secret) => !known.includes(secret));
    this.#secrets.splice(0, this.#secrets.length, ...others, ...kept);
    return key;
  }
}

const keyOf = (value: string | Secret | NameAndPassword): Secret => {
  if (typeof value === "string") return new Secret(value);
  if ("reveal" in value) return value;
  const password = typeof value.password === "string" ? value.password : value.password.reveal();
  const bytes = new TextEncoder().encode(`${value.username}:${password}`);
  return new Secret(btoa(String.fromCharCode(...bytes)));
};

/** All that gives the key away: of a password also the password itself, as far as it is one word. */
const secretsOf = (value: string | Secret | NameAndPassword): readonly Secret[] => {
  if (typeof value === "string" || "reveal" in value) return [keyOf(value)];
  const { password } = value;
  if (typeof password !== "string") return [keyOf(value), password];
  return /^[\x21-\x7e]+$/.test(password) ? [keyOf(value), new Secret(password)] : [keyOf(value)];
};
