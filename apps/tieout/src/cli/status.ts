import { Console, Effect, Option } from "effect";
import { statusSettingsOf } from "../config/environment.ts";
import type { Flags } from "../config/resolve-settings.ts";
import { isLedgerThere } from "../ledger/open-ledger.ts";
import { type BookStatus, ledgerStatus } from "../operate/inspect/status.ts";
import { asLines } from "../operate/printable.ts";
import { durationMs } from "./duration.ts";
import { EXIT, fails } from "./exit-code.ts";
import type { Output } from "./flags.ts";
import { printSharding } from "./print-sharding.ts";
import { printedStatus } from "./printed-status.ts";

/** Says which books have no nightly report that is young enough; a report is as old as the instant that it is as of. */
const refuseOldReports = Effect.fnUntraced(function* (
  books: ReadonlyArray<Pick<BookStatus, "book" | "report">>,
  { asOf, ageMs, typed }: { readonly asOf: string; readonly ageMs: number; readonly typed: string },
) {
  const old = books.flatMap(({ book, report }) => {
    if (report === null) return [`${book}: there is no nightly report yet`];
    const isYoung = Date.parse(asOf) - Date.parse(report.as_of) <= ageMs;
    return isYoung
      ? []
      : [`${book}: the newest nightly report is as of ${report.as_of}, older than ${typed}`];
  });
  if (old.length === 0) return;
  yield* Console.error(asLines(old));
  return yield* fails(EXIT.temporary);
});

/** What was typed. */
interface Given extends Pick<Output, "json"> {
  readonly flags: Flags;
  readonly maxAge: Option.Option<string>;
}

/** What `tieout status` does. */
export const status = Effect.fnUntraced(function* ({ json, flags, maxAge: typed }: Given) {
  const settings = yield* Effect.tap(statusSettingsOf(flags), printSharding);
  const check = Effect.fnUntraced(function* (books: ReadonlyArray<Pick<BookStatus, "book" | "report">>) {
    if (Option.isNone(typed)) return;
    const ageMs = yield* durationMs("--max-age", typed.value);
    yield* refuseOldReports(books, { asOf: settings.asOf, ageMs, typed: typed.value });
  });
  // Nothing is wrong before the first run; and what only looks must not leave an empty ledger behind.
  if (!(yield* isLedgerThere(settings.ledger))) {
    const message = `There is no ledger at ${settings.ledger.name} yet: nothing was read so far`;
    yield* Console.log(json ? JSON.stringify({ ledger: null, books: [] }) : asLines([message]));
    return yield* check(settings.books.map(({ name }) => ({ book: name, report: null })));
  }
  const found = yield* ledgerStatus(settings);
  yield* Console.log(json ? JSON.stringify(found) : printedStatus(found, settings.asOf));
  yield* check(found.books);
});
