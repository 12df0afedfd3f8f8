import type { SettlementRow } from "../reports/rows.ts";
import type { SettlementProof } from "./prove-settlement.ts";

/** A row as JSON has it: amounts as decimal digits, since JSON has no number of their kind. */
type PrintedRow = {
  readonly [Cell in keyof SettlementRow]: bigint extends SettlementRow[Cell]
    ? string | null
    : SettlementRow[Cell];
};

/** Prints a proof as one line of JSON, for {@link readProof} to read back as it was. */
export const printProof = ({ rows, findings }: SettlementProof): string =>
  JSON.stringify({ rows, findings }, (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );

const amount = (digits: string | null): bigint | null => (digits === null ? null : BigInt(digits));

const rowOf = (row: PrintedRow): SettlementRow => ({
  ...row,
  capturedDeclaredMinor: amount(row.capturedDeclaredMinor),
  capturedComputedMinor: amount(row.capturedComputedMinor),
  capturedDifferenceMinor: amount(row.capturedDifferenceMinor),
  refundedDeclaredMinor: amount(row.refundedDeclaredMinor),
  refundedComputedMinor: amount(row.refundedComputedMinor),
  refundedDifferenceMinor: amount(row.refundedDifferenceMinor),
  netDeclaredMinor: amount(row.netDeclaredMinor),
  netComputedMinor: amount(row.netComputedMinor),
  unexplainedMinor: amount(row.unexplainedMinor),
});

/** Reads a proof that {@link printProof} printed; the caller vouches that it did. */
export const readProof = (text: string): SettlementProof => {
  const { rows, findings } = JSON.parse(text) as {
    readonly rows: readonly PrintedRow[];
    readonly findings: SettlementProof["findings"];
  };
  return { rows: rows.map(rowOf), findings };
};
