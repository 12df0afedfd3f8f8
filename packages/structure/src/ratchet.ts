import type { Counted } from "./rules.ts";

/** How often each rule may be broken, for now; a rule that is not named may never be. */
export type Allowed = Readonly<Record<string, number>>;

/** What comes of counting: what is more than allowed, and what less than that. */
export interface Verdict {
  readonly faults: readonly string[];
  readonly notes: readonly string[];
}

/**
 * Compares what was counted with what is allowed. What is allowed only ever goes down: less than allowed is a note that
 * says to lower it, and a number for a rule that does not exist is a fault.
 */
export const compare = (counted: readonly Counted[], allowed: Allowed): Verdict => {
  const unknown = Object.keys(allowed).filter((name) => !counted.some((rule) => rule.name === name));
  const rules = counted.map((rule) => ({ ...rule, most: allowed[rule.name] ?? 0 }));
  return {
    faults: [
      ...unknown.map((name) => `allowed.json allows ${name}, which is no rule`),
      ...rules
        .filter(({ findings, most }) => findings.length > most)
        .map(({ name, counted: what, mend, findings, most }) =>
          [
            `${name}: ${findings.length}, at most ${most} ${what}`,
            ...findings.map(({ place, found }) => `  ${place}: ${found}`),
            `  To mend one: ${mend}.`,
          ].join("\n"),
        ),
    ],
    notes: rules
      .filter(({ findings, most }) => findings.length < most)
      .map(({ name, findings, most }) => `${name} ${findings.length} of ${most}`),
  };
};
