import type { Refusal } from "../ledger/store/RunFacts.ts";
import { SourceFailed } from "../sources/SourceFailed.ts";

/** From so many details on that were asked for, a source that refuses more than half of them is itself at fault. */
const JUDGED_FROM = 10;

const FORBIDDEN = "403";

/** Of details that the run's end cut off: nobody knows what the answer would have been. */
const CUT: Refusal = { answer: "deadline", problem: "the run's deadline came before an answer" };

/** Whose details are asked for. */
export interface RefusingSource {
  readonly title: string;
  /** Details asked for at once: all that are under way fail together when a source goes down. */
  readonly atOnce: number;
  /** On how many earlier business days the details of an entity were refused, since they were last had. */
  readonly refusedDays: (id: string) => number;
  /** After so many they are given up. They are asked for, and judge nobody. */
  readonly giveUpDays: number;
}

/** What became of the details that a run asked for, and whether their source is to blame. */
export class Refusals {
  readonly #source: RefusingSource;
  readonly #refused = new Map<string, Refusal>();
  readonly #cut = new Set<string>();
  readonly #had = new Set<string>();
  #inARow = 0;

  constructor(source: RefusingSource) {
    this.#source = source;
  }

  /** By entity, why its details could not be had. */
  get refused(): ReadonlyMap<string, Refusal> {
    return new Map([...this.#refused, ...[...this.#cut].map((id) => [id, CUT] as const)]);
  }

  get had(): ReadonlySet<string> {
    return this.#had;
  }

  /** Whether the details of an entity were refused on an earlier day, and have not been had since. */
  wasRefusedBefore(id: string): boolean {
    return this.#source.refusedDays(id) > 0;
  }

  noteHad(id: string): void {
    this.#had.add(id);
    this.#inARow = 0;
  }

  noteRefused(id: string, refusal: Refusal): void {
    this.#refused.set(id, refusal);
    if (!this.#isGivenUp(id)) this.#inARow += 1;
  }

  /** Notes that the run's end came before an answer: no word of the source's. */
  noteCut(id: string): void {
    this.#cut.add(id);
  }

  /** The source's own failure, where enough in a row were refused that it need not be asked on. */
  failureSoFar(): SourceFailed | undefined {
    const enough = Math.max(this.#source.atOnce, JUDGED_FROM);
    return this.#inARow >= enough ? this.failure() : undefined;
  }

  /** The source's own failure, where it refused more than half of what it was asked for. */
  failure(): SourceFailed | undefined {
    const { title } = this.#source;
    const refusals = [...this.#refused].flatMap(([id, refusal]) => (this.#isGivenUp(id) ? [] : [refusal]));
    const others = [...this.#had, ...this.#cut].filter((id) => !this.#isGivenUp(id));
    const asked = refusals.length + others.length;
    if (asked < JUDGED_FROM || refusals.length * 2 <= asked) return undefined;
    const forbidden = refusals.filter(({ answer }) => answer === FORBIDDEN).length;
    return new SourceFailed({
      source: title,
      kind: forbidden * 2 > refusals.length ? "key" : "down",
      problem: `${title} refused ${refusals.length} of ${asked} details; the last: ${refusals.at(-1)?.problem}`,
    });
  }

  #isGivenUp(id: string): boolean {
    return this.#source.refusedDays(id) >= this.#source.giveUpDays;
  }
}
