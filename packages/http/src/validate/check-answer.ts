import { letGo, notify } from "../caller-code.ts";
import { type Fault, inWords, type Schema } from "../schema/faults.ts";
import { run, withNest } from "../schema/run.ts";
import { checkContext } from "./check-context.ts";
import { nestsIn } from "./nests.ts";
import { contractBroken, orBroken } from "./or-broken.ts";
import { pointerOf, type Steps } from "./pointer.ts";
import type { AnswerCheck, CheckContext, CheckedBody, Violation } from "./validator.ts";

/**
 * How often a body is looked at. Each look takes out what the one before brought to light: a field, then
 * the item that cannot do without it, then the item around that.
 */
const MAX_LOOKS = 6;

/**
 * Makes the check of an answer from its schema. What breaks it within an independent item takes only that
 * item out, what breaks it in a tolerant member only that member; the deepest of these that holds the fault
 * goes, and each is reported once the rest has passed, members before items, then the members that are due and
 * missing. Anything else throws `ContractBroken`. What is returned keeps to the schema.
 */
export const answerCheck =
  (schema: Schema): AnswerCheck =>
  (body, given) => {
    const context = checkContext("check", given);
    return orBroken(() => checked(body, schema, context), context);
  };

/**
 * Makes the check of answers whose bodies differ by status, as the spec writes it: `202`, `2XX`. One of a status that it
 * does not have may be like any of them.
 */
export const answerCheckByStatus =
  (checks: Readonly<Record<string, AnswerCheck>>, other: AnswerCheck): AnswerCheck =>
  (body, given) => {
    const context = checkContext("check", given);
    const status = String(context.reply?.status);
    return orBroken(() => {
      const check = checks[status] ?? checks[`${status.charAt(0)}XX`] ?? other;
      const taken = check(body, context);
      letGo(taken);
      return { body: taken.body, leftOut: [...taken.leftOut] };
    }, context);
  };

const checked = (body: unknown, schema: Schema, context: CheckContext): CheckedBody => {
  const gone = new Map<unknown[], Set<string>>();
  const left: Fault[] = [];
  for (let nth = 1; ; nth += 1) {
    const look = { gone, deep: context.isDeep ? nestsIn(body, gone) : undefined };
    const faults = withNest(run(schema, body, look), body, look);
    letGo(faults);
    const wrong = faults.filter(({ leftOut }) => leftOut !== "missing");
    for (const one of wrong) {
      const { leftOut, holder, way: [step = ""] = [] } = one;
      // Nobody loses an item without being told.
      if (!holder || nth === MAX_LOOKS || (leftOut === "item" && !context.onViolation))
        throw contractBroken(context, inWords(one));
      left.push(one);
      // Items stay where they are until all has passed, so that paths go on leading to where they came.
      if (Array.isArray(holder)) {
        one.item = holder[Number(step)];
        gone.set(holder, (gone.get(holder) ?? new Set()).add(step));
      } else Reflect.deleteProperty(holder, step);
    }
    if (wrong.length > 0) continue;
    const leftOut = passedOn(left, faults, context);
    for (const [list, steps] of gone) takeOut(list, steps);
    return { body, leftOut };
  }
};

/** The way to what is left out for a fault. */
const wayTo = ({ steps, way = steps }: Fault): Steps => [...way].reverse();

/** Items after fields, the deepest of them first. */
const rankOf = (one: Fault): number => (one.leftOut === "item" ? 1 / wayTo(one).length : 0);

/**
 * Passes on what was left out and what is missing, each place once, though several parts of a schema may say it, and
 * none that lies in something that went as a whole; gives the items.
 */
const passedOn = (
  left: Fault[],
  missing: readonly Fault[],
  { operation, onViolation }: CheckContext,
): readonly string[] => {
  left.sort((one, other) => rankOf(one) - rankOf(other));
  const pointerTo = (one: Fault): string => pointerOf(wayTo(one));
  const gone = new Set(left.map(pointerTo));
  const told = new Set<string>();
  // Of what is missing its own place counts: what was left out is not missing.
  const isInsideGone = (one: Fault, end: number): boolean =>
    gone.size > 0 && wayTo(one).some((_, depth, way) => gone.has(pointerOf(way.slice(0, depth + end))));
  for (const one of [...left, ...missing]) {
    const place = pointerTo(one);
    if (!told.has(place) && !isInsideGone(one, one.leftOut === "missing" ? 1 : 0))
      notify({ onViolation }, "onViolation", violationOf(one, operation));
    told.add(place);
  }
  return [...new Set(left.filter(rankOf).map(pointerTo))];
};

const violationOf = (one: Fault, operation: string): Violation => {
  const { id, leftOut, item } = one;
  return {
    operation,
    ...inWords(one),
    ...(id !== undefined && { id }),
    ...(leftOut === "item" ? { leftOut, item: () => item } : { leftOut: "field" }),
  };
};

const takeOut = (list: unknown[], steps: ReadonlySet<string>): void => {
  for (const step of steps) Reflect.deleteProperty(list, step);
  // Those that are left move up into the holes.
  const kept = list.flat(0);
  Object.assign(list, kept);
  list.length = kept.length;
};
