import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";

/**
 * Lets a lease say who has it beyond the number of a process: `identity` is a random name of this taking, which a copy
 * or a restored backup cannot have; `boot`, `namespace` and `started` tell what the number means (see
 * `process-identity.ts`). Empty for a holder of before, and where the system does not say.
 */
export const leaseIdentity = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  for (const column of ["identity", "boot", "namespace", "started"])
    yield* sql`ALTER TABLE lease ADD COLUMN ${sql(column)} TEXT`;
});
