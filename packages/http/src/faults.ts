import { idText } from "./describe-issue.ts";
import type { Operation } from "./operation.ts";
import { isAtOrBeneath, pointerOf, type Steps, stepsOf, valueAt } from "./pointer.ts";
import type { ValidationIssue } from "./validator.ts";

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

/** Finds for each issue the deepest item or field of the operation's metadata that holds it. */
export const faultsOf = (issues: readonly ValidationIssue[], operation: Operation): Faults => {
  const homes = [
    ...operation.independentItems.map((pattern) => ({ leftOut: "item" as const, pattern: stepsOf(pattern) })),
    ...(operation.tolerantFields ?? []).map((pattern) => ({
      leftOut: "field" as const,
      pattern: stepsOf(pattern),
    })),
  ].sort((one, other) => other.pattern.length - one.pattern.length);

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

/** The id of the innermost item that is, or holds, what is at `steps`, where the metadata says what its id is. */
export const itemIdAt = (body: unknown, steps: Steps, operation: Operation): string | undefined => {
  const holders = Object.entries(operation.itemIds ?? {})
    .map(([pattern, member]) => ({ pattern: stepsOf(pattern), member }))
    .filter(({ pattern }) => isAtOrBeneath(steps, pattern))
    .sort((one, other) => other.pattern.length - one.pattern.length);
  const [innermost] = holders;
  if (innermost === undefined) return undefined;
  return idText(valueAt(body, [...steps.slice(0, innermost.pattern.length), innermost.member]));
};
