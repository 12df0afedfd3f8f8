import { json, type Refused, type Reply } from "../http/reply.ts";

/** The body of a refusal as the platform's other API shows it. Record fact 4.2. */
export const recordRefusal = (refused: Refused): Reply =>
  json(refused.status, {
    success: false,
    error: { code: refused.code ?? "INTERNAL_ERROR", message: refused.message },
  });
