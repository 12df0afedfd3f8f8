import { letGo, orElse } from "../caller-code.ts";
import { type BrokenFields, RequestInvalid } from "../errors/api-errors.ts";
import { inWords, type Schema } from "../schema/faults.ts";
import { run } from "../schema/run.ts";
import { checkContext } from "./check-context.ts";
import type { CheckContext, RequestCheck } from "./validator.ts";

/** Makes the check of a request's body from its schema. */
export const requestCheck = (schema: Schema): RequestCheck => sentCheck(schema, "");

/**
 * Makes the check of a call's parameters from the schema of all of them, by place, then name. A parameter that the spec does
 * not know is a fault: it would have no effect, and its sender would not learn of it.
 */
export const parametersCheck = (schema: Schema): RequestCheck => sentCheck(schema, "$.");

/** `root` is what their paths do without. */
const sentCheck =
  (schema: Schema, root: string): RequestCheck =>
  (sent, given) => {
    const context = checkContext("check", given);
    orInvalid(() => {
      const outcome = run(schema, sent);
      letGo(outcome);
      if (outcome === true) return;
      for (const { path, ...words } of outcome.map(inWords))
        throw invalid(context, { path: path.replace(root, ""), ...words });
    }, context);
  };

/** Runs the check of a request; where it fails, the request is one that cannot be checked. */
export const orInvalid = (check: () => void, context: CheckContext): void =>
  orElse(
    () => {
      const given: unknown = check();
      letGo(given);
      if (given !== undefined)
        throw new TypeError("It gave something, which nobody would wait for or look at");
    },
    (error) => {
      if (error instanceof RequestInvalid) throw error;
      const text = { path: "$", expected: "a value that can be checked", actual: "one whose check failed" };
      throw invalid(context, text);
    },
  );

/** The error for a request that was not sent. */
export const invalid = (
  { api, operation, errors }: CheckContext,
  fault: Omit<BrokenFields, "api" | "operation">,
): Error => new errors.requestInvalid({ api, operation, ...fault });
