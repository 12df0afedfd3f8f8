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
const visit = (value: unknown, search: Search, way: (string | number)[]): void => {
  if (typeof value !== "object" || value === null) return;
  const { pattern, due, found } = search;
  const step = pattern[way.length];
  if (step === undefined) {
    for (const member of due) if (!Object.hasOwn(value, member)) found([...way.map(String), member]);
    return;
  }
  const into = (name: string | number, inner: unknown): void => {
    way.push(name);
    visit(inner, search, way);
    way.pop();
  };
  if (step !== "*") into(step, Reflect.get(value, step));
  else if (!Array.isArray(value)) for (const [name, inner] of Object.entries(value)) into(name, inner);
  else for (let index = 0; index < value.length; index += 1) into(index, value[index]);
};
