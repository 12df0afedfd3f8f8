import { type CredentialBatchHeader, daysBetween, isFinal, type SettlementHeader } from "@tieout/reconcile";
import type { Night } from "../config/Night.ts";
import type { Kind } from "../ledger/store/kinds.ts";
import type { Run } from "../ledger/store/Run.ts";
import { isDue } from "./due.ts";
import type { RereadPolicy } from "./reread.ts";

/** Whether the details of an entity were refused on an earlier day, and have not been had since. */
type IsRefused = (id: string) => boolean;

/** Makes the policy of one kind for a run. */
export type Policy<K extends Kind> = (run: Run, night: Night, isRefused: IsRefused) => RereadPolicy<K>;

const mayMove = ({ status }: SettlementHeader): "not_final" | undefined =>
  isFinal(status) ? undefined : "not_final";

const inTurn = (run: Run, { settings: { isFull, reread } }: Night, isRefused: IsRefused) => ({
  run,
  isFull,
  isRefused,
  isDue: (id: string, lastReadDay: string) =>
    isDue(id, lastReadDay, { day: run.day, everyDays: reread.everyDays }),
});

/** When a run reads the transactions of a settlement batch. */
export const settlementPolicy: Policy<"settlement"> = (run, night, isRefused) => ({
  ...inTurn(run, night, isRefused),
  mayChange: mayMove,
});

/** Young batches may still be corrected without a trace in the list (Record fact 5.11). */
const isYoung =
  (run: Run, { calendar, settings: { reread } }: Night) =>
  ({ issuedAt }: CredentialBatchHeader): "young" | undefined =>
    daysBetween(calendar.dayOf(issuedAt), run.day) < reread.credentialDays ? "young" : undefined;

/** When a run reads the credentials of a batch. */
export const credentialPolicy: Policy<"credential_batch"> = (run, night, isRefused) => ({
  ...inTurn(run, night, isRefused),
  mayChange: isYoung(run, night),
});
