import { Effect, Stream } from "effect";
import { PlatformError } from "effect/PlatformError";
import * as Stdio from "effect/Stdio";
import { csvBeginning, csvRows, type PrintedRows } from "../publish/csv.ts";
import { ExportNotWritten } from "../publish/failure.ts";

const PLAIN = { excel: false };

/** Whether a failure is the system's. */
export const isOfPlatform = (failed: unknown): failed is PlatformError => failed instanceof PlatformError;

const isClosedPipe = (cause: unknown): boolean =>
  cause instanceof Error && (cause.message.includes("EPIPE") || isClosedPipe(cause.cause));

/**
 * Prints pieces of a CSV on standard output as they would stand in a file, byte for byte: whoever reads it is a program.
 * One that reads no further has what it wanted; anything else that goes wrong is an {@link ExportNotWritten}.
 */
export const printPieces = Effect.fn("printPieces")(function* <E, R>(pieces: Stream.Stream<string, E, R>) {
  const { stdout } = yield* Stdio.Stdio;
  yield* Stream.run(pieces, stdout({ endOnDone: false })).pipe(
    Effect.catchIf(isOfPlatform, (cause) =>
      isClosedPipe(cause)
        ? Effect.void
        : Effect.fail(
            new ExportNotWritten({ place: "Standard output", step: "write", reason: cause.message }),
          ),
    ),
  );
});

/** Prints a CSV whose rows are at hand. */
export const printCsv = ({ header, rows }: PrintedRows) =>
  printPieces(
    Stream.concat(Stream.make(csvBeginning(header, PLAIN)), Stream.fromIterable(csvRows(rows, PLAIN))),
  );
