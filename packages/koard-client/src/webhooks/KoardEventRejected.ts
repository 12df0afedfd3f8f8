import { checkOptions, type OptionRule, oneOf } from "@tieout/http";

/**
 * Why an event was not taken.
 *
 * - `unsigned`: the headers of a signature are missing or malformed.
 * - `untimely`: it was signed too long ago, or in the future; a recording that is played again looks like this.
 * - `forged`: no signature is right under any of the secrets.
 * - `broken`: the signature is right, and the body breaks the spec.
 */
export type RejectionReason = "unsigned" | "untimely" | "forged" | "broken";

const REASON: OptionRule = { ...oneOf("unsigned", "untimely", "forged", "broken"), isRequired: true };
const DETAIL: OptionRule = {
  expected: "a text",
  takes: (value) => typeof value === "string",
  isRequired: true,
};

/** What came to a webhook's address was not taken. Holds neither secret, signature nor body. */
export class KoardEventRejected extends Error {
  override readonly name: string = "KoardEventRejected";
  readonly reason: RejectionReason;

  constructor(reason: RejectionReason, detail: string) {
    checkOptions("KoardEventRejected", { reason, detail }, { reason: REASON, detail: DETAIL });
    super(`A Koard event was rejected as ${reason}: ${detail}`);
    this.reason = reason;
  }
}
