import { existsSync } from "node:fs";
import { Effect } from "effect";
import type { LedgerPlace } from "../../config/ledger-place.ts";
import type { Settings } from "../../config/Settings.ts";
import { heldBy, LedgerFailed, LedgerLocked } from "../../ledger/failures.ts";
import { Ledger } from "../../ledger/Ledger.ts";
import { checkServerWrites, holdsLedger, openToLook } from "../../ledger/open-ledger.ts";
import { looseModes } from "../../ledger/sqlite/loose-modes.ts";
import { tiedKey } from "../../ledger/store/email-key.ts";
import { checkWritable } from "../../publish/output-room.ts";
import { type Check, failing, fine, worrying } from "./Check.ts";

const ABOUT = "ledger";

/** What was found of a ledger, whether it is there, and whether what rests on it can be looked at. */
interface LedgerLook {
  readonly check: Check;
  readonly isThere: boolean;
  readonly isReadable: boolean;
}

const MEGABYTE = 1_000_000;

const megabytes = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(1)} MB`;

/** Looks at a ledger that is there: its tables, every page of its file, its key, and who holds it. */
const existing = Effect.fnUntraced(function* (place: LedgerPlace, asked: ReadonlyArray<string>) {
  const ledger = yield* Ledger;
  const { name } = place;
  yield* ledger.intact;
  yield* tiedKey(place);
  const holders = yield* ledger.leaseHolders;
  const inTheWay = holders.find(({ books }) => books === null || books.some((book) => asked.includes(book)));
  if (inTheWay !== undefined) return yield* new LedgerLocked({ ledger: name, ...inTheWay });
  const use = holders.length === 0 ? "nobody writes to it" : holders.map(heldBy).join("; it ");
  const found = fine(ABOUT, `${name} is intact, ${megabytes(yield* ledger.bytes)}, and ${use}`);
  return {
    check: { ...found, worries: looseModes(place) },
    isThere: true,
    isReadable: true,
  } satisfies LedgerLook;
});

/** The tables of an older version are for a run to bring up to date, and are not read before. */
const ofOlder = ({ message }: LedgerFailed): LedgerLook => ({
  check: worrying(ABOUT, [`${message}; reports and lists are not compared with it before`]),
  isThere: true,
  isReadable: false,
});

const lookAtLedger = Effect.fnUntraced(function* ({ ledger, books }: Settings) {
  const { name } = ledger;
  if (ledger.database === "sqlite")
    yield* checkWritable(ledger.file).pipe(
      Effect.mapError(
        (problem) => new LedgerFailed({ ledger: name, isNew: !existsSync(ledger.file), problem }),
      ),
    );
  else yield* checkServerWrites(ledger);
  if (!(yield* holdsLedger(ledger)))
    return {
      check: fine(ABOUT, `${name} is not there yet, or empty; the first run makes it`),
      isThere: false,
      isReadable: false,
    } satisfies LedgerLook;
  return yield* existing(
    ledger,
    books.map(({ name }) => name),
  ).pipe(
    Effect.provide(openToLook(ledger)),
    Effect.catchIf(
      (failed): failed is LedgerFailed => failed instanceof LedgerFailed && failed.isOlder === true,
      (older) => Effect.succeed(ofOlder(older)),
    ),
  );
});

/** Looks at the ledger, and changes nothing of it. What it fails with, a run would fail with. */
export const checkLedger = (settings: Settings): Effect.Effect<LedgerLook> =>
  lookAtLedger(settings).pipe(
    Effect.catch((failure) =>
      Effect.succeed({ check: failing(ABOUT, failure), isThere: true, isReadable: false }),
    ),
  );
