import { Effect, Stream } from "effect";
import * as Stdio from "effect/Stdio";
import { csvPieces, type PrintedRows } from "../publish/csv.ts";
import { ExportNotWritten } from "../publish/failure.ts";

const isClosedPipe = (cause: unknown): boolean =>
  cause instanceof Error && (String(cause).includes("EPIPE") || isClosedPipe(cause.cause));

/**
 * Prints a CSV on standard output as it stands in a file, byte for byte: whoever reads it is a program. One that reads no
 * further has what it wanted; anything else that goes wrong is an {@link ExportNotWritten}.
 */
export const printCsv = Effect.fn("printCsv")(function* (printed: PrintedRows) {
  const { stdout } = yield* Stdio.Stdio;
  yield* Stream.fromIterable(csvPieces(printed, { excel: false })).pipe(
    Stream.run(stdout({ endOnDone: false })),
    Effect.catch((cause) =>
      isClosedPipe(cause)
        ? Effect.void
        : Effect.fail(
            new ExportNotWritten({ place: "Standard output", step: "write", reason: String(cause) }),
          ),
    ),
  );
});
