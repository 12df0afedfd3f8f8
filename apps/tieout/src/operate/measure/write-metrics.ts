import { chmod, rename } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Clock, Effect, Metric } from "effect";
import { PrometheusMetrics } from "effect/observability";
import { asideName, sweepAside } from "../../publish/aside.ts";
import { writePieces } from "../../publish/write-pieces.ts";
import type { BookMeasures } from "./BookMeasures.ts";
import { MEASURES, type Sample, samplesOf } from "./samples.ts";

/** Others read it, node_exporter among them, whatever the umask of a run that keeps its reports to itself. */
const MODE = 0o644;

const record = ({ name, labels, value }: Sample): Effect.Effect<void> =>
  Metric.update(Metric.gauge(name, { description: MEASURES[name], attributes: labels }), value);

/** Gives measures to Effect's registry of them: that of the process, unless another is provided. */
export const recordMeasures = (books: ReadonlyArray<BookMeasures>): Effect.Effect<void> =>
  Effect.forEach(books.flatMap(samplesOf), record, { discard: true });

/** Measures as Prometheus reads them. */
export const prometheusText = (books: ReadonlyArray<BookMeasures>): Effect.Effect<string> =>
  Effect.andThen(recordMeasures(books), PrometheusMetrics.format()).pipe(
    Effect.provideService(Metric.MetricRegistry, new Map()),
  );

const replace = async (file: string, text: string, nowMs: number): Promise<void> => {
  // It does not end as what node_exporter reads.
  const prefix = `.${basename(file)}-`;
  await sweepAside(dirname(file), prefix, nowMs);
  const aside = join(dirname(file), asideName(prefix));
  await writePieces(aside, [text]);
  await chmod(aside, MODE);
  await rename(aside, file);
};

/** Replaces the file that Prometheus's node_exporter reads, in one step. Gives a sentence where that failed. */
export const writeMetrics = Effect.fn("writeMetrics")(function* (
  file: string,
  books: ReadonlyArray<BookMeasures>,
) {
  const text = yield* prometheusText(books);
  const nowMs = yield* Clock.currentTimeMillis;
  return yield* Effect.tryPromise({
    try: () => replace(file, text, nowMs),
    catch: (cause) =>
      `The measures were not written to ${file}: ${cause instanceof Error ? cause.message : String(cause)}`,
  }).pipe(
    Effect.flip,
    Effect.orElseSucceed(() => undefined),
  );
});
