import { joined, type Look, missing, type Outcome, type Schema } from "./faults.ts";
import { atPlace, isObject, run } from "./run.ts";

type Check = (value: unknown, look?: Look) => Outcome;

/** Objects of which every member whose name a regular expression finds something in is such. */
export const matching =
  (expression: RegExp, schema: Schema): Check =>
  (value, look) => {
    if (!isObject(value)) return true;
    let outcome: Outcome = true;
    for (const [step, inner] of Object.entries(value)) {
      if (!expression.test(step)) continue;
      outcome = joined(outcome, atPlace(run(schema, inner, look), [value, step, look]));
    }
    return outcome;
  };

/** Objects of which every member is such that these do not name, and whose name none of the expressions finds something in. */
export const others =
  (schema: Schema, known: readonly string[], patterns: readonly RegExp[]): Check =>
  (value, look) => {
    if (!isObject(value)) return true;
    let outcome: Outcome = true;
    for (const [step, inner] of Object.entries(value)) {
      if (known.includes(step) || patterns.some((one) => one.test(step))) continue;
      outcome = joined(outcome, atPlace(run(schema, inner, look), [value, step, look]));
    }
    return outcome;
  };

/** Objects all of whose names are such. */
export const names =
  (schema: Schema): Check =>
  (value) => {
    if (!isObject(value)) return true;
    let outcome: Outcome = true;
    for (const name of Object.keys(value)) outcome = joined(outcome, run(schema, name));
    return outcome;
  };

/** Objects that, if they have one member, have others too. */
export const needs =
  (name: string, ...others: readonly string[]): Check =>
  (value) => {
    if (!isObject(value) || !Object.hasOwn(value, name)) return true;
    const absent = others.filter((other) => !Object.hasOwn(value, other) || value[other] === undefined);
    return absent.length === 0 || absent.map(missing);
  };

/** Objects that, if they have a member, are such. */
export const having =
  (name: string, schema: Schema): Check =>
  (value, look) =>
    !isObject(value) || !Object.hasOwn(value, name) || value[name] === undefined || run(schema, value, look);
