import { type CredentialBatchHeader, daysBetween, isFinal, type SettlementHeader } from "@tieout/reconcile";
import type { Night } from "../config/Night.ts";
import type { Run } from "../ledger/store/Run.ts";
import { isDue } from "./due.ts";
import type { RereadPolicy } from "./reread.ts";

const mayMove = ({ status }: SettlementHeader): "not_final" | undefined =>
  isFinal(status) ? undefined : "not_final";

const inTurn = (run: Run, { settings: { isFull, reread } }: Night) => ({
  run,
  isFull,
  isDue: (id: string, lastReadDay: string) =>
    isDue(id, lastReadDay, { day: run.day, everyDays: reread.everyDays }),
});

/** When a run reads the transactions of a settlement batch. */
export const settlementPolicy = (run: Run, night: Night): RereadPolicy<"settlement"> => ({
  ...inTurn(run, night),
  mayChange: mayMove,
});

/** Young batches may still be corrected without a trace in the list (Record fact 5.11). */
const isYoung =
  (run: Run, { calendar, settings: { reread } }: Night) =>
  ({ issuedAt }: CredentialBatchHeader): "young" | undefined =>
    daysBetween(calendar.dayOf(issuedAt), run.day) < reread.credentialDays ? "young" : undefined;

/** When a run reads the credentials of a batch. */
export const credentialPolicy = (run: Run, night: Night): RereadPolicy<"credential_batch"> => ({
  ...inTurn(run, night),
  mayChange: isYoung(run, night),
});
