import { type Fault, fault, type Look } from "../schema/faults.ts";
import { MAX_JSON_DEPTH } from "../send/json-shape.ts";

/** How much of the way into a nest is named: enough for every part of an answer that can be left out. */
const NAMED_STEPS = 12;

/**
 * By each value that holds lists and objects nested deeper than {@link MAX_JSON_DEPTH} within the body, the fault that
 * this is. What is `gone` is not looked into, nor what lies beneath that depth.
 */
export const nestsIn = (body: unknown, gone: Look["gone"]): ReadonlyMap<unknown, Fault> => {
  const nests = new Map<unknown, Fault>();
  const visit = (value: unknown, depth: number): Fault | false => {
    if (typeof value !== "object" || value === null) return false;
    const here = fault(`lists and objects at most ${MAX_JSON_DEPTH} deep within each other`, value);
    let found = depth > MAX_JSON_DEPTH && here;
    for (const [step, inner] of found ? [] : Object.entries(value)) {
      const nest = !gone.get(value)?.has(step) && visit(inner, depth + 1);
      if (nest) found = depth > NAMED_STEPS ? here : { ...nest, steps: [...nest.steps, step] };
    }
    if (found) nests.set(value, found);
    return found;
  };
  visit(body, 1);
  return nests;
};
