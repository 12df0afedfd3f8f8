import { Effect } from "effect";

/** What one look at an installation found. */
export interface Check {
  /** What was looked at. */
  readonly about: string;
  /** A sentence each. */
  readonly found: ReadonlyArray<string>;
  /** What a run would end with because of it; null where it would go on. */
  readonly failure: Error | null;
  /** Whether somebody should see to it although a run would go on. */
  readonly isWorrying: boolean;
}

/** A look that found nothing wrong. */
export const fine = (about: string, ...found: ReadonlyArray<string>): Check => ({
  ...{ about, found },
  failure: null,
  isWorrying: false,
});

/** A look that found what somebody should see to, though a run would go on. */
export const worrying = (about: string, ...found: ReadonlyArray<string>): Check => ({
  ...fine(about, ...found),
  isWorrying: true,
});

/** Takes what a look fails with for what a run would end with. */
export const checked = <E extends Error, R>(
  about: string,
  look: Effect.Effect<Check | ReadonlyArray<Check>, E, R>,
): Effect.Effect<ReadonlyArray<Check>, never, R> =>
  look.pipe(
    Effect.map((found) => [found].flat()),
    Effect.catch((failure) =>
      Effect.succeed([{ about, found: [failure.message], failure, isWorrying: false }]),
    ),
  );
