import { firstLedger } from "./migrations/0001-first-ledger.ts";
import { pruned } from "./migrations/0002-pruned.ts";
import { conclusions } from "./migrations/0003-conclusions.ts";
import { listedKeys } from "./migrations/0004-listed-keys.ts";
import { reportRules } from "./migrations/0005-report-rules.ts";
import { emailRules } from "./migrations/0006-email-rules.ts";
import { reportConventions } from "./migrations/0007-conventions.ts";
import { refusals } from "./migrations/0008-refusals.ts";
import { decisions } from "./migrations/0009-decisions.ts";
import { reportOutlines } from "./migrations/0010-report-outlines.ts";
import { leaseIdentity } from "./migrations/0011-lease-identity.ts";
import { applicationId } from "./migrations/0012-application-id.ts";
import { sideReports } from "./migrations/0013-side-reports.ts";
import { outcomes } from "./migrations/0014-outcomes.ts";
import { rowDigests } from "./migrations/0015-row-digests.ts";
import { reportInstants } from "./migrations/0016-report-instants.ts";
import { ledgerIdentity } from "./migrations/0017-ledger-identity.ts";
import { exceptionChanges } from "./migrations/0018-exception-changes.ts";
import { bookLeases } from "./migrations/0019-book-leases.ts";

/** The steps that made the tables of a ledger in SQLite what they are, by their number and name. */
export const MIGRATIONS = {
  "0001_first_ledger": firstLedger,
  "0002_pruned": pruned,
  "0003_conclusions": conclusions,
  "0004_listed_keys": listedKeys,
  "0005_report_rules": reportRules,
  "0006_email_rules": emailRules,
  "0007_conventions": reportConventions,
  "0008_refusals": refusals,
  "0009_decisions": decisions,
  "0010_report_outlines": reportOutlines,
  "0011_lease_identity": leaseIdentity,
  "0012_application_id": applicationId,
  "0013_side_reports": sideReports,
  "0014_outcomes": outcomes,
  "0015_row_digests": rowDigests,
  "0016_report_instants": reportInstants,
  "0017_ledger_identity": ledgerIdentity,
  "0018_exception_changes": exceptionChanges,
  "0019_book_leases": bookLeases,
};
