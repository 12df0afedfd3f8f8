import { compareCodePoints } from "../code-points.ts";
import type { SettlementHeader } from "../records.ts";
import { sizeOfBig } from "./likely-causes.ts";
import type { SettlementSummary } from "./summarise-settlement.ts";

type Total = "captured" | "refunded";

interface Batch {
  readonly header: SettlementHeader;
  readonly summary: SettlementSummary;
}

/** What a figure is known by: its day, account and currency, its total, and its size. */
const keyOf = ({ header, summary }: Batch, total: Total, size: bigint): string =>
  JSON.stringify([
    summary.businessDate,
    header.accountId,
    summary.groups[0].currency,
    ...[total, String(size)],
  ]);

/**
 * Declared figures of all batches, for finding the one that a difference equals: of its day, account and currency. Holds
 * those alone that some difference asks for, since nearly all batches tie out.
 */
export class DeclaredFigures {
  readonly #sizes = new Set<bigint>();
  /** By what is asked for, the first two batches that declare it: one of them is not the one that asks. */
  readonly #found = new Map<string, readonly string[]>();

  /** A batch has a difference, of which will be asked. */
  note(batch: Batch, total: Total, difference: bigint): void {
    const size = sizeOfBig(difference);
    if (size === 0n) return;
    this.#sizes.add(size);
    this.#found.set(keyOf(batch, total, size), []);
  }

  /** Looks through all batches for what was noted. */
  lookThrough(batches: Iterable<Batch>): void {
    if (this.#sizes.size === 0) return;
    for (const batch of batches)
      for (const total of ["captured", "refunded"] as const) {
        const size = sizeOfBig(BigInt(batch.header[`${total}Minor`]));
        if (!this.#sizes.has(size)) continue;
        const key = keyOf(batch, total, size);
        const found = this.#found.get(key);
        if (found !== undefined)
          this.#found.set(key, [...found, batch.header.id].sort(compareCodePoints).slice(0, 2));
      }
  }

  /** The first other batch whose declared figure equals a difference; `null` where none does. */
  elsewhere(batch: Batch, total: Total, difference: bigint): string | null {
    const found = this.#found.get(keyOf(batch, total, sizeOfBig(difference))) ?? [];
    return found.find((id) => id !== batch.header.id) ?? null;
  }
}
