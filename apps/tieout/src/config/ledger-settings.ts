import { Secret } from "@tieout/http";
import { KEY_FILES } from "./key-files.ts";
import { type LedgerPlace, type PostgresAddress, placeOfFile } from "./ledger-place.ts";
import type { FileObject, SettingsReader } from "./reader.ts";
import { PLACES } from "./run-settings.ts";

/** The password of a PostgreSQL ledger, or with _FILE added the file that holds it. */
const PASSWORD_VARIABLE = "TIEOUT_LEDGER_PASSWORD";

/** What PostgreSQL's own programs read it from. */
const SERVER_VARIABLE = "PGPASSWORD";

/** The password that a role is asked for, from the first place that has it; null where there is none. */
const passwordOf = (reader: SettingsReader, { givenPassword }: PostgresAddress, where: string) => {
  const own = reader.secret(PASSWORD_VARIABLE);
  if (givenPassword !== null && where !== PLACES.ledgerAddress.variable)
    reader.configuration.push({
      where,
      problem: `holds a password, where others can read it; put it into ${PASSWORD_VARIABLE}, or the file that ${PASSWORD_VARIABLE}_FILE names`,
    });
  else if (givenPassword !== null && own !== undefined)
    reader.configuration.push({
      where: `${where} and ${PASSWORD_VARIABLE}`,
      problem: "both hold a password; keep one of them",
    });
  const password = givenPassword ?? own ?? reader.variable(SERVER_VARIABLE);
  if (password === undefined) return null;
  if (/^[\x21-\x7e]+$/.test(password)) return new Secret(password);
  reader.configuration.push({
    where: givenPassword === null ? SERVER_VARIABLE : where,
    problem: "holds no usable password: expected printable characters without blanks",
  });
  return null;
};

/** Where the ledger is, and how it is reached, by what the reader finds. */
export const ledgerPlaceOf = (reader: SettingsReader, file: FileObject): LedgerPlace => {
  const address = reader.value(PLACES.ledgerAddress, file);
  const keyFile = reader.value(KEY_FILES.hashKeyFile, file);
  const where = reader.placeOf(PLACES.ledgerAddress, file) ?? PLACES.ledgerAddress.name;
  if (address.database === "sqlite") {
    // Known, so that one set for another ledger is no misspelt one.
    for (const name of [PASSWORD_VARIABLE, `${PASSWORD_VARIABLE}_FILE`]) reader.variable(name);
    return placeOfFile(address.file, keyFile);
  }
  const { givenPassword: _, ...place } = address;
  return { ...place, password: passwordOf(reader, address, where), keyFile: keyFile ?? null };
};

/** A run hashes people with a key that all runners share, and beside a server there is no place for its file. */
export const checkHashKey = (reader: SettingsReader, { database, name, keyFile }: LedgerPlace): void => {
  if (database === "postgres" && keyFile === null)
    reader.configuration.push({
      where: KEY_FILES.hashKeyFile.variable ?? KEY_FILES.hashKeyFile.name,
      problem: `is missing: the ledger ${name} needs a file for its key of hashing, which all runners share`,
    });
};
