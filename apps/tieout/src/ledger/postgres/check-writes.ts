import { Effect } from "effect";
import * as Reactivity from "effect/reactivity/Reactivity";
import type { PostgresPlace } from "../../config/ledger-place.ts";
import { LedgerFailed } from "../failures.ts";
import { failing } from "../sql-failure.ts";
import { postgresClient } from "./postgres-client.ts";
import { ONLY_READS } from "./server-failure.ts";

/** Fails with {@link LedgerFailed} where a run could not write: on a standby, or as a role that may only look. */
export const checkServerWrites = Effect.fnUntraced(
  function* (place: PostgresPlace) {
    const { name, user } = place;
    const sql = yield* postgresClient(place).pipe(failing(name, "cannot be opened"));
    const [found] = yield* sql<{ reads: number; isMade: number; mayMake: number; mayWrite: number }>`
      SELECT current_setting('transaction_read_only') = 'on' AS "reads",
        lease IS NOT NULL AS "isMade",
        coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AS "mayMake",
        coalesce(has_table_privilege(lease, 'INSERT') AND has_table_privilege(lease, 'UPDATE')
          AND has_table_privilege(lease, 'DELETE'), false) AS "mayWrite"
      FROM (SELECT to_regclass('lease')::oid AS lease) AS found`.pipe(failing(name, "cannot be opened"));
    const problem = (() => {
      if (found === undefined) return undefined;
      if (found.reads === 1) return ONLY_READS;
      if (found.isMade === 0 && found.mayMake === 0) return `the role ${user} may not make its tables`;
      if (found.isMade === 1 && found.mayWrite === 0) return `the role ${user} may not write to its tables`;
      return undefined;
    })();
    if (problem !== undefined)
      return yield* new LedgerFailed({
        ledger: name,
        problem: `can only be read: ${problem}`,
        ...{ isNew: false, fault: "misconfigured" },
      });
  },
  Effect.scoped,
  Effect.provide(Reactivity.layer),
);
