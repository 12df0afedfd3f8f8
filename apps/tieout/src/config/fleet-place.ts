import { Secret } from "@tieout/http";
import { type LedgerPlace, type PostgresPlace, readPostgresAddress } from "./ledger-place.ts";
import type { SettingsReader } from "./reader.ts";

/**
 * The address of another way to the database, or of another database, through which runners share the books: where that of
 * the ledger leads to a pooler. It may hold a password, so it is no option.
 */
export const FLEET_DATABASE = "TIEOUT_FLEET_DATABASE";

/** Where runners share the books: in the ledger's database, unless another one is named. */
export const fleetPlaceOf = (reader: SettingsReader, ledger: LedgerPlace): PostgresPlace | null => {
  const ofLedger = ledger.database === "postgres" ? ledger : null;
  const given = reader.secret(FLEET_DATABASE);
  if (given === undefined) return ofLedger;
  const read = readPostgresAddress(given);
  if (!("address" in read)) {
    reader.configuration.push({ where: FLEET_DATABASE, problem: `expected ${read.expected}` });
    return null;
  }
  const { givenPassword, ...place } = read.address;
  const password = givenPassword === null ? (ofLedger?.password ?? null) : new Secret(givenPassword);
  return { ...place, password, keyFile: null };
};
