import type { Secret } from "@tieout/http";
import type { Mode } from "./generated/schemas.ts";

/**
 * The mode that a token selects, read off its prefix: `sk_test_` or `sk_live_`.
 * Undefined for any other, since Record documents these two only. Nothing is sent.
 */
export const modeOf = (token: string | Secret): Mode | undefined => {
  const text = typeof token === "string" ? token : token.reveal();
  if (text.startsWith("sk_live_")) return "live";
  return text.startsWith("sk_test_") ? "test" : undefined;
};
