import { type Steps, stepsOf } from "./pointer.ts";
import type { Parts } from "./validator.ts";

/** Calls `found` with the way to each member that is due in a body and is not there. */
export const eachMissing = (body: unknown, parts: Parts, found: (steps: Steps) => void): void => {
  for (const [pattern, { due }] of Object.entries(parts)) {
    if (due !== undefined) visit(body, { pattern: stepsOf(pattern), due, found }, []);
  }
};

interface Search {
  readonly pattern: Steps;
  readonly due: readonly string[];
  readonly found: (steps: Steps) => void;
}

/** `way` leads to the value. One list serves the whole search: rows are many, and hardly any lacks something. */
const visit = (value: unknown, search: Search, way: string[]): void => {
  if (typeof value !== "object" || value === null) return;
  const { pattern, due, found } = search;
  const step = pattern[way.length];
  if (step === undefined) {
    for (const member of due) if (!Object.hasOwn(value, member)) found([...way, member]);
    return;
  }
  for (const name of step === "*" ? Object.keys(value) : [step]) {
    way.push(name);
    visit(Reflect.get(value, name), search, way);
    way.pop();
  }
};
