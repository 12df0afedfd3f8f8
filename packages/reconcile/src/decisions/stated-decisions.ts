import type { Decision, DecisionEnd, DecisionRecord, DecisionState, StatedDecision } from "./Decision.ts";

/** Which decisions reports have seen end, and how, by the decision's id. */
export type EndedDecisions = ReadonlyMap<number, DecisionEnd>;

const stateOf = (
  { id }: Decision,
  next: DecisionRecord | undefined,
  ended: EndedDecisions,
): DecisionState => {
  const end = ended.get(id);
  if (end !== undefined) return end;
  if (next === undefined) return "holds";
  return next.as === "withdrawn" ? "withdrawn" : "replaced";
};

/**
 * Every decision of some entries, in their order, as it stands by those entries and by what earlier reports saw end.
 * What ended stays so, also where the reason for it is gone again.
 */
export const statedDecisions = (
  records: Iterable<DecisionRecord>,
  ended: EndedDecisions,
): readonly StatedDecision[] => {
  const ordered = [...records].sort((left, right) => left.id - right.id);
  const following = new Map<number, DecisionRecord>();
  const last = new Map<string, DecisionRecord>();
  for (const record of ordered) {
    const before = last.get(record.exceptionId);
    if (before !== undefined) following.set(before.id, record);
    last.set(record.exceptionId, record);
  }
  return ordered.flatMap((record) => {
    if (record.as === "withdrawn") return [];
    const next = following.get(record.id);
    return [{ decision: record, state: stateOf(record, next, ended), next }];
  });
};
