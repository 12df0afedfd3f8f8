import { hash } from "node:crypto";

/** A SHA-256, a byte a character: the smallest form that can be looked up. */
const keyOf = (text: string): string => hash("sha256", text, "binary");

/** How figures stand to what was recorded under their name: as they were, otherwise, or nothing was recorded. */
export type Standing = "same" | "other" | "unknown";

/** What the name of a source's figures begins with: up to the comma behind the source. */
const sourceIn = (name: string): string => name.slice(0, name.indexOf(",") + 1);

/**
 * The figures that reports recorded, by their names, without their texts: of each some 130 bytes, that tell whether it is
 * as it was recorded.
 */
export class RecordedNames {
  /** By what names of one source begin with: by the key of a name, the key of its text. */
  readonly #bySource: Map<string, Map<string, string>>;

  constructor(bySource: Map<string, Map<string, string>> = new Map()) {
    this.#bySource = bySource;
  }

  get size(): number {
    return [...this.#bySource.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** Figures are recorded in place of others of their name. */
  set(name: string, text: string): void {
    const source = sourceIn(name);
    const names = this.#bySource.get(source) ?? new Map<string, string>();
    this.#bySource.set(source, names);
    names.set(keyOf(name), keyOf(text));
  }

  delete(name: string): void {
    this.#bySource.get(sourceIn(name))?.delete(keyOf(name));
  }

  has(name: string): boolean {
    return this.#bySource.get(sourceIn(name))?.has(keyOf(name)) ?? false;
  }

  standingOf(name: string, text: string): Standing {
    const recorded = this.#bySource.get(sourceIn(name))?.get(keyOf(name));
    if (recorded === undefined) return "unknown";
    return recorded === keyOf(text) ? "same" : "other";
  }

  /** Those of some sources, by what their names begin with. */
  of(beginnings: ReadonlyArray<string>): RecordedNames {
    return new RecordedNames(new Map([...this.#bySource].filter(([source]) => beginnings.includes(source))));
  }

  /** The same without some names. */
  without(names: Iterable<string>): RecordedNames {
    const others = new RecordedNames(
      new Map([...this.#bySource].map(([source, all]) => [source, new Map(all)])),
    );
    for (const name of names) others.delete(name);
    return others;
  }
}
