import type { Effect } from "effect";
import type { LedgerFailed, LedgerWriteError } from "../failures.ts";
import type { Kind } from "./kinds.ts";
import type { Run } from "./Run.ts";

/** What became of details that a run asked for. */
interface AskedDetails {
  /** Entities whose details could not be had. */
  readonly refused: ReadonlySet<string>;
  /** Entities whose details were had, or are known to be gone. */
  readonly had: ReadonlySet<string>;
}

/** Which days of refusals are kept. */
export interface KeptRefusals {
  /** Those from this calendar day on. */
  readonly since: string;
  /** And of those before it the newest of each entity: as many as decide whether details are given up. */
  readonly days: number;
}

/** The part of a ledger that counts on how many days details could not be had. */
export interface LedgerRefusals {
  /** By entity, on how many business days before that of a run its details were refused, since they were last had. */
  readonly refusals: (run: Run, kind: Kind) => Effect.Effect<ReadonlyMap<string, number>, LedgerFailed>;
  /** Notes what became of details on the day of a run: those that were had begin anew. */
  readonly noteRefusals: (run: Run, kind: Kind, asked: AskedDetails) => Effect.Effect<void, LedgerWriteError>;
  /** How many days of refusals {@link LedgerRefusals.forgetRefusals} would forget. */
  readonly oldRefusals: (kept: KeptRefusals) => Effect.Effect<number, LedgerFailed>;
  /** Forgets all other days, so that whatever is refused for years grows no ledger. Nothing is given up or waited for anew. */
  readonly forgetRefusals: (kept: KeptRefusals) => Effect.Effect<void, LedgerWriteError>;
}
