import type { FaultKind, HttpFault } from "./faults.ts";
import { type Fields, fieldsOf, numberIn, textIn } from "./fields.ts";

/** A fault that was asked for over HTTP is none that the sandbox knows. */
export class FaultUnknown extends Error {
  override readonly name = "FaultUnknown";
}

/** What can be asked for over HTTP; a rewrite takes code and cannot. */
const KINDS: readonly FaultKind[] = [
  "not-found",
  "retry-after",
  "reset",
  "stall",
  "truncate",
  "html",
  "empty",
  "hang",
  "redirect",
];

const kindIn = (fields: Fields): FaultKind => {
  const asked = textIn(fields, "kind") ?? "";
  const known = KINDS.find((kind) => kind === asked);
  if (known !== undefined) return known;
  if (/^[1-5]\d\d$/.test(asked)) return `${Number(asked)}`;
  throw new FaultUnknown(`kind must be a status such as "503", or one of ${KINDS.join(", ")}`);
};

const countIn = (fields: Fields, name: "times" | "after"): number | undefined => {
  const value = fields[name];
  if (value === undefined) return undefined;
  if (name === "times" && value === "all") return Infinity;
  const count = numberIn(fields, name);
  if (count !== undefined && Number.isInteger(count) && count >= 0) return count;
  throw new FaultUnknown(`${name} must be a whole number${name === "times" ? ', or "all"' : ""}`);
};

/**
 * Reads a fault from JSON: `{"operation": "getBatch", "kind": "503", "times": 2}`, with the members of
 * {@link HttpFault} but `rewrite`; `times` may be `"all"`. Throws {@link FaultUnknown}.
 */
export const faultIn = (body: string): HttpFault => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    throw new FaultUnknown("the body must be one JSON object");
  }
  const fields = fieldsOf(parsed);
  const texts = ["path", "retryAfter", "location"] as const;
  const [times, after] = [countIn(fields, "times"), countIn(fields, "after")];
  return {
    operation: textIn(fields, "operation") ?? "*",
    kind: kindIn(fields),
    ...(times === undefined ? {} : { times }),
    ...(after === undefined ? {} : { after }),
    ...Object.fromEntries(
      texts.flatMap((name) => {
        const text = textIn(fields, name);
        return text === undefined ? [] : [[name, text] as const];
      }),
    ),
  };
};
