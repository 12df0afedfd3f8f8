/** How often something was counted, by name, and by name within it. */
type Counts = Readonly<Record<string, number>>;

const sorted = <Value>(map: ReadonlyMap<string, Value>): Readonly<Record<string, Value>> =>
  Object.fromEntries([...map].toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** What a server was asked and how it answered, since its start or the last reset. */
export class RequestCounts {
  readonly #requests = new Map<string, number>();
  readonly #answers = new Map<string, Map<string, number>>();
  #firstAtMs: number | undefined;
  #lastAtMs = 0;

  /** A request came in. */
  asked(operation: string, atMs: number): void {
    this.#requests.set(operation, (this.#requests.get(operation) ?? 0) + 1);
    this.#firstAtMs ??= atMs;
    this.#lastAtMs = atMs;
  }

  /** How it is answered: `served`, `limited`, or the kind of the fault that it meets. */
  answered(operation: string, how: string): void {
    const counts = this.#answers.get(operation) ?? new Map<string, number>();
    this.#answers.set(operation, counts.set(how, (counts.get(how) ?? 0) + 1));
  }

  /** By operation. */
  requests(): Counts {
    return sorted(this.#requests);
  }

  /** By operation, and by how it was answered. */
  answers(): Readonly<Record<string, Counts>> {
    return sorted(new Map([...this.#answers].map(([operation, counts]) => [operation, sorted(counts)])));
  }

  /** From the first request to the last, in whole milliseconds. */
  spanMs(): number {
    return Math.round(this.#lastAtMs - (this.#firstAtMs ?? this.#lastAtMs));
  }

  reset(): void {
    this.#requests.clear();
    this.#answers.clear();
    this.#firstAtMs = undefined;
    this.#lastAtMs = 0;
  }
}
