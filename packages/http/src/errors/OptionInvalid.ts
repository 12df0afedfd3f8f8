import { orElse } from "../caller-code.ts";
import { isInstance, markBrands, plainFacts } from "./BrandedError.ts";
import { isPlain, kindOf, messageText } from "./clean-text.ts";

/** What is known of an option that cannot be taken. */
export interface OptionFields {
  /** Who was given it: `createKoardClient`. */
  readonly of: string;
  /** Its name, with those that it lies in: `hooks.onRetry`. */
  readonly option: string;
  readonly expected: string;
  /** What was given, without its value where that may be a key. */
  readonly actual: string;
}

/** An option cannot be taken, so what it was given for was not made. A `TypeError` that names it. */
export class OptionInvalid extends TypeError {
  static readonly brand: string = "OptionInvalid";
  override readonly name: string;
  readonly of: string;
  readonly option: string;
  readonly expected: string;
  readonly actual: string;

  constructor(fields: OptionFields) {
    const { brand } = new.target;
    const given = textsOf(fields);
    super(messageText(`${given.of}: ${given.option}: expected ${given.expected}, got ${given.actual}`), {
      cause: plainFacts(brand, given),
    });
    this.name = brand;
    markBrands(this, new.target);
    this.of = given.of;
    this.option = given.option;
    this.expected = given.expected;
    this.actual = given.actual;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: the subclass that stands right of `instanceof` is meant.
    return isInstance(this, value);
  }
}

/** Somebody may throw one of his own; what is no text in it is a fault like any other. */
const textsOf = (fields: unknown) => {
  const given = isPlain(fields) ? fields : {};
  const text = (option: keyof OptionFields): string => {
    const value = orElse(
      () => given[option],
      () => undefined,
    );
    if (typeof value === "string") return value;
    throw new OptionInvalid({ of: "OptionInvalid", option, expected: "a text", actual: kindOf(value) });
  };
  return { of: text("of"), option: text("option"), expected: text("expected"), actual: text("actual") };
};
