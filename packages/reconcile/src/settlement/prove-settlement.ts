import type { Finding } from "../exceptions/finding.ts";
import type { Settlement } from "../records.ts";
import type { SettlementRow } from "../reports/rows.ts";
import type { ProofContext } from "./context.ts";

/** A batch set against its rows. */
export interface SettlementProof {
  /** One row a currency, sorted by it; one with an empty currency where none is known. Never empty. */
  readonly rows: readonly SettlementRow[];
  readonly findings: readonly Finding[];
}

/** Proves what a batch declares against the rows under it. */
export const proveSettlement = (_settlement: Settlement, _context: ProofContext): SettlementProof => {
  throw new Error("to be written");
};
