import { joined, type Look, type Outcome, type Schema } from "./faults.ts";
import { atPlace, isObject, run } from "./run.ts";

type Check = (value: unknown, look?: Look) => Outcome;

/** What of a value the keywords of a schema look at: `when` holds what they look at where it keeps to a schema. */
interface Looked {
  readonly isAll?: boolean;
  readonly names?: readonly string[];
  readonly patterns?: readonly RegExp[];
  readonly items?: number;
  /** Each item that is such. */
  readonly contains?: Schema;
  readonly when?: readonly (readonly [Schema, Looked])[];
}

const isLookedAt = (looked: Looked, value: object, step: string): boolean =>
  looked.isAll === true ||
  looked.names?.includes(step) === true ||
  looked.patterns?.some((one) => one.test(step)) === true ||
  (looked.items !== undefined && Number(step) < looked.items) ||
  (looked.contains !== undefined && run(looked.contains, Reflect.get(value, step)) === true) ||
  looked.when?.some(([schema, inner]) => isLookedAt(inner, value, step) && run(schema, value) === true) ===
    true;

/** Objects of which what no other keyword looks at is such, or with `isList` lists. */
export const unevaluated =
  (schema: Schema, looked: Looked, isList = false): Check =>
  (value, look) => {
    if (!(isList ? Array.isArray(value) : isObject(value))) return true;
    const holder: object = Object(value);
    let outcome: Outcome = true;
    for (const [step, inner] of Object.entries(holder)) {
      if (isLookedAt(looked, holder, step)) continue;
      const found = run(schema, inner, look);
      outcome = joined(outcome, atPlace(found, [holder, step, look]));
    }
    return outcome;
  };
