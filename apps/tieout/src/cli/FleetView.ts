import { Console, Effect } from "effect";
import type { EngineFailed } from "../operate/fleet/FleetEngine.ts";
import type { FleetObserver, FleetProgress } from "../operate/fleet/hand-over.ts";
import { asLines, printable } from "../operate/printable.ts";
import { plural, WARNING } from "./layout.ts";

/** Which database it is counts, where a runner is there and looks into another one. */
const noRunner = (database: string): string =>
  `No runner is there, in ${database}: start \`tieout runner\` where the keys of the sources are; until then the books wait`;

/** Says how a fleet goes: a line that is rewritten where somebody watches, and otherwise only what is odd, once each time. */
export class FleetView implements FleetObserver {
  readonly #isWatched: boolean;
  readonly #database: string;
  #wereRunners = false;
  #said: string | undefined;

  constructor(isWatched: boolean, database: string) {
    this.#isWatched = isWatched;
    this.#database = database;
  }

  /** Whether a runner was there at any time. */
  get wereRunners(): boolean {
    return this.#wereRunners;
  }

  /** Takes the line away. */
  get done(): Effect.Effect<void> {
    return Effect.sync(() => this.#show(""));
  }

  progress({ ended, books, runners }: FleetProgress): Effect.Effect<void> {
    if (runners === 0) return this.#say(noRunner(this.#database));
    return Effect.sync(() => {
      this.#wereRunners = true;
      this.#said = undefined;
      this.#show(`${ended} of ${plural(books, "book")}, ${plural(runners, "runner")}`);
    });
  }

  engineFailed({ message }: EngineFailed): Effect.Effect<void> {
    return this.#say(`${message}; the books wait until it can`);
  }

  #say(sentence: string): Effect.Effect<void> {
    if (this.#said === sentence) return Effect.void;
    this.#said = sentence;
    this.#show("");
    return Console.error(asLines([`${WARNING}${sentence}`]));
  }

  #show(text: string): void {
    if (this.#isWatched) process.stderr.write(`\r\u001b[2K${printable(text)}`);
  }
}
