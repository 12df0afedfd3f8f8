import { normaliseCohortName } from "../cohorts/identity.ts";
import type { Link } from "./Link.ts";

/** Two links that cannot stand beside each other: their indices, the smaller first, and what they share. */
export interface LinkOverlap {
  readonly first: number;
  readonly second: number;
  /** `cohort`: both pay for the same credentials; else both would claim the same settlements. */
  readonly shares: "cohort" | "account" | "terminal";
  /** The account or terminal that both name, the first that the first link lists; `null` for a cohort. */
  readonly id: string | null;
}

/**
 * Every pair of links that overlap, in the order of the links; a pair is named once, by the cohort before an
 * account before a terminal.
 *
 * Two links share a *cohort* when they name the same one of a programme, in any spelling, or one of them
 * is about the whole programme; on whatever days and in whatever mode, since cohort-payments.csv has one row
 * for a programme and cohort. They share an *account* or *terminal* when both list it, in the same currency, on
 * a day that both claim. An account of one link and a terminal of another do not overlap, even where the
 * terminal stands in that account: the link that names the terminal is the more specific and claims its settlements
 * (`claimingLink`).
 */
export const overlappingLinks = (links: readonly Link[]): readonly LinkOverlap[] =>
  links.flatMap((left, first) =>
    links.slice(first + 1).flatMap((right, after) => {
      const shared = sharedBy(left, right);
      return shared === null ? [] : [{ first, second: first + 1 + after, ...shared }];
    }),
  );

const sharedBy = (left: Link, right: Link): Pick<LinkOverlap, "shares" | "id"> | null => {
  if (left.programId === right.programId && isSameCohort(left.cohort, right.cohort)) {
    return { shares: "cohort", id: null };
  }
  if (left.currency !== right.currency || !haveCommonDay(left, right)) return null;
  const account = left.accounts.find((id) => right.accounts.includes(id));
  if (account !== undefined) return { shares: "account", id: account };
  const terminal = left.terminals.find((id) => right.terminals.includes(id));
  return terminal === undefined ? null : { shares: "terminal", id: terminal };
};

const isSameCohort = (left: string | null, right: string | null): boolean =>
  left === null || right === null || normaliseCohortName(left) === normaliseCohortName(right);

/** Half-open ranges have a day in common when each begins before the other ends. */
const haveCommonDay = (left: Link, right: Link): boolean =>
  beginsBefore(left.from, right.to) &&
  beginsBefore(right.from, left.to) &&
  beginsBefore(left.from, left.to) &&
  beginsBefore(right.from, right.to);

const beginsBefore = (from: string | null, to: string | null): boolean =>
  from === null || to === null || from < to;
