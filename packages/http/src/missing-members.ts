import { type Steps, stepsOf } from "./pointer.ts";
import type { Parts } from "./validator.ts";

/** Calls `found` with the way to each member that is due in a body and is not there. */
export const eachMissing = (body: unknown, parts: Parts, found: (steps: Steps) => void): void => {
  for (const [pattern, { due }] of Object.entries(parts)) {
    if (due !== undefined) visit({ value: body, steps: [] }, stepsOf(pattern), due, found);
  }
};

interface Place {
  readonly value: unknown;
  readonly steps: Steps;
}

const visit = (
  { value, steps }: Place,
  pattern: Steps,
  due: readonly string[],
  found: (steps: Steps) => void,
): void => {
  if (typeof value !== "object" || value === null) return;
  const [step, ...rest] = pattern;
  if (step === undefined) {
    for (const member of due) if (!Object.hasOwn(value, member)) found([...steps, member]);
  } else if (step === "*") {
    for (const [name, inner] of Object.entries(value)) {
      visit({ value: inner, steps: [...steps, name] }, rest, due, found);
    }
  } else {
    visit({ value: Reflect.get(value, step), steps: [...steps, step] }, rest, due, found);
  }
};
