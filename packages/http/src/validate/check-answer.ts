import { notify, orElse } from "../caller-code.ts";
import { isPlain, kindOf } from "../errors/clean-text.ts";
import { OptionInvalid } from "../errors/OptionInvalid.ts";
import { checkContext, checkValidator, issuesIn, keepsTo } from "./check-context.ts";
import { describeIssues } from "./describe-issue.ts";
import { type Fault, faultsOf, idAt } from "./faults.ts";
import { eachMissing } from "./missing-members.ts";
import { Origins } from "./Origins.ts";
import { orBroken } from "./or-broken.ts";
import { jsonPath, pointerOf, type Steps, valueAt } from "./pointer.ts";
import { tooDeep } from "./too-deep.ts";
import type {
  AnswerCheck,
  CheckContext,
  CheckedBody,
  OnViolation,
  Parts,
  ValidationIssue,
  Validator,
  Violation,
} from "./validator.ts";

/**
 * How often a body is looked at. Each look takes out what the one before brought to light: a field, then
 * the item that cannot do without it, then the item around that.
 */
const MAX_LOOKS = 6;

/**
 * Makes the check of an answer from its compiled schema. What breaks it beneath an independent item takes only that
 * item out, what breaks it in a tolerant member only that member; the deepest of these that holds the fault
 * goes, and each is reported once the rest has passed, members before items, then the members that are due and
 * missing. Anything else throws `ContractBroken`. What is returned has passed `validator`.
 */
export const answerCheck = (validator: Validator, parts: Parts = {}): AnswerCheck => {
  checkValidator("answerCheck", validator);
  const isRight = orElse(
    () => areParts(parts),
    () => false,
  );
  if (!isRight) {
    const expected = "parts of an answer by pointer";
    throw new OptionInvalid({ of: "answerCheck", option: "parts", expected, actual: kindOf(parts) });
  }
  return (body, given) => {
    const context = checkContext("answerCheck", given);
    return orBroken(() => checked(body, { validator, parts }, context), context);
  };
};

/**
 * The same for an answer of which nothing may be left out: whatever breaks the spec throws. By itself, since it is a third of
 * the code.
 */
export const wholeAnswerCheck = (validator: Validator): AnswerCheck => {
  checkValidator("wholeAnswerCheck", validator);
  return (body, given) => {
    const context = checkContext("wholeAnswerCheck", given);
    return orBroken(() => {
      const issues = issuesOf(validator, body, context);
      if (issues === undefined) return { body, leftOut: [] };
      const { api, operation, errors, reply } = context;
      throw new errors.contractBroken({ api, operation, reply, ...describeIssues(body, issues) });
    }, context);
  };
};

const areParts = (parts: unknown): boolean =>
  isPlain(parts) &&
  Object.values(parts).every((part: unknown) => {
    const { tolerant = [], due = [] }: { readonly tolerant?: unknown; readonly due?: unknown } = Object(part);
    return isPlain(part) && Array.isArray(tolerant) && Array.isArray(due);
  });

interface Held {
  readonly validator: Validator;
  readonly parts: Parts;
}

const checked = (body: unknown, { validator, parts }: Held, context: CheckContext): CheckedBody => {
  const origins = new Origins();
  const came: Came = { body, origins };
  const reports: Report[] = [];
  for (let look = 1; ; look += 1) {
    const issues = issuesOf(validator, body, context);
    if (issues === undefined) return finished({ body, reports, origins }, parts, context);
    if (look === MAX_LOOKS) throw broken(came, issues, context);
    const { fields, items, homeless } = faultsOf(issues, parts);
    // One kind at a time: a faulty field also makes its item, and a faulty item its list, fail an `anyOf`
    // around it, and that passes once the field or item is gone.
    const faults = fields.length > 0 ? fields : deepest(items);
    if (faults.length === 0) throw broken(came, homeless, context);
    if (faults !== fields && context.onViolation === undefined) {
      throw broken(came, faults[0]?.issues ?? [], context);
    }
    for (const fault of faults) {
      const id = idAt(body, fault.steps, parts);
      reports.push(reportOf(came, { ...fault, id }, context));
    }
    takeOut(body, faults, origins);
  }
};

