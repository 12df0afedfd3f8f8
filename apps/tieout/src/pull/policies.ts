import {
  type BusinessCalendar,
  type CredentialBatchHeader,
  daysBetween,
  isFinal,
  type SettlementHeader,
} from "@tieout/reconcile";
import type { Settings } from "../config/Settings.ts";
import type { Run } from "../ledger/store/Run.ts";
import { isDue } from "./due.ts";
import type { RereadPolicy } from "./reread.ts";

/** What of the settings decides on reading details again. */
type RereadSettings = Pick<Settings, "isFull" | "reread">;

const mayMove = ({ status }: SettlementHeader): "not_final" | undefined =>
  isFinal(status) ? undefined : "not_final";

/** When a run reads the transactions of a settlement batch. */
export const settlementPolicy = (
  run: Run,
  { isFull, reread }: RereadSettings,
): RereadPolicy<"settlement"> => ({
  run,
  isFull,
  mayChange: mayMove,
  isDue: (id, lastReadDay) => isDue(id, lastReadDay, run.day, reread.everyDays),
});

/** Young batches may still be corrected without a trace in the list (Record fact 5.11). */
const isYoung =
  (run: Run, calendar: BusinessCalendar, youngDays: number) =>
  ({ issuedAt }: CredentialBatchHeader): "young" | undefined =>
    daysBetween(calendar.dayOf(issuedAt), run.day) < youngDays ? "young" : undefined;

/** When a run reads the credentials of a batch. */
export const credentialPolicy = (
  run: Run,
  { isFull, reread }: RereadSettings,
  calendar: BusinessCalendar,
): RereadPolicy<"credential_batch"> => ({
  run,
  isFull,
  mayChange: isYoung(run, calendar, reread.credentialDays),
  isDue: (id, lastReadDay) => isDue(id, lastReadDay, run.day, reread.everyDays),
});
