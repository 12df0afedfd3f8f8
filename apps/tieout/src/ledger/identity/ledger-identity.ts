import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { checked, decoding } from "../codec/decode.ts";
import { isBoolean, isInstant, isText, nullable, objectOf } from "../codec/guards.ts";
import type { WithLease } from "../lease/lease.ts";
import { failing } from "../sql-failure.ts";
import type { Identity, LedgerIdentity } from "./LedgerIdentity.ts";

interface IdentityRow {
  readonly name: string;
  readonly key_mark: string | null;
  readonly backed_up_at: string | null;
  readonly is_used: number;
}

const isIdentity = objectOf<Identity>({
  name: isText,
  keyMark: nullable(isText),
  backedUpAt: nullable(isInstant),
  isUsed: isBoolean,
});

/** See {@link LedgerIdentity}. */
export const ledgerIdentityOf = Effect.fnUntraced(function* (path: string, withLease: WithLease) {
  const sql = yield* SqlClient.SqlClient;

  const identity: LedgerIdentity["identity"] = Effect.gen(function* () {
    const [row] = yield* sql<IdentityRow>`
      SELECT name, key_mark, backed_up_at, EXISTS (SELECT 1 FROM run) AS is_used FROM identity`;
    return yield* decoding(() =>
      checked(
        isIdentity,
        row && {
          name: row.name,
          keyMark: row.key_mark,
          backedUpAt: row.backed_up_at,
          isUsed: row.is_used === 1,
        },
        { table: "identity", row: "of the ledger" },
      ),
    );
  }).pipe(failing(path, "could not be read"));

  const tieKey: LedgerIdentity["tieKey"] = Effect.fn("Ledger.tieKey")(
    function* (mark) {
      yield* sql`UPDATE identity SET key_mark = ${mark}`;
    },
    withLease,
    failing(path, "could not be tied to its key"),
  );

  const noteBackup: LedgerIdentity["noteBackup"] = Effect.fn("Ledger.noteBackup")(
    function* (at) {
      yield* sql`UPDATE identity SET backed_up_at = ${at}`;
    },
    sql.withTransaction,
    failing(path, "could not remember its backup"),
  );

  return { identity, tieKey, noteBackup } satisfies LedgerIdentity;
});
