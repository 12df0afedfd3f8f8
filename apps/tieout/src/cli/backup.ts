import { Console, Effect } from "effect";
import { ledgerSettingsOf } from "../config/environment.ts";
import { UsageWrong } from "../config/faults.ts";
import type { PostgresPlace } from "../config/ledger-place.ts";
import type { Flags } from "../config/resolve-settings.ts";
import { requireLedger } from "../ledger/open-ledger.ts";
import { backUpLedger } from "../operate/backup/back-up-ledger.ts";
import { asLines } from "../operate/printable.ts";
import type { Output } from "./flags.ts";
import { line, size } from "./layout.ts";

/** A server's tables are copied by its own means, together with the rest of what it is asked to keep. */
const ofServer = ({ name, keyFile }: PostgresPlace) =>
  new UsageWrong({
    faults: [
      {
        where: "tieout backup",
        problem: `copies a ledger in a file, and ${name} is on a server: back it up with pg_dump, and keep the file of its key${keyFile === null ? "" : `, ${keyFile},`} with that; or run \`tieout ledger copy\` to have it in a file`,
      },
    ],
  });

/** What `tieout backup FILE` does. */
export const backup = Effect.fnUntraced(function* ({
  file: to,
  places,
  quiet,
  json,
}: Output & { readonly file: string; readonly places: Flags }) {
  const settings = yield* ledgerSettingsOf(places);
  const { ledger } = settings;
  if (ledger.database === "postgres") return yield* ofServer(ledger);
  yield* requireLedger(ledger);
  const made = yield* backUpLedger({ ledger, file: to, at: settings.asOf });
  if (made.notNoted !== null)
    yield* Console.error(
      asLines([`The backup is whole, and the ledger does not know of it: ${made.notNoted}`]),
    );
  if (json)
    return yield* Console.log(
      JSON.stringify({ ledger: made.ledger, file: made.file, key_file: made.keyFile, bytes: made.bytes }),
    );
  if (quiet) return;
  const key =
    made.keyFile ?? "none: this ledger has no key yet, since no run of it has asked for credentials";
  yield* Console.log(
    asLines([
      line("Ledger", made.ledger),
      line("Copied to", `${made.file}, ${size(made.bytes)}`),
      line("Its key", key),
      line("To check it", `tieout verify --ledger sqlite:${made.file}`),
    ]),
  );
});
