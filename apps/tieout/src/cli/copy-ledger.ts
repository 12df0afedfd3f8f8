import { Console, Effect } from "effect";
import { ledgerNamed } from "../config/environment.ts";
import { placeOfFile } from "../config/ledger-place.ts";
import { copyToLedger } from "../operate/copy/copy-to-ledger.ts";
import { asLines } from "../operate/printable.ts";
import type { Output } from "./flags.ts";
import { grouped, line, plural } from "./layout.ts";

/** Rows after which it is said how far a table is. */
const SAID_EVERY = 50_000;

/** What `tieout ledger copy FROM TO` does. */
export const copyLedger = Effect.fnUntraced(function* ({
  from: typedFrom,
  to: typedTo,
  quiet,
  json,
}: Output & { readonly from: string; readonly to: string }) {
  const from = yield* ledgerNamed(typedFrom);
  const named = yield* ledgerNamed(typedTo);
  // In a file it has its key beside it.
  const to = named.database === "sqlite" ? placeOfFile(named.file) : named;
  const isSaid = !quiet && !json;
  const copied = (table: string, rows: number) =>
    isSaid && rows % SAID_EVERY === 0
      ? Console.error(asLines([`${table}: ${plural(rows, "row")}`]))
      : Effect.void;
  const { rows, runs, reports, details, keyFile } = yield* copyToLedger({ from, to, copied });
  if (json)
    return yield* Console.log(
      JSON.stringify({ from: from.name, to: to.name, rows, runs, reports, details, key_file: keyFile }),
    );
  if (quiet) return;
  const held = `${plural(runs, "run")}, ${plural(reports, "report")}, ${plural(details, "version")} of details`;
  yield* Console.log(
    asLines([
      line("Copied", from.name),
      line("To", `${to.name}: ${held}`),
      line("Compared", `${grouped(rows)} rows, each read back`),
      line(
        "Its key",
        keyFile ?? "none: this ledger has no key yet, since no run of it has asked for credentials",
      ),
      line("Next", `name it with TIEOUT_LEDGER, and put the first one away: each would go on by itself`),
    ]),
  );
});
