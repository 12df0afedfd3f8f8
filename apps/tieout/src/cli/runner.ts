import { hostname } from "node:os";
import { Console, Effect, Layer } from "effect";
import { settingsOf } from "../config/environment.ts";
import type { Flags } from "../config/resolve-settings.ts";
import { openLedger } from "../ledger/open-ledger.ts";
import { serveNights } from "../operate/fleet/serve-nights.ts";
import { asLines } from "../operate/printable.ts";
import { goThroughProxy } from "../operate/process/go-through-proxy.ts";
import { plural } from "./layout.ts";
import { logging } from "./logging.ts";
import { openEngine } from "./open-engine.ts";
import { runnerNight } from "./runner-night.ts";

/** What `tieout runner` does. */
export const runner = Effect.fnUntraced(
  function* ({ quiet, flags }: { readonly quiet: boolean; readonly flags: Flags }) {
    // Looked at once before, so that what is wrong is said now and not for each book in the night.
    const settings = yield* settingsOf(flags);
    const { engine, database } = yield* openEngine(settings);
    // Its tables are made before several books want to make them at once, and what keeps it from being used is said now.
    yield* Effect.scoped(Layer.build(openLedger(settings.ledger)));
    const name = `${hostname()}/${process.pid}`;
    const addresses = settings.books.flatMap(({ sources }) =>
      sources.flatMap(({ access }) => (access === null ? [] : [access.baseUrl])),
    );
    yield* goThroughProxy(settings.proxy, addresses);
    // By another address than the ledger's, which one is not seen from anything else.
    const sharing = database === settings.ledger.name ? "" : `, shares them through ${database}`;
    if (!quiet)
      yield* Console.log(
        asLines([
          `Runner ${name}: has the keys of ${plural(settings.books.length, "book")}, works on ${settings.booksAtOnce} at once${sharing}`,
        ]),
      );
    const serving = serveNights(settings.booksAtOnce, (night) => runnerNight(night, { flags, name, quiet }));
    return yield* serving.pipe(Effect.provide(engine));
  },
  Effect.scoped,
  logging,
);
