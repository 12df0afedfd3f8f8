import { Context, DateTime, Effect, Layer } from "effect";

/** What a run has: the instants by which its parts have to end. */
interface Ends {
  /** When the whole run ends: nothing waits for a source beyond it. */
  readonly at: Date;
  /** When reading has to end for a report to be made of it in time. */
  readonly readBy: Date;
}

/** Of a run's time, how much reading may take where a report is to be made whatever was read. */
const READING_SHARE = 0.8;

/** When a run ends. */
export class Deadline extends Context.Service<Deadline, Ends>()("tieout/pull/Deadline") {
  /** So many milliseconds from now. */
  static readonly in = (ms: number): Layer.Layer<Deadline> =>
    Layer.effect(
      Deadline,
      Effect.map(DateTime.now, (now) => {
        const after = (milliseconds: number) => DateTime.toDate(DateTime.add(now, { milliseconds }));
        return Deadline.of({ at: after(ms), readBy: after(Math.floor(ms * READING_SHARE)) });
      }),
    );
}
