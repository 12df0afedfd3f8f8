import { Context, Effect, Layer } from "effect";

/** How far a source has been read. `total` is unknown until its list is complete. */
export interface Reading {
  readonly source: string;
  readonly read: number;
  readonly total: number | null;
}

/**
 * What a pull reports of its progress, to whoever draws it.
 */
export class Progress extends Context.Service<
  Progress,
  {
    /** A source has read so many batches. */
    readonly reading: (reading: Reading) => Effect.Effect<void>;
    /** A source waits before it asks again: how long, in milliseconds, and why. */
    readonly waiting: (source: string, waitMs: number, reason: string) => void;
    /** Takes the line away, so that what follows starts on a clean one. */
    readonly done: Effect.Effect<void>;
  }
>()("tieout/operate/Progress") {
  /** Says nothing: output is piped, or `--quiet` or `--json` was given. */
  static readonly silent = Layer.succeed(
    Progress,
    Progress.of({ reading: () => Effect.void, waiting: () => {}, done: Effect.void }),
  );
}
