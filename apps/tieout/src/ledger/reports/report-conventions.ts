import { capturedNamed, conventionsOf, refundedNamed } from "@tieout/reconcile";
import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { checked, decoding, RowDamaged } from "../codec/decode.ts";
import { wordOf } from "../codec/guards.ts";
import { failing } from "../sql-failure.ts";
import type { LedgerReports } from "./PublishedReport.ts";

interface ConventionRow {
  readonly report: number;
  readonly processor: string;
  readonly total: string;
  readonly basis: string;
}

/** The convention that a row holds. Throws `RowDamaged` for a total or a basis that there is not. */
const conventionOf = ({ report, processor, total, basis }: ConventionRow) => {
  const name = { table: "report_convention", row: `${processor} ${total} of report ${report}` };
  const isTotal = wordOf<"captured" | "refunded">({ captured: true, refunded: true });
  const known = checked(isTotal, total, name);
  const found = known === "captured" ? capturedNamed(basis) : refundedNamed(basis);
  if (found === null) throw new RowDamaged(name);
  return { processorName: processor, total: known, basis: found };
};

/** The part of `LedgerReports` that knows how processors counted. */
export const ledgerConventions = Effect.fnUntraced(function* (path: string) {
  const sql = yield* SqlClient.SqlClient;

  const reportConventions: LedgerReports["reportConventions"] = Effect.fn("Ledger.reportConventions")(
    function* ({ id }) {
      const rows = yield* sql<ConventionRow>`
        SELECT report, processor, total, basis FROM report_convention WHERE report = ${id}
        ORDER BY processor, total`;
      return conventionsOf(yield* decoding(() => rows.map(conventionOf)));
    },
    failing(path, "could not be read"),
  );

  return { reportConventions };
});
