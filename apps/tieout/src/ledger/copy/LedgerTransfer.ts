import type { Effect } from "effect";
import type { NonEmptyReadonlyArray } from "effect/Array";
import type { LedgerFailed, LedgerWriteError } from "../failures.ts";
import type { CopiedTable, Row } from "./copied-tables.ts";

/** Takes rows of a table. */
export type TakeRows<E, R = never> = (
  table: CopiedTable,
  rows: NonEmptyReadonlyArray<Row>,
) => Effect.Effect<void, E, R>;

/** The part of a ledger by which another one, in whichever database, is filled with what this one holds. */
export interface LedgerTransfer {
  /** Whether it holds nothing yet: no run, and no key. */
  readonly isUnused: Effect.Effect<boolean, LedgerFailed>;
  /** Hands over all that it holds, table by table, in an order in which it can be taken. */
  readonly handOver: <E, R>(take: TakeRows<E, R>) => Effect.Effect<void, E | LedgerFailed, R>;
  /**
   * Becomes what `fill` hands over, all of it or nothing: in one transaction, at whose end `check` is shown what stands
   * there. Its later rows go on from the numbers of those.
   */
  readonly become: <E, R, E2, R2>(
    fill: (take: TakeRows<LedgerFailed>) => Effect.Effect<void, E, R>,
    check: Effect.Effect<void, E2, R2>,
  ) => Effect.Effect<void, E | E2 | LedgerWriteError, R | R2>;
}
