import {
  type CohortRow,
  cohortKey,
  isLinkedTo,
  type Link,
  type Program,
  type SettlementRow,
} from "@tieout/reconcile";
import type { Night } from "../config/Night.ts";
import type { Roster } from "../config/rosters/read-rosters.ts";

/** One sentence for each roster whose cohort has no batch: whom it lists is missed by nobody. */
export const unmetRosters = (
  { book }: Night,
  rosters: ReadonlyArray<Roster>,
  { cohorts, tokenMode }: { readonly cohorts: ReadonlyArray<CohortRow>; readonly tokenMode: string | null },
): ReadonlyArray<string> => {
  const known = new Set(cohorts.map(({ entityId }) => entityId));
  return rosters.flatMap(({ mode, programId, name, file }) => {
    const key = cohortKey({ mode: mode ?? tokenMode ?? "live", programId, name });
    return known.has(key)
      ? []
      : [`A roster of ${book.name}, ${file}, is for the cohort ${key}, which has no batch`];
  });
};

/** What links could meet. */
export interface LinkedSides {
  /** Every settlement row that the ledger knows. */
  readonly settlements: Iterable<SettlementRow>;
  /** The cohorts of the report. */
  readonly cohorts: ReadonlyArray<CohortRow>;
  readonly programs: ReadonlyArray<Program>;
}

/**
 * One sentence for each link of a cohort without a batch, and for each place of a link where nothing was settled. A
 * link of a programme that is not listed has a sentence of its own.
 */
export const unmetLinks = (
  book: string,
  links: ReadonlyArray<Link>,
  { cohorts, settlements, programs }: LinkedSides,
): ReadonlyArray<string> => {
  const [accounts, terminals] = [new Set<string>(), new Set<string>()];
  for (const { accountId, terminalId } of settlements) {
    accounts.add(accountId);
    terminals.add(terminalId);
  }
  return links.flatMap((link) => {
    const { mode, programId, cohort } = link;
    const name = `A link of ${book} for ${cohortKey({ mode, programId, name: cohort ?? "" })}`;
    const isListed = programs.some((one) => one.id === programId && one.mode === mode);
    const isUnmet = cohort !== null && isListed && !cohorts.some((row) => isLinkedTo(link, row));
    return [
      ...(isUnmet ? [`${name} names a cohort that has no batch`] : []),
      ...link.accounts
        .filter((id) => !accounts.has(id))
        .map((id) => `${name} names the account ${id}, where no settlement is known`),
      ...link.terminals
        .filter((id) => !terminals.has(id))
        .map((id) => `${name} names the terminal ${id}, where no settlement is known`),
    ];
  });
};
