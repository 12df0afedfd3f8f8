import { maskFound, REDACTED } from "../errors/clean-text.ts";

/** The member names and array indexes on the way to a value. */
export type Steps = readonly string[];

/** Takes a JSON pointer (RFC 6901) apart. `""` is the body itself. */
export const stepsOf = (pointer: string): Steps =>
  pointer === ""
    ? []
    : pointer
        .slice(1)
        .split("/")
        .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

/** The steps to a member, inside others where its name says so (`a.b`); of none, to the value itself. */
export const stepsIn = (name: string | null): Steps => name?.split(".") ?? [];

/** Puts a JSON pointer together. */
export const pointerOf = (steps: Steps): string =>
  steps.map((step) => `/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** The value at `steps`, or `undefined` where there is none. */
export const valueAt = (body: unknown, steps: Steps): unknown => {
  let value = body;
  for (const step of steps) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
};

const masked = (step: string): string => maskFound(step, () => REDACTED);

/**
 * A path as people write it: `$.transactions[3].total_amount`. An odd member name, which may be anything that stands in a
 * body, is quoted, without what may be personal, and cut short.
 */
export const jsonPath = (steps: Steps): string => {
  const parts = steps.map((step) => {
    if (/^\d{1,10}$/.test(step)) return `[${step}]`;
    return /^[A-Za-z_$][\w$]{0,60}$/.test(step)
      ? `.${step}`
      : `[${JSON.stringify(masked(step).slice(0, 40))}]`;
  });
  return `$${parts.join("")}`;
};
