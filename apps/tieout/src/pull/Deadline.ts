import { Context, DateTime, Effect, Layer } from "effect";

/** The instant at which the whole run ends: nothing waits for a source beyond it. */
export class Deadline extends Context.Service<Deadline, { readonly at: Date }>()("tieout/pull/Deadline") {
  /** So many milliseconds from now. */
  static readonly in = (ms: number): Layer.Layer<Deadline> =>
    Layer.effect(
      Deadline,
      Effect.map(DateTime.now, (now) =>
        Deadline.of({ at: DateTime.toDate(DateTime.add(now, { milliseconds: ms })) }),
      ),
    );
}
