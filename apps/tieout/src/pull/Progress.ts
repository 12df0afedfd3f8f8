import { Context, Effect, Layer } from "effect";

/** How far a source has been read. `total` is unknown until its list is complete. */
export interface Reading {
  readonly source: string;
  readonly read: number;
  readonly total: number | null;
}

/**
 * Tells a person at a terminal how far a pull is and what it waits for; silent where nobody looks.
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

  /** One line on standard error, rewritten in place. */
  static readonly terminal = Layer.sync(Progress, () => {
    const readings = new Map<string, Reading>();
    const line = (): string =>
      [...readings.values()]
        .map(({ source, read, total }) => `${source}: ${read} of ${total ?? "?"} batches`)
        .join("   ");
    const show = (text: string): void => {
      process.stderr.write(`\r\u001b[2K${text}`);
    };
    return Progress.of({
      reading: (reading) =>
        Effect.sync(() => {
          readings.set(reading.source, reading);
          show(line());
        }),
      waiting: (source, waitMs, reason) =>
        show(`${line()}   ${source} asks again in ${Math.ceil(waitMs / 1000)} s (${reason})`),
      done: Effect.sync(() => show("")),
    });
  });
}
