import { existsSync } from "node:fs";
import { Effect } from "effect";
import type { Settings } from "../../config/Settings.ts";
import { heldBy, LedgerFailed, LedgerLocked } from "../../ledger/failures.ts";
import { Ledger } from "../../ledger/Ledger.ts";
import { looseModes } from "../../ledger/sqlite/loose-modes.ts";
import { readOnlyLedger } from "../../ledger/sqlite/open-ledger.ts";
import { tiedKey } from "../../ledger/store/email-key.ts";
import { checkWritable } from "../../publish/output-room.ts";
import { ledgerBytes } from "../inspect/ledger-bytes.ts";
import { type Check, fine, worrying } from "./Check.ts";

const ABOUT = "ledger";

const MEGABYTE = 1_000_000;

const megabytes = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(1)} MB`;

/** Looks at a ledger that is there: its tables, every page of its file, its key, and who holds it. */
const existing = Effect.fnUntraced(function* (file: string, asked: ReadonlyArray<string>) {
  const ledger = yield* Ledger;
  yield* ledger.intact;
  yield* tiedKey(file);
  const holders = yield* ledger.leaseHolders;
  const inTheWay = holders.find(({ books }) => books === null || books.some((book) => asked.includes(book)));
  if (inTheWay !== undefined) return yield* new LedgerLocked({ ledger: file, ...inTheWay });
  const loose = looseModes(file);
  if (loose.length > 0) return worrying(ABOUT, ...loose);
  const use = holders.length === 0 ? "nobody writes to it" : holders.map(heldBy).join("; it ");
  return fine(ABOUT, `${file} is intact, ${megabytes(ledgerBytes(file))}, and ${use}`);
});

/** Looks at the ledger, and changes nothing of it. Fails as a run would. */
export const checkLedger = Effect.fn("checkLedger")(function* ({ ledgerFile, books }: Settings) {
  yield* checkWritable(ledgerFile).pipe(
    Effect.mapError(
      (problem) => new LedgerFailed({ ledger: ledgerFile, isNew: !existsSync(ledgerFile), problem }),
    ),
  );
  if (!existsSync(ledgerFile)) return fine(ABOUT, `${ledgerFile} is not there yet; the first run makes it`);
  return yield* existing(
    ledgerFile,
    books.map(({ name }) => name),
  ).pipe(
    Effect.provide(readOnlyLedger(ledgerFile)),
    Effect.catchIf(
      (failed): failed is LedgerFailed => failed instanceof LedgerFailed && failed.isOlder === true,
      ({ message }): Effect.Effect<Check> => Effect.succeed(worrying(ABOUT, message)),
    ),
  );
});
