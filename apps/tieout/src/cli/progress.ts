import { Effect, Layer } from "effect";
import * as Stdio from "effect/Stdio";
import { printable } from "../operate/printable.ts";
import { Progress, type Reading } from "../pull/Progress.ts";
import { EventLog, NO_LOG } from "../sources/EventLog.ts";

/** One line on standard error, rewritten in place. */
export const terminalProgress = Layer.sync(Progress, () => {
  const readings = new Map<string, Reading>();
  const line = (): string =>
    [...readings.values()]
      .map(({ source, read, total }) => `${source}: ${read} of ${total ?? "?"} batches`)
      .join("   ");
  const show = (text: string): void => {
    process.stderr.write(`\r\u001b[2K${printable(text)}`);
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

/** Progress for a person at a terminal; none when output is piped, meant for a machine, or a log. */
export const progressFor = (output: { readonly quiet: boolean; readonly json: boolean }) =>
  Effect.gen(function* () {
    const isWatched = yield* (yield* Stdio.Stdio).stderrIsTerminal;
    const isLogged = (yield* EventLog) !== NO_LOG;
    return isWatched && !output.quiet && !output.json && !isLogged ? terminalProgress : Progress.silent;
  });
