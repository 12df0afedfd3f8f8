import { statSync } from "node:fs";

/** How much room a ledger takes on the disk: its file, and what SQLite keeps beside it while it is in use. */
export const fileBytes = (file: string): number =>
  [file, `${file}-wal`].reduce(
    (sum, name) => sum + (statSync(name, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
