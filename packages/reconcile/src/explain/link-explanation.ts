import type { PaymentRow } from "../links/PaymentRow.ts";
import type { SettlementRow } from "../reports/rows.ts";

/** A row of cohort-payments.csv with the settlement rows that its link claims (`claimingLink`). */
export interface LinkedPayment {
  readonly row: PaymentRow;
  readonly claimed: readonly SettlementRow[];
}
