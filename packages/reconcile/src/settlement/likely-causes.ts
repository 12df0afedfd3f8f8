import { MinorSum } from "../money/MinorSum.ts";
import type { Transaction } from "../records.ts";
import { baseMinor, movedMoney, sizeOf } from "./moved-money.ts";
import { isUndecidedStatus, kindOfType } from "./vocabulary.ts";

/** What a difference may come from, as `likely_cause` writes it. */
export interface LikelyCause {
  readonly cause: string;
  /** How a sentence says what the difference equals. */
  readonly phrase: string;
}

/** What was tried for the differences of a batch, by total; sizes in minor units. */
export interface CauseCandidates {
  /** By the size of a difference, the first row that equals it; only those of differences that a basis can leave. */
  readonly rows: { readonly captured: RowCandidates; readonly refunded: RowCandidates };
  readonly parts: readonly PartCandidate[];
}

type RowCandidates = Readonly<Record<string, string>>;

/** A sum over rows that a difference may equal. */
interface PartCandidate {
  readonly cause: "tips" | "surcharges" | "taxes" | "left_out";
  readonly minor: bigint;
}

/** The sums that a difference may equal, in the order in which they are tried, and how a sentence names each. */
export const CAUSE_PARTS = {
  tips: "the tips of the rows that moved money",
  surcharges: "the surcharges of the rows that moved money",
  taxes: "the taxes of the rows that moved money",
  left_out: "the rows that count nowhere",
} as const;

/** What a likely cause begins with that is another batch's declared figure. */
const OTHER_BATCH = "batch:";

/** The cause of a difference that equals what another batch of the same day and account declares. */
export const otherBatchCause = (batchId: string): LikelyCause => ({
  cause: `${OTHER_BATCH}${batchId}`,
  phrase: `what batch ${batchId} of the same day and account declares`,
});

/** The batch that a likely cause of {@link otherBatchCause} names; `null` where it is another cause, or none. */
export const otherBatchOf = (likelyCause: string | null | undefined): string | null =>
  likelyCause?.startsWith(OTHER_BATCH) === true ? likelyCause.slice(OTHER_BATCH.length) : null;

/** Differences that a batch may show, in minor units of either sign. */
export interface Differences {
  readonly captured: readonly bigint[];
  readonly refunded: readonly bigint[];
}

/** No candidates, for a batch that is not compared with anything. */
export const NO_CANDIDATES: CauseCandidates = { rows: { captured: {}, refunded: {} }, parts: [] };

/** Whether a row counts nowhere although its money may have moved: it waits, or nobody knows what it is. */
const isLeftOut = ({ type, status }: Transaction): boolean => {
  const kind = kindOfType(type);
  return kind === "unknown" || (kind === "capture" && isUndecidedStatus(status));
};

/** Looks through the rows that count for everything that one of some differences may equal. */
export const causeCandidates = (
  rows: readonly Transaction[],
  { captured, refunded }: Differences,
): CauseCandidates => {
  const moved = rows.filter(movedMoney);
  return {
    rows: {
      captured: firstEqual(moved, baseMinor, captured),
      refunded: firstEqual(moved, ({ refundedMinor }) => sizeOf(refundedMinor), refunded),
    },
    parts: [
      { cause: "tips", minor: sumOf(moved, ({ tipMinor }) => tipMinor) },
      { cause: "surcharges", minor: sumOf(moved, ({ surchargeMinor }) => surchargeMinor) },
      { cause: "taxes", minor: sumOf(moved, ({ taxMinor }) => taxMinor) },
      { cause: "left_out", minor: sumOf(rows.filter(isLeftOut), ({ totalMinor }) => totalMinor) },
    ],
  };
};

/** The first candidate that equals a difference, to the minor unit; `null` where none does, or there is none. */
export const likelyCause = (
  difference: bigint,
  total: keyof Differences,
  { rows, parts }: CauseCandidates,
): LikelyCause | null => {
  if (difference === 0n) return null;
  const size = sizeOfBig(difference);
  const row = rows[total][String(size)];
  if (row !== undefined) return { cause: `row:${row}`, phrase: `${ROW_PHRASE[total]} of transaction ${row}` };
  const part = parts.find(({ minor }) => sizeOfBig(minor) === size);
  return part === undefined ? null : { cause: part.cause, phrase: CAUSE_PARTS[part.cause] };
};

const ROW_PHRASE = { captured: "the base", refunded: "what was refunded" } as const;

/** The size of an amount. */
export const sizeOfBig = (minor: bigint): bigint => (minor < 0n ? -minor : minor);

const firstEqual = (
  rows: readonly Transaction[],
  minorOf: (row: Transaction) => number,
  differences: readonly bigint[],
): RowCandidates => {
  const wanted = new Set(
    differences.filter((minor) => minor !== 0n).map((minor) => String(sizeOfBig(minor))),
  );
  const found: Record<string, string> = {};
  if (wanted.size === 0) return found;
  for (const row of rows) {
    const size = String(Math.abs(minorOf(row)));
    if (wanted.delete(size)) found[size] = row.id;
  }
  return found;
};

const sumOf = (
  rows: readonly Transaction[],
  minorOf: (row: Transaction) => number | null | undefined,
): bigint => {
  const sum = new MinorSum();
  for (const row of rows) sum.add(minorOf(row) ?? 0);
  return sum.total;
};
