import { orElse } from "../caller-code.ts";
import type { Reply } from "./reply.ts";

/** Under this name, the same in every installed copy of the package, an error holds its brand and those it inherits. */
const BRANDS: unique symbol = Symbol.for("@tieout/http/brands");

/** Marks the facts of an error among whatever else a `cause` may be. */
const PACKAGE = "@tieout/http";

/** What is known of an error, as plain data. */
export interface ErrorFacts {
  /** The class: `KoardRefused`. */
  readonly name: string;
  readonly [fact: string]: string | number | undefined;
}

/** What an error is made of besides its message. */
export interface ErrorContext {
  readonly facts: Readonly<Record<string, string | number | undefined>>;
  readonly cause?: Error;
  readonly reply?: Reply | undefined;
}

/**
 * An error of this package or of a client. It is recognised by its brand, so `instanceof` also holds for one that another
 * installed copy threw. What it was told with the answer is kept where no log and no clone comes by.
 */
export class BrandedError<Body = unknown> extends Error {
  /** The name of the class; every subclass has its own. */
  static readonly brand: string = "BrandedError";
  override readonly name: string;
  readonly #reply: Reply | undefined;

  constructor(message: string, { facts, cause, reply }: ErrorContext) {
    const { brand } = new.target;
    // `structuredClone` leaves an error its message and cause, and takes name and fields from it.
    const plain = plainFacts(brand, facts);
    super(message, { cause: cause === undefined ? plain : withCause(cause, plain) });
    this.name = brand;
    this.#reply = reply;
    markBrands(this, new.target);
  }

  /** The headers of the answer, without keys; `undefined` where there was no answer. */
  get headers(): Headers | undefined {
    return this.#reply?.headers();
  }

  /**
   * The parsed body of the answer, its texts without keys and personal data. `undefined` where there was no answer, or
   * one that is no JSON or too long. Parsed at each reading.
   */
  get body(): Body {
    // biome-ignore lint/nursery/noUnsafeTypeAssertion: nothing checks a refusal; `RefusalBody` says what the spec promises, and that any of it may be missing.
    return this.#reply?.body() as Body;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: the subclass that stands right of `instanceof` is meant.
    return isInstance(this, value);
  }
}

/** A class whose instances are recognised by its brand. */
interface Branded {
  readonly brand: string;
}

export const isInstance = (class_: Branded, value: unknown): boolean =>
  orElse(
    () =>
      // A subclass of somebody else's, without a brand of its own, is recognised as any class is.
      Object.hasOwn(class_, "brand")
        ? brandsIn(value).includes(class_.brand)
        : Object[Symbol.hasInstance].call(class_, value),
    () => false,
  );

export const markBrands = (error: Error, class_: Branded): void => {
  Object.defineProperty(error, BRANDS, { value: brandsOf(class_) });
};

export const plainFacts = (name: string, facts: ErrorContext["facts"]): ErrorFacts => ({
  ...facts,
  package: PACKAGE,
  name,
});

/**
 * What the spec documents as the body of a refusal, with every member missing as may be: nothing holds a refusal
 * against the spec, so what it documents is what to look for and no promise.
 */
export type RefusalBody<Spec, Id extends keyof Spec, Status> = Spec[Id] extends {
  readonly responses: infer Responses;
}
  ? Status extends keyof Responses
    ? Responses[Status] extends { readonly content: { readonly "application/json": infer Body } }
      ? Unchecked<Body> | undefined
      : unknown
    : unknown
  : unknown;

type Unchecked<Body> = Body extends readonly (infer Item)[]
  ? readonly (Unchecked<Item> | undefined)[]
  : Body extends object
    ? { readonly [Member in keyof Body]?: Unchecked<Body[Member]> | undefined }
    : Body;

/** The facts of an error of this package or of a client, also of one that `structuredClone` or a worker passed on. */
export const errorFacts = (error: unknown): ErrorFacts | undefined =>
  orElse(
    () => factsIn(error),
    () => undefined,
  );

const factsIn = (error: unknown): ErrorFacts | undefined => {
  let cause = error;
  for (let depth = 0; depth < 3 && cause instanceof Error; depth += 1) cause = cause.cause;
  return isFacts(cause) ? cause : undefined;
};

const isFacts = (value: unknown): value is ErrorFacts =>
  typeof value === "object" && value !== null && "package" in value && value.package === PACKAGE;

/** An error that is frozen, or whatever else takes no cause, keeps nothing of it. */
const withCause = (error: Error, cause: unknown): Error =>
  orElse(
    () => (Object.hasOwn(error, "cause") ? error : Object.defineProperty(error, "cause", { value: cause })),
    () => error,
  );

const brandsOf = (class_: Branded): readonly unknown[] => {
  const brands: unknown[] = [];
  for (let at: object | null = class_; at !== null; at = Object.getPrototypeOf(at)) {
    if (Object.hasOwn(at, "brand")) brands.push(Reflect.get(at, "brand"));
  }
  return brands;
};

const brandsIn = (value: unknown): readonly unknown[] => {
  const brands: unknown =
    typeof value === "object" && value !== null ? Reflect.get(value, BRANDS) : undefined;
  return Array.isArray(brands) ? brands : [];
};
