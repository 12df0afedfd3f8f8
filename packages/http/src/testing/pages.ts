import { isPlain } from "../errors/clean-text.ts";
import type { Operation, WalkRules } from "../operation.ts";
import { type Steps, stepsIn, valueAt } from "../validate/pointer.ts";
import type { Asked } from "./incoming.ts";

/** The page of an example's list that was asked for, so that a walk of it comes to an end. `isRight` holds an answer against the spec. */
export const pageOf = (
  body: unknown,
  { operation, asked }: { readonly operation: Operation; readonly asked: Asked },
  isRight: (body: unknown) => boolean,
): unknown => {
  const { pagination, walks } = operation;
  if (walks?.rules !== undefined) return onlyPage(body, { rules: walks.rules, asked }, isRight);
  if (pagination === undefined) return body;
  const rows = valueAt(body, stepsIn(pagination.items));
  if (!Array.isArray(rows)) return body;
  const numberAt = (name: string): number | undefined => {
    const value = valueAt(asked[pagination.in], [name]);
    return typeof value === "number" ? value : undefined;
  };
  const offset = numberAt(pagination.offset ?? "offset") ?? 0;
  const page: readonly unknown[] = rows.slice(
    offset,
    offset + (numberAt(pagination.limit ?? "limit") ?? rows.length),
  );
  const cut = withAt(body, stepsIn(pagination.items), page);
  const counted = pagination.total === true ? "total" : pagination.total;
  return counted === false || pagination.items === null ? cut : withAt(cut, stepsIn(counted), rows.length);
};

/** A value with another at a place inside; where that is undefined, without the member. */
const withAt = (holder: unknown, [step, ...rest]: Steps, value: unknown): unknown => {
  if (step === undefined) return value;
  const { [step]: inner, ...others }: Readonly<Record<string, unknown>> = isPlain(holder) ? holder : {};
  const now = withAt(inner, rest, value);
  return now === undefined ? others : { ...others, [step]: now };
};

/** The example as the one page of its list: what is asked for behind it has no row, and nothing leads there. */
const onlyPage = (
  body: unknown,
  { rules, asked }: { readonly rules: WalkRules; readonly asked: Asked },
  isRight: (body: unknown) => boolean,
): unknown => {
  const { items, page, cursor, next, hasMore, first = 1 } = rules;
  const set = page ?? cursor;
  const at = set === undefined ? undefined : valueAt(asked[rules.in ?? "query"], stepsIn(set));
  const isBehind = at !== undefined && (page === undefined || String(at) !== String(first));
  const list = isBehind ? withAt(body, stepsIn(items), []) : body;
  const ended = hasMore === undefined ? list : withAt(list, stepsIn(hasMore), false);
  if (typeof next !== "string") return ended;
  // How an API says that nothing follows is not documented; the first way that its spec takes.
  const ways = [undefined, null, ""].map((none) => withAt(ended, stepsIn(next), none));
  return ways.find(isRight) ?? ended;
};
