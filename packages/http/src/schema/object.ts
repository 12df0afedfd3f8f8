import { type Fault, joined, type Look, missing, type Outcome, type Schema } from "./faults.ts";
import { atPlace, isObject, run, withId } from "./run.ts";

/** Schemas by the name of the member that they are for. */
export type Members = Readonly<Record<string, Schema>>;

/** What an object says beyond the members that it must and may have. */
interface ObjectRules {
  /** What members are that it does not name. */
  readonly others?: Schema;
  /** Members that an answer may have wrong: they are left out of it. */
  readonly tolerant?: Members;
  /** The same; where one is not there, that is reported. */
  readonly due?: Members;
  /** The member that holds its id. */
  readonly id?: string;
}

interface Rule {
  readonly name: string;
  readonly schema: Schema;
  readonly kind: "field" | undefined;
  /** Whether it has to be there. */
  readonly due: boolean;
}

/** An object with these members. What is no object is none of its concern. */
export const object = (
  required: Members,
  optional: Members = {},
  { others = 511, tolerant = {}, due = {}, id }: ObjectRules = {},
): ((value: unknown, look?: Look) => Outcome) => {
  const rules = new Map<string, Rule>();
  for (const group of [required, optional, tolerant, due]) {
    const isDue = group === required || group === due;
    const kind = group === required || group === optional ? undefined : "field";
    for (const [name, schema] of Object.entries(group)) rules.set(name, { name, schema, kind, due: isDue });
  }
  const wanted = [...rules.values()].filter((rule) => rule.due);
  // Rows of one list have their members in one order: that of the last is tried first.
  const order: (Rule | undefined)[] = [];
  return (value, look) => {
    if (!isObject(value)) return true;
    let outcome: Outcome = true;
    let at = 0;
    let seen = 0;
    for (const step in value) {
      const inner = value[step];
      if (inner === undefined) continue;
      let rule = order[at];
      // Not `rule?.name`: two texts are compared faster than a text with what may be none.
      if (!rule || rule.name !== step) {
        rule = rules.get(step);
        if (at < rules.size) order[at] = rule;
      }
      at += 1;
      if (rule?.due) seen += 1;
      const found = run(rule ? rule.schema : others, inner, look);
      if (found !== true || look?.deep)
        outcome = joined(outcome, atPlace(found, [value, step, look, rule?.kind]));
    }
    if (seen < wanted.length) outcome = joined(missed(value, wanted, look), outcome);
    return withId(outcome, value, id);
  };
};

/** What is not there and should be; of what an answer may lack, only where it is told. */
const missed = (
  holder: Readonly<Record<string, unknown>>,
  wanted: readonly Rule[],
  look: Look | undefined,
): Outcome => {
  const faults = wanted
    .filter(
      ({ name, kind }) => (!kind || look) && (!Object.hasOwn(holder, name) || holder[name] === undefined),
    )
    .map(({ name, kind }): Fault => ({ ...missing(name), leftOut: kind && "missing" }));
  return faults.length === 0 || faults;
};

/** What a member is that may not be there. */
export const nothing = (): Outcome => [
  { steps: [], expected: "nothing: the spec has no such member", actual: "a value" },
];
