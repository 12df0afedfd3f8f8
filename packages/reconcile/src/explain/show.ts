import { cohortKey } from "../cohorts/identity.ts";
import { printedAmount } from "../exceptions/figures.ts";
import type { CredentialBatch, Settlement } from "../records.ts";
import type { SettlementRow } from "../reports/rows.ts";
import type { ProofContext } from "../settlement/context.ts";
import { proveSettlement } from "../settlement/prove-settlement.ts";
import { explainCredentials } from "./credential-explanation.ts";
import { capped, type Evidence, type Evidenced, type RecordLine } from "./Explanation.ts";
import { invalidRecordLine } from "./invalid-record-line.ts";
import { explainSettlements } from "./settlement-explanation.ts";

/** A settlement batch, whether it ties out or not: its rows, its sums on every basis, and what that leaves unexplained. */
export const showSettlement = (settlement: Settlement, context: ProofContext): Evidenced => {
  const about = { entity: "batch", entityId: settlement.header.id, evidence: "sums" } as const;
  const shown = explainSettlements(about, [settlement], context);
  return { ...shown, arithmetic: [...shown.arithmetic, ...outcomeOf(settlement, context)] };
};

/** A transaction as the batches list it that have it, with the arithmetic of each of them. */
export const showTransaction = (
  transactionId: string,
  settlements: readonly Settlement[],
  context: ProofContext,
): Evidenced => {
  const about = { entity: "transaction", entityId: transactionId, evidence: "rows" } as const;
  const own = explainSettlements(about, settlements, context);
  const batches = settlements.map((settlement) => showSettlement(settlement, context));
  return {
    ...own,
    arithmetic: [
      ...own.arithmetic,
      ...batches.flatMap(({ arithmetic }, at) => [
        `the arithmetic of batch ${settlements[at]?.header.id}:`,
        ...arithmetic.map((line) => `  ${line}`),
      ]),
    ],
  };
};

/** A credential batch: its counts, and what it lists, without a word of whose it is. */
export const showCredentialBatch = (
  batch: CredentialBatch,
  issued: NonNullable<Evidence["issued"]>,
): Evidenced => {
  const about = { entity: "credential_batch", entityId: batch.header.id, evidence: "credentials" } as const;
  const shown = explainCredentials(about, { ...issued, batches: [batch] });
  const credentials = (batch.details?.credentials ?? []).map(
    ({ id, emailHash }): RecordLine => ({
      kind: "credential",
      id,
      says: [emailHash === null ? "has no usable address" : "has an address"],
    }),
  );
  const invalid = (batch.details?.invalid ?? []).map((record) => invalidRecordLine(record, "credential"));
  const items = capped([...credentials, ...invalid], (line) => line);
  return {
    ...shown,
    records: [...shown.records, ...items.lines],
    recordsLeftOut: shown.recordsLeftOut + items.leftOut,
  };
};

/** A cohort by its id: its batches one by one, and what they make together. */
export const showCohort = (cohortId: string, issued: NonNullable<Evidence["issued"]>): Evidenced =>
  explainCredentials(
    { entity: "cohort", entityId: cohortId, evidence: "credentials" },
    { ...issued, batches: issued.batches.filter(({ header }) => cohortKey(header) === cohortId) },
  );

const outcomeOf = (settlement: Settlement, context: ProofContext): readonly string[] =>
  proveSettlement(settlement, context).rows.flatMap((row) => [
    ...totalLine("captured", row),
    ...totalLine("refunded", row),
    ...netLine(row),
  ]);

const totalLine = (total: "captured" | "refunded", row: SettlementRow): readonly string[] => {
  const [declared, computed] = [row[`${total}_declared`], row[`${total}_computed`]];
  const basis = row[`${total}Basis`];
  if (declared === null || computed === null || basis === null) return [];
  return [
    `${total}, as ${basis}: declared ${printedAmount(declared, row.currency)}, computed ${printedAmount(computed, row.currency)}`,
  ];
};

const netLine = ({ net_declared, net_computed, unexplained, currency }: SettlementRow): readonly string[] =>
  net_declared === null || net_computed === null || unexplained === null
    ? []
    : [
        `net declared ${printedAmount(net_declared, currency)} − net computed ${printedAmount(net_computed, currency)} = ${printedAmount(unexplained, currency)} unexplained`,
      ];
