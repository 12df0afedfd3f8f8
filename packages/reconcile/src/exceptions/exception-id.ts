import { createHash } from "node:crypto";
import type { Finding } from "./finding.ts";

/**
 * The id of an exception, the same every night: `x_` and 12 hexadecimal digits of the SHA-256 of book, code,
 * entity and entity id. The four are joined as JSON, so that no two quadruples read the same.
 */
export const exceptionId = (book: string, finding: Pick<Finding, "code" | "entity" | "entityId">): string => {
  const name = JSON.stringify([book, finding.code, finding.entity, finding.entityId]);
  return `x_${createHash("sha256").update(name).digest("hex").slice(0, 12)}`;
};
