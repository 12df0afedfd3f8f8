import { statSync } from "node:fs";

/** The rights of others than the owner. */
const OF_OTHERS = 0o077;

/** A ledger, and the key of hashing beside it: both are made for their owner alone. What SQLite adds has the ledger's mode. */
const PARTS = ["", ".key"];

/**
 * Names the files of a ledger that others on this machine can reach, since somebody made their modes looser: who reads
 * the key can guess whose credentials are meant, and who writes to the ledger writes the next report.
 */
export const looseModes = (ledgerFile: string): ReadonlyArray<string> =>
  PARTS.flatMap((part) => {
    const file = `${ledgerFile}${part}`;
    const mode = statSync(file, { throwIfNoEntry: false })?.mode;
    return mode === undefined || (mode & OF_OTHERS) === 0
      ? []
      : [
          `${file} has the mode ${(mode & 0o777).toString(8).padStart(4, "0")}, so that others on this machine can reach it; run: chmod 600 ${file}`,
        ];
  });
