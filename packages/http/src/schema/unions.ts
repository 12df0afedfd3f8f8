import { fatal, fault, joined, type Look, missing, type Outcome, type Schema } from "./faults.ts";
import { isObject, run } from "./run.ts";

type Check = (value: unknown, look?: Look) => Outcome;

/** Values that keep to all of these. */
export const all =
  (...schemas: readonly Schema[]): Check =>
  (value, look) => {
    let outcome: Outcome = true;
    for (const schema of schemas) outcome = joined(outcome, run(schema, value, look));
    return outcome;
  };

/** Values that keep to it, and null. */
export const orNull =
  (schema: Schema): Check =>
  (value, look) => {
    const outcome = value === null || run(schema, value, look);
    if (outcome === true) return true;
    for (const one of outcome) if (one.isType && one.steps.length === 0) one.expected += " or null";
    return outcome;
  };

/**
 * The most precise of the faults that a value has under several schemas, one of which would have done: the deepest. Types wanted
 * in the same place are told together.
 */
const deepest = (outcomes: readonly Outcome[]): Outcome => {
  const faults = outcomes.flatMap((outcome) => (outcome === true ? [] : fatal(outcome)));
  const depth = Math.max(...new Set(faults.map(({ steps }) => steps.length)));
  const found = faults.find(({ steps }) => steps.length === depth);
  if (found === undefined) return faults;
  const types = faults.filter(({ isType, steps }) => isType && steps.join() === found.steps.join());
  if (found.isType) found.expected = [...new Set(types.map(({ expected }) => expected))].join(" or ");
  return [found];
};

/** Values that keep to one of these, or to several; to the first, as far as something has to be left out for it. */
export const any =
  (...schemas: readonly Schema[]): Check =>
  (value, look) => {
    const outcomes: Outcome[] = [];
    for (const schema of schemas) {
      const outcome = run(schema, value, look);
      if (outcome === true) return true;
      outcomes.push(outcome);
    }
    return outcomes.find(isKept) ?? deepest(outcomes);
  };

const isKept = (outcome: Outcome): boolean => outcome === true || fatal(outcome).length === 0;

/** Values that keep to one of these and to no other. */
export const oneOf =
  (...schemas: readonly Schema[]): Check =>
  (value, look) => {
    const outcomes = schemas.map((schema) => run(schema, value, look));
    const [kept, another] = outcomes.filter(isKept);
    if (another !== undefined) return [fault("must match exactly one schema in oneOf", value)];
    return kept ?? deepest(outcomes);
  };

/** Values that do not keep to it. */
export const not =
  (schema: Schema): Check =>
  (value) =>
    run(schema, value) !== true || [fault("must NOT be valid", value)];

/** Values that keep to `passed` if they keep to `test`, else to `failed`. */
export const when =
  (test: Schema, passed: Schema = 511, failed: Schema = 511): Check =>
  (value, look) =>
    run(run(test, value) === true ? passed : failed, value, look);

/** Objects that a member tells apart: its value names the schema. */
export const by =
  (member: string, schemas: Readonly<Record<string, Schema>>): Check =>
  (value, look) => {
    if (!isObject(value)) return run(32, value);
    const name = Object.hasOwn(value, member) ? value[member] : undefined;
    if (name === undefined) return [missing(member)];
    const schema = typeof name === "string" && Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    if (schema !== undefined) return run(schema, value, look);
    const found = fault(Object.keys(schemas).join(" or "), name, /^[\w.:+-]{0,40}$/);
    return [{ ...found, steps: [member] }];
  };

/** A schema that is not there yet, since it holds itself. It ends where a body is nested too deep, which is told by what is around it. */
export const later =
  (schema: () => Schema): Check =>
  (value, look) =>
    look?.deep?.get(value)?.steps.length === 0 || run(schema(), value, look);
