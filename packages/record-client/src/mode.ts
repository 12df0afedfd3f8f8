import { A_KEY, checkOptions, type Secret } from "@tieout/http";
import type { Mode } from "./generated/schemas.ts";

/**
 * The mode that a token selects, read off its prefix: `sk_test_` or `sk_live_`.
 * Undefined for any other, since Record documents these two only. Nothing is sent.
 */
export const modeOf = (token: string | Secret): Mode | undefined => {
  const { token: key } = checkOptions("modeOf", { token }, { token: A_KEY });
  const text = typeof key === "string" ? key : key.reveal();
  if (text.startsWith("sk_live_")) return "live";
  return text.startsWith("sk_test_") ? "test" : undefined;
};
