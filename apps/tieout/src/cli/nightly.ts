import { Effect } from "effect";
import type { Flags } from "../config/resolve-settings.ts";
import type { Settings } from "../config/Settings.ts";
import { runBook } from "../operate/night/book-night.ts";
import { eachBook } from "../operate/night/each-book.ts";
import { refuseLostLedger } from "../operate/night/refuse-lost-ledger.ts";
import { ending } from "./ending.ts";
import type { Output } from "./flags.ts";
import { NightEnds } from "./night-ends.ts";
import { badEndsOf, printNight } from "./print-night.ts";

/** How a night is run. */
interface NightlyRun extends Output {
  readonly flags: Flags;
  /** Whether it is one of a fleet's: where it is interrupted another runner goes on with it. */
  readonly isOfFleet: boolean;
}

/** The night of all books that settings name, printed, and told to whom it concerns: what `tieout run` does. */
export const nightly = <E, R>(
  settings: Effect.Effect<Settings, E, R>,
  { flags, isOfFleet, ...output }: NightlyRun,
) => {
  const ends = new NightEnds(badEndsOf);
  const night = Effect.gen(function* () {
    const read = yield* settings;
    yield* refuseLostLedger(read);
    const found = yield* eachBook(read, (one) => ends.noting(one.book.name, runBook(one)));
    ends.failed(found.failures);
    yield* printNight(found, output);
  });
  return ending(night, { flags, ends, isTold: true, isOfFleet });
};
