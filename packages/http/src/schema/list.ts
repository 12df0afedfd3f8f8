import { joined, type Look, type Outcome, type Schema } from "./faults.ts";
import { atPlace, run, withId } from "./run.ts";

/** A list of these items. Where they are independent, one that is wrong is left out alone; `id` is the member that holds its id. */
export const list =
  (items: Schema, isIndependent?: boolean, id?: string) =>
  (value: unknown, look?: Look): Outcome => {
    if (!Array.isArray(value)) return true;
    const gone = look?.gone.get(value);
    let outcome: Outcome = true;
    for (let index = 0; index < value.length; index += 1) {
      if (gone?.has(String(index))) continue;
      const item: unknown = value[index];
      const found = run(items, item, look);
      if (found !== true || look?.deep)
        outcome = joined(
          outcome,
          withId(atPlace(found, [value, String(index), look, isIndependent && "item"]), item, id),
        );
    }
    return outcome;
  };
