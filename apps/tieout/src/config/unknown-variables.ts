import { closest, distance } from "fastest-levenshtein";
import type { Fault } from "./faults.ts";
import type { Environment } from "./reader.ts";

/** What every variable of tieout begins with, in letters of any case. */
const OWN = /^TIEOUT_/i;

/** Letters that may differ for a name to be taken for a misspelt one. */
const TYPOS_MAX = 5;

/** The variables that a config file names, for books that are not asked about as well. */
const namedIn = (value: unknown): ReadonlyArray<string> =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([name, member]: [string, unknown]) =>
        name.endsWith("Variable") && typeof member === "string"
          ? [member, `${member}_FILE`]
          : namedIn(member),
      );

/**
 * Variables that are spelt like tieout's own and that nobody reads: a misspelt one would otherwise do nothing, without a
 * word. `read` are those that somebody does.
 */
export const unknownVariables = (
  environment: Environment,
  read: ReadonlySet<string>,
  config: unknown,
): ReadonlyArray<Fault> => {
  const known = new Set([...read, ...namedIn(config)]);
  const own = [...known].filter((name) => OWN.test(name));
  return Object.keys(environment)
    .filter((name) => OWN.test(name) && !known.has(name))
    .map((name) => {
      const nearest = closest(name.toUpperCase(), own);
      const isNear = distance(name.toUpperCase(), nearest) <= TYPOS_MAX;
      return {
        where: name,
        problem: `is not a variable that tieout knows${isNear ? `; did you mean ${nearest}?` : ""}`,
      };
    });
};
