import {
  type AmountName,
  type CohortRow,
  compareCodePoints,
  type DayRow,
  type DecisionRow,
  type ExceptionRow,
  fillAmounts,
  fillNamed,
  NO_AMOUNTS,
  type PaymentRow,
  printInstant,
  type RestatementRow,
  type SettlementAmounts,
  type SettlementRow,
  SHOWN_TEXTS,
} from "@tieout/reconcile";
import type { Figures } from "../../src/close/Report.ts";
import { exceptionRow } from "../records.ts";

const NEGATIVE: ReadonlySet<AmountName> = new Set(["captured_computed", "net_declared", "unexplained"]);

const amounts = (minor: bigint): SettlementAmounts =>
  fillAmounts((name) => (NEGATIVE.has(name) ? -minor : minor));

const cohort = (text: string): CohortRow => ({
  book: text,
  mode: text,
  programId: text,
  programName: text,
  cohort: text,
  entityId: text,
  batches: 1,
  credentialsDeclared: 0,
  credentialsIssued: null,
  people: 1234,
  firstHolders: 1234,
  reissued: 0,
  otherStatus: 0,
  issuedInWindow: 0,
  firstIssuedAt: "2026-11-01T10:00:00.000Z",
  lastIssuedAt: "2026-11-20T22:04:05.120Z",
  expected: null,
  missing: null,
  unexpected: null,
  state: "final",
  exceptions: 0,
  batchIds: [text],
});

const settlement = (text: string): SettlementRow => ({
  book: text,
  businessDate: "2026-11-17",
  batchId: text,
  ...fillNamed(SHOWN_TEXTS, () => text),
  accountId: text,
  terminalId: text,
  processorName: text,
  status: text,
  state: "review",
  currency: text,
  currencySource: "transactions",
  openedAt: "2026-11-16T08:00:00.000Z",
  closedAt: null,
  transactionsDeclared: 1,
  transactionsListed: 1,
  transactionsCaptured: 1,
  capturedBasis: null,
  refundedBasis: null,
  exceptions: 1,
  ...NO_AMOUNTS,
});

const day = (text: string): DayRow => ({
  book: text,
  businessDate: "2026-11-17",
  accountId: text,
  currency: text,
  state: "review",
  batches: 1,
  transactionsCaptured: 1,
  ...NO_AMOUNTS,
});

const payment = (text: string): PaymentRow => ({
  book: text,
  programId: text,
  cohort: text,
  entityId: text,
  credentialsIssued: 1,
  people: null,
  per: "person",
  charged: null,
  priceMinor: 1234n,
  currency: "USD",
  expectedMinor: 1234n,
  capturedMinor: 0n,
  refundedMinor: 0n,
  netMinor: -1234n,
  differenceMinor: -2468n,
  state: "final",
});

const exception = (text: string): ExceptionRow => ({
  ...exceptionRow("0a1b2c", text),
  book: text,
  currency: text,
  // An amount is only known in a currency that is.
  moneyAtStake: null,
  expected: { kind: "text", text },
  actual: { kind: "amount", text: "-12.34" },
  likelyCause: text,
  whatHappened: text,
  whatToDo: text,
});

const restatement = (text: string): RestatementRow => ({
  book: text,
  source: "koard",
  entity: "batch",
  entityId: text,
  businessDate: "2026-11-16",
  field: "status",
  currency: text,
  published: { kind: "text", text },
  restated: { kind: "text", text },
  difference: { kind: "amount", text: "-12.34" },
  firstPublishedIn: "2026-11-17/r1",
  cause: "status_change",
});

const DECIDED_FROM_MS = Date.parse("2026-11-18T09:00:00.000Z");

/** One a second: no two decisions about an exception are of one instant. */
const decision = (text: string, second: number): DecisionRow => ({
  ...{ id: 1, exceptionId: "x_0a1b2c", code: "CAPTURED_MISMATCH", entity: "batch", entityId: text },
  ...{
    decidedAt: printInstant(DECIDED_FROM_MS + second * 1000),
    as: "assigned",
    by: text,
    to: text,
    until: "2026-12-11",
  },
  reason: text,
  seen: { expected: null, actual: null, moneyAtStake: null, currency: null },
  state: "holds",
});

/** A row of every file for each text, with the text in every cell that takes one from outside. */
export const figuresWith = (texts: readonly string[]): Figures => ({
  cohorts: texts.map(cohort),
  settlements: texts.map(settlement),
  days: texts.map(day),
  payments: texts.map(payment),
  exceptions: texts.map(exception),
  restatements: texts.map(restatement),
  decisions: texts.toSorted(compareCodePoints).map(decision),
});

/** A row a currency of every file that shows amounts in several, negative ones among them. */
export const figuresInCurrencies = (minor: bigint): Pick<Figures, "settlements" | "days"> => {
  const currencies = ["USD", "KWD", "JPY", "CLF"];
  return {
    settlements: currencies.map((currency) => ({ ...settlement("b"), currency, ...amounts(minor) })),
    days: currencies.map((currency) => ({ ...day("b"), currency, ...amounts(minor) })),
  };
};
