/** Gives each value of generated code a constant of its own, and equal values the same one. */
export class SharedConstants {
  readonly #prefix: string;
  readonly #names = new Map<string, string>();

  /** Names are the prefix and a number. */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** The name of the constant that holds a JSON value. */
  nameOf(value: unknown): string {
    const text = JSON.stringify(value);
    const name = this.#names.get(text) ?? `${this.#prefix}${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }

  /** The statements that declare them, in the order in which they were asked for. */
  declarations(): readonly string[] {
    return [...this.#names].map(([text, name]) => `const ${name} = ${text};`);
  }
}