/** What breaks the spec, or nothing. What is nested too deep goes first: the check of a schema may call itself for each level. */
const issuesOf = (
  validator: Validator,
  body: unknown,
  { isDeep = false }: CheckContext,
): readonly ValidationIssue[] | undefined => {
  const deep = isDeep ? tooDeep(body) : [];
  if (deep.length > 0) return deep;
  return keepsTo(validator, body) ? undefined : issuesIn(validator);
};

interface Report {
  /** Into the body as it came. */
  readonly steps: Steps;
  readonly violation: Violation;
}

/** A body as far as it is still there, and where its items stood when it came. */
interface Came {
  readonly body: unknown;
  readonly origins: Origins;
}

/** What came of a body that passes now. */
interface Passed extends Came {
  readonly reports: readonly Report[];
}

/** Passes all reports on, and with them what is missing though it is documented: not looked for where nobody wants reports. */
const finished = ({ body, reports, origins }: Passed, parts: Parts, context: CheckContext): CheckedBody => {
  const { operation, onViolation } = context;
  const missing: Report[] = [];
  if (onViolation !== undefined) {
    const known = new Set(reports.map(({ steps }) => pointerOf(steps)));
    eachMissing(body, parts, (at) => {
      const steps = origins.of(body, at);
      if (known.has(pointerOf(steps))) return;
      const id = idAt(body, at, parts);
      const text = { path: jsonPath(steps), expected: "a value", actual: "nothing" };
      missing.push({
        steps,
        violation: { operation, ...text, leftOut: "field", ...(id === undefined ? {} : { id }) },
      });
    });
  }
  return { body, leftOut: passedOn([...reports, ...missing], onViolation) };
};

const deepest = (items: readonly Fault[]): readonly Fault[] => {
  const depth = Math.max(...new Set(items.map(({ steps }) => steps.length)));
  return items.filter(({ steps }) => steps.length === depth);
};

const reportOf = (
  { body, origins }: Came,
  { steps, issues, leftOut, id }: Fault & { readonly id: string | undefined },
  { operation }: CheckContext,
): Report => {
  const text = describeIssues(body, issues, (of) => origins.of(body, of));
  // Looked up now: later it is no longer where it was.
  const item = valueAt(body, steps);
  return {
    steps: origins.of(body, steps),
    violation: {
      ...{ operation, ...text, leftOut },
      ...(id === undefined ? {} : { id }),
      ...(leftOut === "item" ? { item: () => item } : {}),
    },
  };
};

const takeOut = (body: unknown, faults: readonly Fault[], origins: Origins): void => {
  const indexes = new Map<unknown[], Set<number>>();
  for (const { steps } of faults) {
    const holder = valueAt(body, steps.slice(0, -1));
    const step = steps.at(-1) ?? "";
    if (Array.isArray(holder)) indexes.set(holder, (indexes.get(holder) ?? new Set()).add(Number(step)));
    else if (typeof holder === "object" && holder !== null) Reflect.deleteProperty(holder, step);
  }
  for (const [list, gone] of indexes) origins.takeOut(list, gone);
};

/** Passes the reports on, but for those about something inside an item that went as a whole. */
const passedOn = (reports: readonly Report[], onViolation: OnViolation | undefined): readonly string[] => {
  const items = reports.filter(({ violation }) => violation.leftOut === "item").map(({ steps }) => steps);
  const gone = new Set(items.map(pointerOf));
  const isInsideGone = (steps: Steps): boolean =>
    gone.size > 0 && steps.some((_, depth) => gone.has(pointerOf(steps.slice(0, depth))));
  for (const { steps, violation } of reports) {
    if (!isInsideGone(steps)) notify({ onViolation }, "onViolation", violation);
  }
  return [...gone];
};

const broken = (
  { body, origins }: Came,
  issues: readonly ValidationIssue[],
  { api, operation, errors, reply }: CheckContext,
): Error => {
  const text = describeIssues(body, issues, (steps) => origins.of(body, steps));
  return new errors.contractBroken({ api, operation, reply, ...text });
};
