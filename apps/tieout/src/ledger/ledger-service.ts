import { Effect } from "effect";
import { ledgerCache } from "./cache/cached-results.ts";
import { ledgerTransfer } from "./copy/ledger-transfer.ts";
import { ledgerDecisions } from "./decisions/ledger-decisions.ts";
import { ledgerIdentityOf } from "./identity/ledger-identity.ts";
import { ledgerOverview } from "./inspect/overview.ts";
import { Ledger } from "./Ledger.ts";
import { ledgerLease } from "./lease/lease.ts";
import { ledgerOutcomes } from "./outcomes/ledger-outcomes.ts";
import { ledgerReports } from "./reports/reports.ts";
import { ledgerRetention } from "./retention/retention.ts";
import { failing } from "./sql-failure.ts";
import { ledgerRefusals } from "./store/ledger-refusals.ts";
import { ledgerListings } from "./store/listings.ts";
import { ledgerEntries } from "./store/observations.ts";
import { ledgerRuns } from "./store/runs.ts";

/** The ledger whose tables the `SqlClient` that is provided reaches; `path` is what sentences call it. */
export const ledgerService = Effect.fnUntraced(function* (path: string) {
  const { withLease, alone, ...lease } = yield* ledgerLease(path);
  const entries = yield* ledgerEntries(path, withLease);
  const listings = yield* ledgerListings(path, entries).pipe(failing(path, "could not be read"));
  return Ledger.of({
    ...lease,
    whileLeased: (effect) => withLease(effect).pipe(failing(path, "could not be held")),
    whileAlone: (effect) => withLease(alone(effect)).pipe(failing(path, "could not be held")),
    ...(yield* ledgerIdentityOf(path, withLease)),
    ...(yield* ledgerRuns(path, withLease)),
    ...entries,
    ...(yield* ledgerRefusals(path, withLease)),
    sharedTransactions: listings.sharedTransactions,
    mayList: listings.mayList,
    mayRepeat: listings.mayRepeat,
    ...(yield* ledgerCache(path, withLease)),
    ...(yield* ledgerReports(path, withLease)),
    ...(yield* ledgerDecisions(path, withLease)),
    ...(yield* ledgerOutcomes(path)),
    ...(yield* ledgerOverview(path, listings.transactions)),
    ...(yield* ledgerRetention(path, withLease)),
    ...(yield* ledgerTransfer(path, withLease)),
  });
});
