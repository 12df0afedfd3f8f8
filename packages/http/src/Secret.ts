import { kindOf } from "./errors/clean-text.ts";
import { OptionInvalid } from "./errors/OptionInvalid.ts";

const REDACTED = "[redacted]";

/**
 * A key that gives itself away only to {@link Secret.reveal}: printing, joining, serialising, cloning
 * or inspecting it shows `[redacted]` or nothing.
 *
 * Throws an `OptionInvalid` (which does not hold the value) unless it is printable ASCII without blanks:
 * anything else cannot be sent in a header, and the platform's own error would print it.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    if (!isKeyText(value)) {
      throw new OptionInvalid({
        of: "Secret",
        option: "value",
        expected: "one run of printable ASCII characters without blanks or line ends",
        actual: typeof value === "string" ? "another text" : kindOf(value),
      });
    }
    this.#value = value;
  }

  /** The key itself, for the one place that puts it into a header. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }
}

/** Whether it can be sent as a key: a text of printable ASCII, and no blank at which a header could be cut in two. */
export const isKeyText = (value: unknown): value is string =>
  typeof value === "string" && /^[\x21-\x7e]+$/.test(value);
