import { type Fields, fieldsOf, numberIn, textIn } from "../http/fields.ts";
import type { FaultKind, HttpFault } from "./fault-kinds.ts";
import { FaultUnknown, faultKind, KNOWN_FAULTS, rateIn } from "./fault-list.ts";

const kindIn = (fields: Fields): FaultKind => {
  const asked = textIn(fields, "kind") ?? "";
  // A rewrite takes code, and cannot be asked for.
  const kind = asked === "retry-after" ? asked : faultKind(asked);
  if (kind === undefined) throw new FaultUnknown(`kind must be ${KNOWN_FAULTS}, or retry-after`);
  return kind;
};

const countIn = (fields: Fields, name: "times" | "after"): number | undefined => {
  const value = fields[name];
  if (value === undefined) return undefined;
  if (name === "times" && value === "all") return Infinity;
  const count = numberIn(fields, name);
  if (count !== undefined && Number.isInteger(count) && count >= 0) return count;
  throw new FaultUnknown(`${name} must be a whole number${name === "times" ? ', or "all"' : ""}`);
};

const rateOf = (fields: Fields): number | undefined => {
  if (fields["rate"] === undefined) return undefined;
  const rate = rateIn(textIn(fields, "rate") ?? "");
  if (rate === undefined) throw new FaultUnknown('rate must be a text such as "5%", at most "100%"');
  if (fields["times"] !== undefined || fields["after"] !== undefined)
    throw new FaultUnknown("rate must stand without times and after");
  return rate;
};

/**
 * Reads a fault from JSON: `{"operation": "getBatch", "kind": "503", "times": 2}`, with the members of
 * {@link HttpFault} but `rewrite`; `times` may be `"all"`, and `rate` is a text such as `"5%"`. Throws {@link FaultUnknown}.
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
  const [times, after, rate] = [countIn(fields, "times"), countIn(fields, "after"), rateOf(fields)];
  return {
    operation: textIn(fields, "operation") ?? "*",
    kind: kindIn(fields),
    ...(times === undefined ? {} : { times }),
    ...(after === undefined ? {} : { after }),
    ...(rate === undefined ? {} : { rate }),
    ...Object.fromEntries(
      texts.flatMap((name) => {
        const text = textIn(fields, name);
        return text === undefined ? [] : [[name, text] as const];
      }),
    ),
  };
};
