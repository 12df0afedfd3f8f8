import type { Answer, Asking } from "./asking.ts";

// biome-ignore lint/suspicious/noExplicitAny: bodies that the spec's own validators have checked
type Body = any;

/** Every batch with its transactions, read page by page and one by one. */
export const readBatches = async ({ koard }: Asking, pageSize = 37): Promise<readonly Body[]> => {
  const headers: Body[] = [];
  for (let total = 1; headers.length < total; ) {
    const { body } = await koard(`/v1/batches?limit=${pageSize}&offset=${headers.length}`);
    total = body.total;
    headers.push(...body.batches);
  }
  const batches: Body[] = [];
  for (const header of headers) {
    const { body } = await koard(`/v1/batches/${header.id}?include_transactions=true`);
    batches.push({ ...body, listed: header });
  }
  return batches;
};

/** Every credential batch with its recipients and the count that the list declares. */
export const readCredentialBatches = async ({ record }: Asking): Promise<readonly Body[]> => {
  const list: Answer = await record("/credentials");
  const batches: Body[] = [];
  for (const header of list.body.data) {
    const { body } = await record(`/credentials/${header.batchId}`);
    batches.push({ ...body.data, recipientCount: header.recipientCount });
  }
  return batches;
};

const MOVED = ["captured", "settled", "refunded", "approved", "surcharge_applied"];

/** What a transaction added to captured and refunded, by the words of the report's contract; in minor units. */
const moneyOf = (row: Body): { readonly captured: bigint; readonly refunded: bigint } | undefined => {
  if (!MOVED.includes(row.status) || ["refund", "reverse", "verification"].includes(row.transaction_type))
    return undefined;
  const reversed = row.reversed ?? 0;
  if (reversed >= row.total_amount) return undefined;
  const granted = row.gateway_transaction_response?.authorizedAmount;
  const base =
    row.status_reason === "partial_approval" && granted < row.total_amount ? granted : row.total_amount;
  return { captured: BigInt(base) - BigInt(reversed), refunded: BigInt(row.refunded ?? 0) };
};

/** Sums over transactions, in minor units. */
export const sumsOf = (
  rows: readonly Body[],
): { readonly captured: bigint; readonly refunded: bigint; readonly moved: number } =>
  rows.reduce(
    (sums, row) => {
      const money = moneyOf(row);
      if (money === undefined) return sums;
      return {
        captured: sums.captured + money.captured,
        refunded: sums.refunded + money.refunded,
        moved: sums.moved + 1,
      };
    },
    { captured: 0n, refunded: 0n, moved: 0 },
  );
