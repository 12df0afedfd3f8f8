import { orElse } from "../caller-code.ts";
import { type BrokenFields, ContractBroken } from "../errors/api-errors.ts";
import type { CheckContext } from "./validator.ts";

/** The error for an answer that breaks its spec. */
export const contractBroken = (
  { api, operation, errors, reply }: CheckContext,
  fault: Omit<BrokenFields, "api" | "operation">,
): Error => new errors.contractBroken({ api, operation, reply, ...fault });

/** What a check of an answer gives; `ContractBroken` where it fails, such as on a body that it runs out of stack for. */
export const orBroken = <Result>(check: () => Result, context: CheckContext): Result =>
  orElse(check, (error) => {
    if (error instanceof ContractBroken) throw error;
    const text = { path: "$", expected: "a body that can be checked", actual: "one whose check failed" };
    throw contractBroken(context, text);
  });
