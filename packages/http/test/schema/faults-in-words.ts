import { type Fault, inWords, type Schema } from "../../src/schema/faults.ts";
import { run } from "../../src/schema/run.ts";

export const faultsOf = (schema: Schema, value: unknown): readonly Fault[] => {
  const outcome = run(schema, value);
  return outcome === true ? [] : outcome;
};

/** What is wrong with a value, as errors tell it; nothing where it keeps to its schema. */
export const told = (schema: Schema, value: unknown): readonly string[] =>
  faultsOf(schema, value)
    .map(inWords)
    .map(({ path, expected, actual }) => `${path}: ${expected}, got ${actual}`);
