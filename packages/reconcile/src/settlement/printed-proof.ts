import { type AmountName, fillAmounts } from "../reports/amounts.ts";
import type { SettlementRow } from "../reports/rows.ts";
import type { SettlementProof } from "./prove-settlement.ts";

/** A row as JSON has it: amounts as decimal digits, since JSON has no number of their kind. */
type PrintedRow = Omit<SettlementRow, AmountName> & { readonly [Name in AmountName]: string | null };

/** Prints a proof as one line of JSON, for {@link readProof} to read back as it was. */
export const printProof = ({ rows, findings }: SettlementProof): string =>
  JSON.stringify({ rows, findings }, (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );

const rowOf = (row: PrintedRow): SettlementRow => ({
  ...row,
  ...fillAmounts((name) => {
    const digits = row[name];
    return digits === null ? null : BigInt(digits);
  }),
});

/** Reads a proof that {@link printProof} printed; the caller vouches that it did. */
export const readProof = (text: string): SettlementProof => {
  const { rows, findings } = JSON.parse(text) as {
    readonly rows: readonly PrintedRow[];
    readonly findings: SettlementProof["findings"];
  };
  return { rows: rows.map(rowOf), findings };
};
