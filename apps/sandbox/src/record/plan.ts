import { HOUR } from "../world/calendar.ts";
import { drawsFor, PURPOSE } from "../world/draws.ts";
import { stampedIdentifier } from "../world/identifiers.ts";
import { programCountFor, programOf } from "./programs.ts";
import type { IssuanceShape } from "./shape.ts";

/** What is settled about a credential batch: under which programme and name it was issued, when, to how many. */
export interface CredentialPlan {
  readonly id: string;
  readonly cohort: number;
  /** Which batch of its cohort, from 0. */
  readonly nth: number;
  readonly programId: string;
  readonly batchName: string;
  readonly issuedAtMs: number;
  /** The offset in which its time is printed. */
  readonly offset: string;
  readonly size: number;
}

const SEASONS = ["Spring", "Summer", "Autumn", "Winter"] as const;

const SPECIAL_NAMES: Readonly<Record<number, string>> = {
  1: 'Ünïcode, "Q1" — Ärzte',
  4: "=SUM(A1:A9) Analysts",
  6: "夏期コース 2026",
};

/** What a cohort is called: plain names, a few that are hard on files, and one name shared by two programmes. */
const cohortName = (shape: IssuanceShape, cohort: number): string =>
  SPECIAL_NAMES[cohort] ??
  (cohort === 5 && shape.cohorts > 5
    ? cohortName(shape, 3)
    : `${SEASONS[cohort % 4] ?? SEASONS[0]} Cohort ${String(cohort + 1).padStart(2, "0")}`);

/** The same name as somebody else would type it: other case, other blanks, accents as characters of their own. */
const retyped = (name: string): string => `  ${name.normalize("NFD").toUpperCase().replaceAll(" ", "  ")} `;

/** A cohort has one to three batches. */
const batchesOf = (cohort: number): number => 1 + (cohort % 3 === 1 ? 1 : 0) + (cohort % 5 === 2 ? 1 : 0);

const DAY_MS = 86_400_000;

const planned = (shape: IssuanceShape, cohort: number, nth: number, issuedDay: number): CredentialPlan => {
  const draws = drawsFor(shape.seed, PURPOSE.cohortTimes, cohort, nth);
  const issuedAtMs =
    shape.todayMs + issuedDay * DAY_MS + draws.int(6 * HOUR, 23 * HOUR) * 60_000 + draws.int(0, 59_999);
  const name = cohortName(shape, cohort);
  const spread = Math.floor(shape.recipients / 3);
  return {
    id: stampedIdentifier("batch", issuedAtMs, shape.seed, cohort, nth),
    cohort,
    nth,
    programId: programOf(shape, cohort % programCountFor(shape)).programId,
    batchName: nth === 1 ? retyped(name) : name,
    issuedAtMs,
    offset: cohort % 7 === 3 ? "+05:30" : "UTC",
    size: shape.recipients + drawsFor(shape.seed, PURPOSE.recipientCount, cohort, nth).int(-spread, spread),
  };
};

/** Days before today on which the first batch of a cohort was issued: spread over 44, the last ones yesterday. */
const ageOf = (shape: IssuanceShape, cohort: number): number =>
  1 + Math.floor(((shape.cohorts - 1 - cohort) / Math.max(1, shape.cohorts)) * 44);

/** New cohorts on every night after the first. */
const cohortsANight = (shape: IssuanceShape): number =>
  shape.mode === "test" || shape.cohorts === 0 ? 0 : Math.max(1, Math.round(shape.cohorts / 12));

/**
 * Every credential batch that has been issued by a night, oldest cohort first.
 *
 * Each night after the first adds new cohorts, and one more batch to a cohort that exists already.
 */
export function* credentialPlans(shape: IssuanceShape, night: number): Generator<CredentialPlan> {
  for (let cohort = 0; cohort < shape.cohorts; cohort++) {
    const age = ageOf(shape, cohort);
    for (let nth = 0; nth < batchesOf(cohort); nth++)
      yield planned(shape, cohort, nth, -Math.max(1, age - 3 * nth));
  }
  const added = cohortsANight(shape);
  for (let later = 2; later <= night && added > 0; later++) {
    for (let n = 0; n < added; n++)
      yield planned(shape, shape.cohorts + (later - 2) * added + n, 0, later - 2);
    const grown = (later * 5) % shape.cohorts;
    yield planned(shape, grown, batchesOf(grown) + later - 2, later - 2);
  }
}
