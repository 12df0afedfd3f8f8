import type { Outcome, Schema } from "./faults.ts";
import { type Members, object } from "./object.ts";

type Place = readonly [required: Members, optional?: Members];

const others = (): Outcome => [
  { steps: [], expected: "nothing: the spec has no such parameter", actual: "a value" },
];

/** The parameters that a call must and may have, in the order in which they are sent, which are by name. It has no others. */
export const places = (...given: readonly (Place | undefined)[]): Schema =>
  object(
    {},
    Object.fromEntries(
      ["path", "query", "header", "cookie"].map((name, index) => {
        const [required = {}, optional] = given[index] ?? [];
        return [name, object(required, optional, { others })];
      }),
    ),
  );
