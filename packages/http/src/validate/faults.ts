import { idText } from "./describe-issue.ts";
import { isAtOrBeneath, pointerOf, type Steps, stepsOf, valueAt } from "./pointer.ts";
import type { Parts, ValidationIssue } from "./validator.ts";

/** Everything wrong with one thing that may be left out. */
export interface Fault {
  readonly leftOut: "item" | "field";
  /** Where the thing is in the body. */
  readonly steps: Steps;
  readonly issues: ValidationIssue[];
}

/** Issues by what would have to go: fields, items, and those (`homeless`) that only the whole body holds. */
export interface Faults {
  readonly fields: readonly Fault[];
  readonly items: readonly Fault[];
  readonly homeless: readonly ValidationIssue[];
}

/** Finds for each issue the deepest item or tolerant member that holds it. */
export const faultsOf = (issues: readonly ValidationIssue[], parts: Parts): Faults => {
  const homes = Object.entries(parts)
    .flatMap(([at, { isItem, tolerant = [] }]) => {
      const pattern = stepsOf(at);
      const fields = tolerant.map((member) => ({ leftOut: "field" as const, pattern: [...pattern, member] }));
      return isItem ? [{ leftOut: "item" as const, pattern }, ...fields] : fields;
    })
    .sort((one, other) => other.pattern.length - one.pattern.length);

  const faults = new Map<string, Fault>();
  const homeless: ValidationIssue[] = [];
  for (const issue of issues) {
    const steps = stepsOf(issue.instancePath);
    const home = homes.find(({ pattern }) => isAtOrBeneath(steps, pattern));
    if (home === undefined) {
      homeless.push(issue);
      continue;
    }
    const homeSteps = steps.slice(0, home.pattern.length);
    const key = pointerOf(homeSteps);
    const fault = faults.get(key) ?? { leftOut: home.leftOut, steps: homeSteps, issues: [] };
    fault.issues.push(issue);
    faults.set(key, fault);
  }
  const all = [...faults.values()];
  return {
    fields: all.filter(({ leftOut }) => leftOut === "field"),
    items: all.filter(({ leftOut }) => leftOut === "item"),
    homeless,
  };
};

/** The id of the innermost part that is, or holds, what is at `steps`, where it is known what its id is. */
export const idAt = (body: unknown, steps: Steps, parts: Parts): string | undefined => {
  const [innermost] = Object.entries(parts)
    .map(([at, { id }]) => ({ pattern: stepsOf(at), id }))
    .filter(({ pattern, id }) => id !== undefined && isAtOrBeneath(steps, pattern))
    .sort((one, other) => other.pattern.length - one.pattern.length);
  if (innermost?.id === undefined) return undefined;
  return idText(valueAt(body, [...steps.slice(0, innermost.pattern.length), innermost.id]));
};
