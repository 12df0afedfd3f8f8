import { fault, joined, type Look, type Outcome, type Schema } from "./faults.ts";
import { atPlace, run } from "./run.ts";
import { isSame } from "./values.ts";

/** Lists whose first items are these, in order; `rest` is what the others are. */
export const tuple =
  (first: readonly Schema[], rest: Schema = 511) =>
  (value: unknown, look?: Look): Outcome => {
    if (!Array.isArray(value)) return true;
    let outcome: Outcome = true;
    for (const [index, item] of value.entries()) {
      const found = run(first[index] ?? rest, item, look);
      outcome = joined(outcome, atPlace(found, [value, String(index), look]));
    }
    return outcome;
  };

/** Lists of which no two items are the same. */
export const uniqueItems = (value: unknown): Outcome => {
  if (!Array.isArray(value)) return true;
  const known = new Map<unknown, unknown[]>();
  for (const item of value) {
    // Of objects those of as many members are held against each other.
    const kind: unknown = typeof item === "object" && item !== null ? Object.keys(item).length : item;
    const like = known.get(kind) ?? [];
    if (like.some((one) => isSame(one, item))) return [fault("must NOT have duplicate items", value)];
    like.push(item);
    known.set(kind, like);
  }
  return true;
};

/** Lists of which at least `least` and at most `most` items are such. */
export const contains =
  (item: Schema, least: number = 1, most: number = Number.POSITIVE_INFINITY) =>
  (value: unknown): Outcome => {
    if (!Array.isArray(value)) return true;
    const count = value.filter((one) => run(item, one) === true).length;
    const limit = most === Number.POSITIVE_INFINITY ? "" : ` and no more than ${most}`;
    return (
      (count >= least && count <= most) || [
        fault(`must contain at least ${least}${limit} valid item(s)`, value),
      ]
    );
  };
