import { Effect } from "effect";

/** What one look at an installation found. */
export interface Check {
  /** What was looked at. */
  readonly about: string;
  /** What is well, a sentence each. */
  readonly found: ReadonlyArray<string>;
  /** What somebody should see to although a run would go on, a sentence each. */
  readonly worries: ReadonlyArray<string>;
  /** What a run would end with because of it; null where it would go on. */
  readonly failure: Error | null;
}

/** A look that found nothing wrong. */
export const fine = (about: string, ...found: ReadonlyArray<string>): Check => ({
  ...{ about, found, worries: [] },
  failure: null,
});

/** A look that found what somebody should see to, though a run would go on. */
export const worrying = (about: string, worries: ReadonlyArray<string>): Check => ({
  ...fine(about),
  worries,
});

/** What a look failed with, as a run would end. */
export const failing = (about: string, failure: Error): Check => ({
  ...fine(about),
  failure,
});

/** Takes what a look fails with for what a run would end with. */
export const checked = <E extends Error, R>(
  about: string,
  look: Effect.Effect<Check | ReadonlyArray<Check>, E, R>,
): Effect.Effect<ReadonlyArray<Check>, never, R> =>
  look.pipe(
    Effect.map((found) => [found].flat()),
    Effect.catch((failure) => Effect.succeed([failing(about, failure)])),
  );
