import { orElse } from "../caller-code.ts";
import { ContractBroken } from "../errors/api-errors.ts";
import type { CheckContext } from "./validator.ts";

/** What a check of an answer gives; `ContractBroken` where it fails, such as on a body that it runs out of stack for. */
export const orBroken = <Result>(
  check: () => Result,
  { api, operation, errors, reply }: CheckContext,
): Result =>
  orElse(check, (error) => {
    if (error instanceof ContractBroken) throw error;
    const text = { path: "$", expected: "a body that can be checked", actual: "one whose check failed" };
    throw new errors.contractBroken({ api, operation, reply, ...text });
  });
