import type { ExceptionRow } from "./exceptions/finding.ts";
import type { NamedSource } from "./exceptions/rule.ts";
import type { TraceOptions } from "./exceptions/trace-exceptions.ts";
import {
  type Credential,
  type CredentialBatch,
  type CredentialBatchHeader,
  type InvalidRecord,
  type Settlement,
  type SettlementHeader,
  shownTexts,
  type Transaction,
} from "./records.ts";
import type { ProofContext } from "./settlement/context.ts";
import { baseMinor, movedMoney } from "./settlement/moved-money.ts";
import type { SharedTransaction } from "./settlement/sharing.ts";
import { BusinessCalendar } from "./time/BusinessCalendar.ts";

/** A settled sale of 10.00 USD, with whatever a test wants different. */
export const transaction = (id: string, other: Partial<Transaction> = {}): Transaction => ({
  id,
  eventId: `event-${id}`,
  batchId: null,
  currency: "USD",
  type: "sale",
  status: "settled",
  statusReason: null,
  totalMinor: 1000,
  refundedMinor: null,
  reversedMinor: null,
  authorizedMinor: null,
  ...other,
});

/** A batch accepted on 2026-11-20 whose declared totals are those of its rows (gross, refunds on the originals). */
export const settlement = (
  rows: readonly Transaction[],
  header: Partial<SettlementHeader> = {},
  invalid: readonly InvalidRecord[] = [],
): Settlement => {
  const moved = rows.filter(movedMoney);
  return {
    header: {
      id: "b1",
      ...shownTexts({ processorBatchId: "0017" }),
      accountId: "acc",
      terminalId: "term",
      processorName: "TSYS",
      status: "accepted",
      openedAt: "2026-11-20T08:00:00.000Z",
      closedAt: "2026-11-20T22:04:05.120Z",
      transactionCount: rows.length,
      capturedMinor: moved.reduce((sum, row) => sum + baseMinor(row), 0),
      refundedMinor: moved.reduce((sum, row) => sum + (row.refundedMinor ?? 0), 0),
      ...header,
    },
    details: { rows, invalid },
  };
};

/** The same batch without details, as when Koard answers 404. */
export const unavailable = (batch: Settlement): Settlement => ({ ...batch, details: null });

/** An open exception about a settlement batch that declares 12.00 USD for 10.00, with whatever a test wants different. */
export const exceptionRow = (exceptionId: string, other: Partial<ExceptionRow> = {}): ExceptionRow => ({
  exceptionId,
  code: "CAPTURED_MISMATCH",
  severity: "critical",
  book: "default",
  source: "koard",
  entity: "batch",
  entityId: "b1",
  businessDate: "2026-11-16",
  currency: "USD",
  expected: { kind: "amount", text: "10.00" },
  actual: { kind: "amount", text: "12.00" },
  moneyAtStake: "2.00",
  firstSeen: "2026-11-17",
  nights: 1,
  status: "new",
  whatHappened: "Koard declares 12.00 USD captured, the rows add up to 10.00 USD.",
  whatToDo: "Ask Koard.",
  batchIds: [other.entityId ?? "b1"],
  ...other,
});

/** The first report of a book, before which no exception was known. */
export const FIRST_NIGHT: TraceOptions = {
  book: "default",
  day: "2026-11-20",
  previous: [],
  history: new Map(),
  revised: [],
  expiresAfterDays: 35,
};

/** A source of settlements, and one of credentials. */
export const SETTLING: NamedSource = { name: "koard", title: "Koard" };
export const ISSUING: NamedSource = { name: "record", title: "Record" };

/** A book that reads {@link SETTLING}. */
export const BOOK: Pick<ProofContext, "book" | "source"> = { book: "default", source: SETTLING };

/** A book in UTC, looked at on the day after the batch, with nothing shared, assumed or known of how processors count. */
export const context = (other: Partial<ProofContext> = {}): ProofContext => ({
  ...BOOK,
  calendar: new BusinessCalendar("UTC", "00:00"),
  asOfDay: "2026-11-21",
  assumedCurrency: null,
  shared: new Map(),
  refundedAtClose: new Map(),
  conventions: new Map(),
  ...other,
});

/** A transaction that moved money in all of these batches, of which the owner counts it. */
export const sharedTransaction = (owner: string, batchIds: readonly string[]): SharedTransaction => ({
  batchIds,
  movedIn: batchIds,
  owner,
  refundedMinor: 0,
  hasOwnRow: true,
  refundRows: [],
  repeatedRefunds: [],
  doubleOf: null,
});

/** A record that was left out. */
export const invalidRecord = (id: string | null): InvalidRecord => ({
  path: "$.transactions[3].total_amount",
  id,
  rule: "an integer",
  value: "12.5",
});

/** A credential of a person, by default one that nobody else is. */
export const credential = (id: string, emailHash: string | null = `mail-${id}`): Credential => ({
  id,
  emailHash,
});

/** An issued batch of the cohort "May 2025 Cohort", declared as it is. */
export const credentialBatch = (
  id: string,
  credentials: readonly Credential[],
  header: Partial<CredentialBatchHeader> = {},
): CredentialBatch => ({
  header: {
    id,
    programId: "prog_1",
    name: "May 2025 Cohort",
    orgId: "org_1",
    mode: "live",
    status: "issued",
    recipientCount: new Set(credentials.map((one) => one.id)).size,
    issuedAt: "2026-11-01T10:00:00.000Z",
    ...header,
  },
  details: { credentials, invalid: [] },
});
