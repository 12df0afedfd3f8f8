import { statSync } from "node:fs";
import type { LedgerPlace } from "../../config/ledger-place.ts";

/** The rights of others than the owner. */
const OF_OTHERS = 0o077;

/** A ledger, and its key of hashing: both are made for their owner alone. What SQLite adds has the ledger's mode. */
const filesOf = (place: LedgerPlace): ReadonlyArray<string> => [
  ...(place.database === "sqlite" ? [place.file] : []),
  ...(place.keyFile === null ? [] : [place.keyFile]),
];

/**
 * Names the files of a ledger that others on this machine can reach, since somebody made their modes looser: who reads
 * the key can guess whose credentials are meant, and who writes to the ledger writes the next report.
 */
export const looseModes = (place: LedgerPlace): ReadonlyArray<string> =>
  filesOf(place).flatMap((file) => {
    const mode = statSync(file, { throwIfNoEntry: false })?.mode;
    return mode === undefined || (mode & OF_OTHERS) === 0
      ? []
      : [
          `${file} has the mode ${(mode & 0o777).toString(8).padStart(4, "0")}, so that others on this machine can reach it; run: chmod 600 ${file}`,
        ];
  });
