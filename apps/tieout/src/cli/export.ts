import { Console, Effect, Option, Stream } from "effect";
import * as FileSystem from "effect/FileSystem";
import { ledgerSettingsOf } from "../config/environment.ts";
import { UsageWrong } from "../config/faults.ts";
import type { Flags } from "../config/resolve-settings.ts";
import type { Settings } from "../config/Settings.ts";
import { openLedger, requireLedger } from "../ledger/open-ledger.ts";
import { exportedBatches, exportedRows } from "../operate/export/exported-batches.ts";
import { asLines } from "../operate/printable.ts";
import { asideName } from "../publish/aside.ts";
import { csvBeginning, csvRows } from "../publish/csv.ts";
import { ExportNotWritten } from "../publish/failure.ts";
import { printTransaction, TRANSACTION_COLUMNS } from "../publish/transaction-columns.ts";
import type { Output } from "./flags.ts";
import { plural } from "./layout.ts";
import { isOfPlatform, printPieces } from "./print-csv.ts";

/** What is asked for is named in one way: by batches, or by days. */
const mustBeAsked = ({ books }: Settings, batches: ReadonlyArray<string>) => {
  const hasWindow = books.some(({ ownWindow }) => ownWindow !== null);
  if (hasWindow === batches.length > 0)
    return Effect.fail(
      new UsageWrong({
        faults: [
          hasWindow
            ? { where: "--batch", problem: "is given, and days as well; keep one of them" }
            : {
                where: "--batch",
                problem: "is missing; name a batch, or days with --month, or --from and --to",
              },
        ],
      }),
    );
  return Effect.void;
};

const failure = (place: string, step: "create" | "write") => (cause: { readonly message: string }) =>
  new ExportNotWritten({ place, step, reason: cause.message });

/** Writes a CSV beside where it will stand, and puts it there whole or not at all. */
const writeFile = Effect.fnUntraced(function* <E, R>(file: string, pieces: Stream.Stream<string, E, R>) {
  const files = yield* FileSystem.FileSystem;
  const part = asideName(`${file}.part-`);
  yield* files.writeFileString(part, "").pipe(Effect.mapError(failure(file, "create")));
  yield* pieces.pipe(
    Stream.encodeText,
    Stream.run(files.sink(part)),
    Effect.andThen(files.rename(part, file)),
    Effect.catchIf(isOfPlatform, (cause) => Effect.fail(failure(file, "write")(cause))),
    Effect.onError(() => Effect.ignore(files.remove(part))),
  );
});

const printed = function* (rows: Iterable<Parameters<typeof printTransaction>[0]>) {
  for (const row of rows) yield printTransaction(row);
};

/** What was typed. */
interface Given extends Pick<Output, "quiet"> {
  readonly batches: ReadonlyArray<string>;
  readonly file: Option.Option<string>;
  readonly settings: Flags;
}

/** What `tieout export transactions` does. */
export const transactions = Effect.fnUntraced(function* ({
  batches: ids,
  file,
  settings: typed,
  quiet,
}: Given) {
  const settings = yield* ledgerSettingsOf(typed);
  yield* mustBeAsked(settings, ids);
  yield* requireLedger(settings.ledger);
  const dialect = { excel: settings.excel };
  let rows = 0;
  yield* Effect.gen(function* () {
    const batches = yield* exportedBatches(settings, ids);
    const pieces = Stream.concat(
      Stream.make(
        csvBeginning(
          TRANSACTION_COLUMNS.map(({ name }) => name),
          dialect,
        ),
      ),
      Stream.fromIterable(batches).pipe(
        Stream.mapEffect(exportedRows),
        Stream.tap((all) => Effect.sync(() => (rows += all.length))),
        Stream.flatMap((all) => Stream.fromIterable(csvRows(printed(all), dialect))),
      ),
    );
    if (Option.isNone(file)) return yield* printPieces(pieces);
    yield* writeFile(file.value, pieces);
    if (!quiet)
      yield* Console.log(
        asLines([`${file.value}: ${plural(rows, "row")} of ${plural(batches.length, "batch", "batches")}`]),
      );
  }).pipe(Effect.provide(openLedger(settings.ledger)));
});
