import { DECISION_WORDS, type Decision, isDay } from "@tieout/reconcile";
import type { Fault } from "../../config/faults.ts";

/** What somebody types of a decision: a flag each, or a column of a file each; blank where it was left out. */
export type TypedDecision = Readonly<Record<(typeof TYPED)[number], string>>;

/** See {@link TypedDecision}. */
export const TYPED = ["as", "by", "to", "until", "reason"] as const;

/** What is asked to be recorded about one exception. */
export interface AskedDecision extends TypedDecision {
  readonly exceptionId: string;
  /** Whether what was decided before is taken back. */
  readonly isWithdrawal: boolean;
  /** Names what was typed, as messages do: `--until`, or the file, line and column. */
  readonly where: (typed: keyof TypedDecision | "exception_id") => string;
}

/** What was typed, read. */
export type ReadDecision = Pick<Decision, "as" | "by" | "to" | "until" | "reason">;

const NAME_LENGTH_MAX = 200;
const REASON_LENGTH_MAX = 2000;

const shown = (text: string): string => JSON.stringify(text.slice(0, 80));

/** A name or a reason: what was typed, without white space around it, or what is wrong with it. */
const textFault = (text: string, lengthMax: number): string | undefined => {
  if (text.length > lengthMax) return `has ${text.length} characters; it may have ${lengthMax}`;
  return /[^\P{Cc}\n\t]/u.test(text) ? "has a character that nobody sees" : undefined;
};

const nameFault = (name: string, who: string): string | undefined =>
  name === "" ? `is missing; ${who}` : textFault(name, NAME_LENGTH_MAX);

const toFault = ({ as, to }: TypedDecision): string | undefined => {
  if (as === "assigned") return nameFault(to, "say who has to see to it");
  return to === "" ? undefined : `is ${shown(to)}; only what is assigned has somebody to see to it`;
};

const untilFault = ({ until }: TypedDecision, day: string): string | undefined =>
  until === "" || (isDay(until) && until > day)
    ? undefined
    : `is ${shown(until)}; expected a day after ${day}, the business day of the decision`;

const wordOf = (as: string) => DECISION_WORDS.find((word) => word === as);

/** The faults of what was typed, with what they are about. */
const faultsIn = (typed: TypedDecision, day: string) => [
  [
    "as",
    wordOf(typed.as) === undefined
      ? `is ${typed.as === "" ? "missing" : shown(typed.as)}; expected one of ${DECISION_WORDS.join(", ")}`
      : undefined,
  ] as const,
  ["by", nameFault(typed.by, "say who decides")] as const,
  ["to", toFault(typed)] as const,
  ["until", untilFault(typed, day)] as const,
  [
    "reason",
    typed.reason === "" ? "is missing; say why" : textFault(typed.reason, REASON_LENGTH_MAX),
  ] as const,
];

const named = (faults: ReturnType<typeof faultsIn>, where: AskedDecision["where"]): ReadonlyArray<Fault> =>
  faults.flatMap(([field, problem]) => (problem === undefined ? [] : [{ where: where(field), problem }]));

/** Reads what was typed of a decision that is made on a business day, or says all that is wrong with it. */
export const readDecision = (
  { where, ...typed }: AskedDecision,
  day: string,
): ReadDecision | ReadonlyArray<Fault> => {
  const as = wordOf(typed.as);
  const faults = named(faultsIn(typed, day), where);
  if (as === undefined || faults.length > 0) return faults;
  const { by, to, until, reason } = typed;
  return { as, by, to: to === "" ? null : to, until: until === "" ? null : until, reason };
};

/** The same of a withdrawal, which may have a reason, and nothing but that. */
export const readWithdrawal = ({
  where,
  by,
  reason,
  ...typed
}: AskedDecision): { readonly by: string; readonly reason: string | null } | ReadonlyArray<Fault> => {
  const given = (["as", "to", "until"] as const).map(
    (field) =>
      [
        field,
        typed[field] === "" ? undefined : `is ${shown(typed[field])}; what is withdrawn is decided no more`,
      ] as const,
  );
  const faults = [
    ...given,
    ["by", nameFault(by, "say who withdraws it")] as const,
    ["reason", textFault(reason, REASON_LENGTH_MAX)] as const,
  ].flatMap(([field, problem]) => (problem === undefined ? [] : [{ where: where(field), problem }]));
  return faults.length > 0 ? faults : { by, reason: reason === "" ? null : reason };
};
