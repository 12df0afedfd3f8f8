import type { Link } from "../../src/links/Link.ts";
import { shownTexts } from "../../src/records.ts";
import { NO_AMOUNTS } from "../../src/reports/amounts.ts";
import type { CohortRow, SettlementRow } from "../../src/reports/rows.ts";

/** A cohort of the programme "prog_1", paid at account "acc" for 120.00 EUR a credential. */
export const link = (other: Partial<Link> = {}): Link => ({
  programId: "prog_1",
  mode: "live",
  cohort: "May 2025 Cohort",
  accounts: ["acc"],
  terminals: [],
  from: null,
  to: null,
  per: "credential",
  priceMinor: 12000n,
  currency: "EUR",
  ...other,
});

/** A final row of 2026-11-20 whose rows captured and refunded what is said, in minor units. */
export const settled = (
  batchId: string,
  captured: number | null,
  refunded = 0,
  other: Partial<SettlementRow> = {},
): SettlementRow => ({
  book: "default",
  businessDate: "2026-11-20",
  batchId,
  ...shownTexts({}),
  accountId: "acc",
  terminalId: "term",
  processorName: "TSYS",
  status: "accepted",
  state: "final",
  currency: "EUR",
  currencySource: "transactions",
  openedAt: "2026-11-20T08:00:00.000Z",
  closedAt: "2026-11-20T22:00:00.000Z",
  transactionsDeclared: 1,
  transactionsListed: 1,
  transactionsCaptured: 1,
  capturedBasis: "gross",
  refundedBasis: "on_original",
  ...NO_AMOUNTS,
  captured_computed: captured === null ? null : BigInt(captured),
  refunded_computed: captured === null ? null : BigInt(refunded),
  net_computed: captured === null ? null : BigInt(captured - refunded),
  exceptions: 0,
  ...other,
});

/** A final cohort of the programme "prog_1" with as many people as credentials. */
export const cohort = (issued: number | null, other: Partial<CohortRow> = {}): CohortRow => ({
  book: "default",
  mode: "live",
  programId: "prog_1",
  programName: "MongoDB",
  cohort: "May 2025 Cohort",
  entityId: "live/prog_1/may 2025 cohort",
  batches: 1,
  credentialsDeclared: issued ?? 0,
  credentialsIssued: issued,
  people: issued,
  firstHolders: issued,
  reissued: 0,
  otherStatus: 0,
  issuedInWindow: issued,
  firstIssuedAt: "2026-11-01T10:00:00.000Z",
  lastIssuedAt: "2026-11-01T10:00:00.000Z",
  expected: null,
  missing: null,
  unexpected: null,
  state: "final",
  exceptions: 0,
  batchIds: ["b1"],
  ...other,
});
