import {
  DECISION_ENDS,
  DECISION_WORDS,
  type Decision,
  type DecisionEnd,
  type DecisionWord,
  type SeenFigures,
  type Withdrawal,
} from "@tieout/reconcile";
import type { NewDecision } from "../decisions/RecordedDecision.ts";
import { isDecimal, isFigure } from "./codecs.ts";
import { type Guard, isCalendarDay, isInstant, isText, nullable, objectOf } from "./guards.ts";

const isWord: Guard<DecisionWord> = (value): value is DecisionWord =>
  DECISION_WORDS.some((word) => word === value);

const isSeen = objectOf<SeenFigures>({
  expected: nullable(isFigure),
  actual: nullable(isFigure),
  moneyAtStake: nullable(isDecimal),
  currency: nullable(isText),
});

const isDecision = objectOf<Omit<Decision, "id">>({
  exceptionId: isText,
  decidedAt: isInstant,
  by: isText,
  as: isWord,
  to: nullable(isText),
  until: nullable(isCalendarDay),
  reason: isText,
  seen: isSeen,
});

const isWithdrawal = objectOf<Omit<Withdrawal, "id">>({
  exceptionId: isText,
  decidedAt: isInstant,
  by: isText,
  as: (value): value is "withdrawn" => value === "withdrawn",
  reason: nullable(isText),
});

/** `decision.body`: what somebody said about an exception. */
export const isRecordedDecision: Guard<NewDecision> = (value): value is NewDecision =>
  isDecision(value) || isWithdrawal(value);

/** `decision_end.state`. */
export const isDecisionEnd: Guard<DecisionEnd> = (value): value is DecisionEnd =>
  DECISION_ENDS.some((end) => end === value);
