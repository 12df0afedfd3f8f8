import { formatMinor, proveSettlement, type SettlementHeader, type Transaction } from "@tieout/reconcile";
import { context, settlement, transaction } from "@tieout/reconcile/testing";
import { describe, expect, it } from "vitest";
import { read } from "./repository.ts";

const PAGE = read("docs/how-the-proof-works.md").replace(/ +/g, " ");

type Given = Parameters<typeof context>[0];

const rowOf = (rows: readonly Transaction[], header: Partial<SettlementHeader>, given: Given = {}) => {
  const { rows: shown, findings } = proveSettlement(settlement(rows, header), context(given));
  const [row] = shown;
  if (row === undefined) throw new Error("the batch has no row");
  const usd = (minor: bigint | null): string => formatMinor(minor ?? 0n, "USD");
  return { row, findings, usd };
};

const said = (
  total: "captured" | "refunded",
  rows: readonly Transaction[],
  ...more: [Partial<SettlementHeader>, Given?]
) => {
  const { row, usd } = rowOf(rows, ...more);
  const basis = total === "captured" ? row.capturedBasis : row.refundedBasis;
  const size = (text: string): string => text.replace("-", "");
  return `\`${basis}\`: ${usd(row[`${total}_declared`])} declared, ${usd(row[`${total}_computed`])} computed, ${size(usd(row.unexplained))} unexplained`;
};

const sale = transaction("t1", { totalMinor: 5000 });
const refunded = transaction("t1", { totalMinor: 5000, refundedMinor: 700 });
const net = new Map([["TSYS", { captured: "net_of_refunds", refunded: null } as const]]);

describe("docs/how-the-proof-works.md", () => {
  it.each([
    [
      "captured",
      said("captured", [sale, transaction("t2", { totalMinor: 2000, reversedMinor: 500 })], {
        capturedMinor: 6500,
      }),
    ],
    ["refunded", said("refunded", [refunded], { refundedMinor: 700 })],
    ["an absence", said("refunded", [refunded], { refundedMinor: 0 })],
    ["a convention", said("captured", [refunded], { capturedMinor: 4300 }, { conventions: net })],
    [
      "the close",
      said(
        "refunded",
        [transaction("t1", { totalMinor: 5000, refundedMinor: 800 })],
        { refundedMinor: 300 },
        {
          refundedAtClose: new Map([["b1", 300]]),
        },
      ),
    ],
  ])("shows for %s what the proof gives", (_, line) => expect(PAGE).toContain(line));

  it("shows the likely cause that the proof gives", () => {
    const tipped = transaction("t2", { totalMinor: 2000, tipMinor: 340 });
    const { row, findings, usd } = rowOf([sale, tipped], { capturedMinor: 7340 });
    expect(PAGE).toContain(
      `\`${row.capturedBasis}\`: ${usd(row.unexplained)} unexplained, likely cause \`${findings[0]?.likelyCause}\``,
    );
  });
});
