import { statSync } from "node:fs";
import { Effect, Layer } from "effect";
import { ConfigurationWrong } from "../config/faults.ts";
import type { LedgerPlace, PostgresPlace } from "../config/ledger-place.ts";
import type { LedgerFailed } from "./failures.ts";
import type { Ledger } from "./Ledger.ts";
import { readOnlyLedger, sqliteLedger } from "./sqlite/open-ledger.ts";

/** Its client is loaded for those alone who have such a ledger. */
const postgres = Effect.promise(() => import("./postgres/open-ledger.ts"));

type Opened = Layer.Layer<Ledger, LedgerFailed>;

const inPostgres = (open: Effect.Effect<(place: PostgresPlace) => Opened>, place: PostgresPlace): Opened =>
  Layer.unwrap(Effect.map(open, (opened) => opened(place)));

/** Opens a ledger, making and migrating it as needed, for as long as the layer lives. Fails with `LedgerFailed`. */
export const openLedger = (place: LedgerPlace): Opened =>
  place.database === "sqlite"
    ? sqliteLedger(place.file)
    : inPostgres(
        Effect.map(postgres, ({ postgresLedger }) => postgresLedger),
        place,
      );

/** Opens an existing ledger to look at it: nothing is made, migrated or written. Fails with `LedgerFailed`. */
export const openToLook = (place: LedgerPlace): Opened =>
  place.database === "sqlite"
    ? readOnlyLedger(place.file)
    : inPostgres(
        Effect.map(postgres, ({ readOnlyPostgresLedger }) => readOnlyPostgresLedger),
        place,
      );

/** Whether there is a ledger at a place, whatever it holds. Fails with `LedgerFailed` where a server cannot be asked. */
export const isLedgerThere = (place: LedgerPlace): Effect.Effect<boolean, LedgerFailed> =>
  place.database === "sqlite"
    ? Effect.sync(() => statSync(place.file, { throwIfNoEntry: false }) !== undefined)
    : Effect.flatMap(postgres, ({ isPostgresLedgerThere }) => isPostgresLedgerThere(place));

/** Fails with `LedgerFailed` where a server would not let a run write. */
export const checkServerWrites = (place: PostgresPlace): Effect.Effect<void, LedgerFailed> =>
  Effect.flatMap(
    Effect.promise(() => import("./postgres/check-writes.ts")),
    ({ checkServerWrites }) => checkServerWrites(place),
  );

/** Why there is no ledger: it is not there, or somebody emptied it. */
const absenceOf = (place: LedgerPlace, isThere: boolean): string | undefined => {
  if (!isThere) return "is not there; `tieout run` or `tieout pull` makes one";
  if (place.database === "postgres") return undefined;
  const found = statSync(place.file);
  return found.isFile() && found.size === 0 ? "is an empty file; restore it from a backup" : undefined;
};

/**
 * Fails with `ConfigurationWrong` where there is no ledger yet: a command that only reads one must not leave an empty one
 * behind.
 */
export const requireLedger = Effect.fnUntraced(function* (place: LedgerPlace) {
  const problem = absenceOf(place, yield* isLedgerThere(place));
  if (problem !== undefined)
    return yield* new ConfigurationWrong({ faults: [{ where: `The ledger ${place.name}`, problem }] });
});

/** Whether a run would find a ledger, and not make one: an empty file holds none. Fails with `LedgerFailed` as above. */
export const holdsLedger = (place: LedgerPlace): Effect.Effect<boolean, LedgerFailed> =>
  requireLedger(place).pipe(
    Effect.as(true),
    Effect.catchTag("ConfigurationWrong", () => Effect.succeed(false)),
  );
