import type { CredentialHeader, IssuanceWorld } from "../record/IssuanceWorld.ts";
import type { Mode } from "../record/programs.ts";
import { businessDay, type Calendar, instantText, type Window } from "../world/calendar.ts";

/** One cohort: the credential batches of a programme whose names differ only in case, blanks and Unicode form. */
export interface CohortTruth {
  readonly mode: Mode;
  readonly programId: string;
  /** `null` where the programme is not listed. */
  readonly programName: string | null;
  /** As its earliest batch spells it. */
  readonly cohort: string;
  readonly batches: number;
  readonly batchIds: readonly string[];
  readonly credentialsDeclared: number;
  readonly credentialsIssued: number;
  readonly people: number;
  readonly reissued: number;
  readonly otherStatus: number;
  /** Of those issued, the ones of batches issued in the window; all without a window. */
  readonly issuedInWindow: number;
  readonly firstIssuedAt: string;
  readonly lastIssuedAt: string;
}

/** The issuance half of the truth. */
export interface CohortsTruth {
  readonly cohorts: readonly CohortTruth[];
  /** Credential batches in the cohorts. */
  readonly credentialBatches: number;
  /** Batches issued at or after the end of the window, which are in no cohort. */
  readonly afterWindow: number;
}

const cohortKey = (batchName: string): string =>
  batchName.normalize("NFC").trim().replaceAll(/\s+/gu, " ").toLowerCase();

/** An e-mail address as a person, or `undefined` for what is none. */
const personOf = (email: string): string | undefined => {
  const address = email.trim().normalize("NFC").toLowerCase();
  const [local = "", domain = "", ...rest] = address.split("@");
  return rest.length === 0 && local !== "" && domain.includes(".") ? address : undefined;
};

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const oldestFirst = (a: CredentialHeader, b: CredentialHeader): number =>
  a.issuedAtMs - b.issuedAtMs || byCodePoint(a.batchId, b.batchId);

/** What one batch adds to its cohort. */
interface BatchCount {
  readonly people: readonly string[];
  readonly issued: number;
  readonly reissued: number;
  readonly otherStatus: number;
}

const countOf = (world: IssuanceWorld, batch: CredentialHeader, holders: Set<string>): BatchCount => {
  const recipients = world.recipients(batch.batchId) ?? [];
  if (batch.status !== "issued")
    return { people: [], issued: 0, reissued: 0, otherStatus: recipients.length };
  let reissued = 0;
  const people = recipients.flatMap(({ email }) => {
    const person = personOf(email);
    if (person === undefined) return [];
    if (holders.has(person)) reissued++;
    holders.add(person);
    return [person];
  });
  return { people, issued: recipients.length, reissued, otherStatus: 0 };
};

// A credential is reissued when its person already holds one of the programme, in whatever cohort: so the
// batches of a programme have to be counted oldest first.
const countAll = (
  world: IssuanceWorld,
  oldestFirstBatches: readonly CredentialHeader[],
): ReadonlyMap<string, BatchCount> => {
  const holders = new Map<string, Set<string>>();
  const counts = new Map<string, BatchCount>();
  for (const batch of oldestFirstBatches) {
    const ofProgram = holders.get(batch.programId) ?? new Set();
    holders.set(batch.programId, ofProgram);
    counts.set(batch.batchId, countOf(world, batch, ofProgram));
  }
  return counts;
};

interface Context {
  readonly counts: ReadonlyMap<string, BatchCount>;
  readonly programNames: ReadonlyMap<string, string>;
  readonly isInWindow: (batch: CredentialHeader) => boolean;
}

const cohortOf = (
  mode: Mode,
  [first, ...others]: readonly [CredentialHeader, ...CredentialHeader[]],
  { counts, programNames, isInWindow }: Context,
): CohortTruth => {
  const batches = [first, ...others];
  const sum = (of: (count: BatchCount) => number, some: readonly CredentialHeader[] = batches): number =>
    some.reduce((total, { batchId }) => total + of(counts.get(batchId) ?? NOTHING), 0);
  return {
    mode,
    programId: first.programId,
    programName: programNames.get(first.programId) ?? null,
    cohort: first.batchName,
    batches: batches.length,
    batchIds: batches.map(({ batchId }) => batchId).toSorted(byCodePoint),
    credentialsDeclared: batches.reduce((total, { recipientCount }) => total + recipientCount, 0),
    credentialsIssued: sum(({ issued }) => issued),
    people: new Set(batches.flatMap(({ batchId }) => counts.get(batchId)?.people ?? [])).size,
    reissued: sum(({ reissued }) => reissued),
    otherStatus: sum(({ otherStatus }) => otherStatus),
    issuedInWindow: sum(({ issued }) => issued, batches.filter(isInWindow)),
    firstIssuedAt: instantText(first.issuedAtMs),
    lastIssuedAt: instantText((others.at(-1) ?? first).issuedAtMs),
  };
};

const NOTHING: BatchCount = { people: [], issued: 0, reissued: 0, otherStatus: 0 };

/** Counts the issuance half of a world, cohort by cohort. */
export const cohortsTruth = (
  world: IssuanceWorld,
  calendar: Calendar,
  window: Window | undefined,
): CohortsTruth => {
  const all = [...world.batches().values()].toSorted(oldestFirst);
  const dayOf = (batch: CredentialHeader): string => businessDay(batch.issuedAtMs, calendar);
  const batches = all.filter((batch) => window === undefined || dayOf(batch) < window.to);
  const context: Context = {
    counts: countAll(world, batches),
    programNames: new Map(world.programs().map(({ programId, name }) => [programId, name])),
    isInWindow: (batch) => window === undefined || dayOf(batch) >= window.from,
  };
  const groups = Map.groupBy(batches, ({ programId, batchName }) =>
    JSON.stringify([programId, cohortKey(batchName)]),
  );
  const cohorts = [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [cohortOf(world.mode, [first, ...others], context)],
  );
  return {
    cohorts: cohorts.toSorted(
      (a, b) => byCodePoint(a.programId, b.programId) || byCodePoint(a.cohort, b.cohort),
    ),
    credentialBatches: batches.length,
    afterWindow: all.length - batches.length,
  };
};
