import { canonicalJson } from "../ledger/store/blob.ts";
import type { Known } from "../ledger/store/Entry.ts";
import type { Kind, Kinds } from "../ledger/store/kinds.ts";
import type { Run } from "../ledger/store/Run.ts";

/** Why the details of an entity are read tonight, or why they are not. */
export type Reason =
  | "new"
  | "changed"
  | "refused"
  | "not_final"
  | "young"
  | "not_whole"
  | "due"
  | "other_rule"
  | "full"
  | "read_by_this_run"
  | "unchanged"
  | "not_read";

const REUSED: ReadonlySet<Reason> = new Set(["read_by_this_run", "unchanged", "not_read"]);

/** Whether details need not be read for this reason. */
export const isReused = (reason: Reason): boolean => REUSED.has(reason);

/** What decides on reading beyond the entity itself. */
export interface RereadPolicy<K extends Kind> {
  readonly run: Run;
  /** Whether the details of an entity were refused on an earlier day, and have not been had since. */
  readonly isRefused: (id: string) => boolean;
  /** `--full`: everything, whatever the ledger says. */
  readonly isFull: boolean;
  /** Why an entity may still change although its header stays, if it may. */
  readonly mayChange: (header: Kinds[K]["header"]) => "not_final" | "young" | undefined;
  /** Whether it is the turn of an entity to be read again although nothing speaks for a change. */
  readonly isDue: (id: string, lastReadDay: string) => boolean;
}

/**
 * Decides whether the details of a listed entity are read tonight. Neither API says what changed, so a
 * header that stayed the same is trusted only for entities that are final, and not for ever.
 */
export const rereadReason = <K extends Kind>(
  header: Kinds[K]["header"],
  known: Known | undefined,
  { run, isRefused, isFull, mayChange, isDue }: RereadPolicy<K>,
): Reason => {
  const reading = known?.reading;
  if (known === undefined || reading === undefined) return "new";
  if (canonicalJson(header) !== known.header) return "changed";
  if (!reading.isByEmailRule) return "other_rule";
  // What this run could not read whole it reads again, or going on would forget what was invalid.
  if (reading.run === run.id && reading.isWhole) return "read_by_this_run";
  if (isRefused(header.id)) return "refused";
  if (isFull) return "full";
  const change = mayChange(header);
  if (change !== undefined) return change;
  if (!reading.isWhole) return "not_whole";
  return isDue(header.id, reading.day) ? "due" : "unchanged";
};
