import type { Outcome } from "./faults.ts";

const expecting = (expected: string) => (): Outcome => [{ steps: [], expected, actual: "a value" }];

/** What a member of a request is that the spec has in answers alone (`readOnly`). */
export const answersAlone: () => Outcome = expecting("nothing: the spec has it in answers alone");

/** What a member of an answer is that the spec has in requests alone (`writeOnly`), such as a password. */
export const requestsAlone: () => Outcome = expecting("nothing: the spec has it in requests alone");
