import type { Fault } from "../http/Api.ts";
import { json, Refused, type Reply } from "../http/reply.ts";

/** Koard's body of a refusal: `detail`. Koard fact 4. */
export const koardRefusal = (refused: Refused): Reply =>
  json(refused.status, { detail: refused.detail ?? refused.message });

/**
 * A request that the spec does not allow: 422 with one entry a fault, as such servers send it (Koard fact 4). A missing
 * `confirm` alone is documented as 400.
 */
export const koardInvalid = (operation: string, faults: readonly Fault[]): Refused =>
  new Refused(operation === "confirmPayment" ? 400 : 422, "The request is not valid", {
    detail: faults.map(({ at, message }) => ({
      loc: at.split("/").slice(1),
      msg: message,
      type: "value_error",
    })),
  });
