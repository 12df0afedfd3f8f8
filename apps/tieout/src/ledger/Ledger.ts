import { Context } from "effect";
import type { LedgerCache } from "./cache/CachedResult.ts";
import type { LedgerTransfer } from "./copy/LedgerTransfer.ts";
import type { LedgerDecisions } from "./decisions/RecordedDecision.ts";
import type { LedgerIdentity } from "./identity/LedgerIdentity.ts";
import type { LedgerOverview } from "./inspect/LedgerOverview.ts";
import type { LedgerLease } from "./lease/LeaseHolder.ts";
import type { LedgerOutcomes } from "./outcomes/RunOutcome.ts";
import type { LedgerReports } from "./reports/PublishedReport.ts";
import type { LedgerRetention } from "./retention/Prunable.ts";
import type { LedgerEntries, LedgerListings } from "./store/Entry.ts";
import type { LedgerRefusals } from "./store/Refusals.ts";
import type { LedgerRuns } from "./store/Run.ts";

/** All that a ledger does, part by part: each part has its types and its interface in one file. */
export interface LedgerParts
  extends LedgerIdentity,
    LedgerLease,
    LedgerRuns,
    LedgerEntries,
    LedgerListings,
    LedgerRefusals,
    LedgerCache,
    LedgerReports,
    LedgerDecisions,
    LedgerOutcomes,
    LedgerOverview,
    LedgerRetention,
    LedgerTransfer {}

/**
 * Remembers what each run saw and what was published, in one place per organisation.
 *
 * Snapshots are content-addressed: details are stored once per content, and an entity whose state did
 * not change adds no row. Nothing personal is in it (see `email-key.ts`). Everything that a report needs
 * can be read back as any finished run left it.
 */
export class Ledger extends Context.Service<Ledger, LedgerParts>()("tieout/ledger/Ledger") {}
