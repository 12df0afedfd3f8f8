import {
  EXCEPTIONS,
  isOpenException,
  isUndecided,
  type ListedException,
  parseAmount,
  reachesSeverity,
  SEVERITIES,
  type Severity,
} from "@tieout/reconcile";

/** What became of an exception since people were told last. */
export type ChangeKind = "new" | "worse" | "again" | "resolved";

/** An exception that changed for people. */
export interface Change {
  readonly kind: ChangeKind;
  readonly row: ListedException;
}

const isOpenFor = (row: ListedException, notify: Severity): boolean =>
  isOpenException(row) && reachesSeverity([row], notify);

/** Whether the money at stake is more than it was; figures that only run with time or volume never are. */
const costsMore = (before: ListedException, after: ListedException): boolean => {
  if ("figuresRun" in EXCEPTIONS[after.code] || after.currency === null || after.moneyAtStake === null)
    return false;
  if (before.currency !== after.currency || before.moneyAtStake === null) return true;
  const [was, is] = [before.moneyAtStake, after.moneyAtStake].map((money) =>
    parseAmount(money, after.currency ?? ""),
  );
  return was !== undefined && is !== undefined && is > was;
};

const isWorse = (before: ListedException, after: ListedException): boolean =>
  SEVERITIES.indexOf(after.severity) < SEVERITIES.indexOf(before.severity) || costsMore(before, after);

const changeOf = (
  before: ListedException | undefined,
  after: ListedException,
  notify: Severity,
): ChangeKind | undefined => {
  if (!isOpenFor(after, notify) || !isUndecided(after)) return undefined;
  if (before === undefined || !isOpenException(before)) return "new";
  // What was decided about it holds no longer.
  if (!isUndecided(before)) return "again";
  if (!reachesSeverity([before], notify)) return "worse";
  return isWorse(before, after) ? "worse" : undefined;
};

/**
 * What changed for people between the report that they were told of and the one of tonight: exceptions from `notify` on
 * that are new, worse, open again since a decision ended (worst first), or resolved. What somebody has decided about is not among it.
 */
export const changesBetween = (
  before: ReadonlyArray<ListedException>,
  after: ReadonlyArray<ListedException>,
  notify: Severity | null,
): ReadonlyArray<Change> => {
  if (notify === null) return [];
  const known = new Map(before.map((row) => [row.exceptionId, row]));
  const now = new Map(after.map((row) => [row.exceptionId, row]));
  const changed = after.flatMap((row): ReadonlyArray<Change> => {
    const kind = changeOf(known.get(row.exceptionId), row, notify);
    return kind === undefined ? [] : [{ kind, row }];
  });
  const resolved = before.flatMap((row): ReadonlyArray<Change> => {
    if (!isOpenFor(row, notify) || !isUndecided(row)) return [];
    const status = now.get(row.exceptionId)?.status ?? "resolved";
    return status === "resolved" ? [{ kind: "resolved", row }] : [];
  });
  const rank = ({ row }: Change): number => SEVERITIES.indexOf(row.severity);
  return [...changed.toSorted((left, right) => rank(left) - rank(right)), ...resolved];
};
