import type { CredentialHeader, IssuanceWorld } from "../record/IssuanceWorld.ts";
import type { Mode } from "../record/shape.ts";
import { businessDay, type Calendar, instantText, type Window } from "../world/calendar.ts";

/** One cohort: the credential batches of a programme whose names differ only in case, blanks and Unicode form. */
export interface CohortTruth {
  readonly mode: Mode;
  /** `<mode>/<programId>/<name as it is compared>`. */
  readonly entityId: string;
  /** `unproven` where a batch cannot be read whole, or holds another number of credentials than it declares. */
  readonly state: "final" | "unproven";
  /** Whether any batch of it can be read; where none can, a report leaves the counts but the declared one empty. */
  readonly hasDetails: boolean;
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

/** What one credential batch adds to its cohort. */
export interface CredentialBatchTruth {
  readonly batchId: string;
  readonly programId: string;
  /** Its name, as it is sent. */
  readonly cohort: string;
  readonly issuedAt: string;
  readonly businessDate: string;
  readonly credentialsDeclared: number;
  /** Those issued, and the people among them; `null` where the batch cannot be read. */
  readonly credentialsIssued: number | null;
  readonly people: number | null;
}

/** The issuance half of the truth. */
export interface CohortsTruth {
  readonly cohorts: readonly CohortTruth[];
  readonly batches: readonly CredentialBatchTruth[];
  /** Credential batches in the cohorts. */
  readonly credentialBatches: number;
  /** Batches issued at or after the end of the window, which are in no cohort. */
  readonly afterWindow: number;
}

const visible = (text: string): string => text.replaceAll(/\p{Cf}/gu, "");

const cohortKey = (batchName: string): string =>
  visible(batchName).normalize("NFC").trim().replaceAll(/\s+/gu, " ").toLowerCase();

const entityIdOf = ({ mode, programId, batchName }: CredentialHeader): string =>
  `${mode}/${programId}/${cohortKey(batchName)}`;

/** An e-mail address as a person, or `undefined` for what is none. */
const personOf = (email = ""): string | undefined => {
  const address = visible(email).trim().normalize("NFC").toLowerCase();
  const [local = "", domain = "", ...rest] = address.split("@");
  if (rest.length > 0 || local === "" || !domain.includes(".")) return undefined;
  // A URL has its host in the form that names are looked up by.
  const url = `http://${domain}`;
  return `${local}@${URL.canParse(url) ? new URL(url).hostname : domain}`;
};

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const oldestFirst = (a: CredentialHeader, b: CredentialHeader): number =>
  a.issuedAtMs - b.issuedAtMs || byCodePoint(a.batchId, b.batchId);

/** What one batch adds to its cohort. */
interface BatchCount {
  readonly people: readonly string[];
  /** Credentials that can be read and are issued. */
  readonly issued: readonly string[];
  readonly reissued: number;
  readonly otherStatus: number;
  readonly isWhole: boolean;
}

const NOTHING: BatchCount = { people: [], issued: [], reissued: 0, otherStatus: 0, isWhole: false };

// Who holds which credential of a programme first.
const countOf = (world: IssuanceWorld, batch: CredentialHeader, holders: Map<string, string>): BatchCount => {
  if (batch.isUnavailable) return NOTHING;
  const all = world.recipients(batch.batchId) ?? [];
  const recipients = all.filter(({ recipientId }) => recipientId !== "");
  const isWhole = recipients.length === all.length && all.length === batch.recipientCount;
  if (batch.status !== "issued") return { ...NOTHING, otherStatus: recipients.length, isWhole };
  let reissued = 0;
  const people = recipients.flatMap(({ email, recipientId }) => {
    const person = personOf(email);
    if (person === undefined) return [];
    const first = holders.get(person) ?? recipientId;
    holders.set(person, first);
    if (first !== recipientId) reissued++;
    return [person];
  });
  const issued = recipients.map(({ recipientId }) => recipientId);
  return { people, issued, reissued, otherStatus: 0, isWhole };
};

// A credential is reissued when its person already holds one of the programme, in whatever cohort: so the
// batches of a programme have to be counted oldest first.
const countAll = (
  world: IssuanceWorld,
  oldestFirstBatches: readonly CredentialHeader[],
): ReadonlyMap<string, BatchCount> => {
  const holders = new Map<string, Map<string, string>>();
  const counts = new Map<string, BatchCount>();
  for (const batch of oldestFirstBatches) {
    const key = `${batch.mode}/${batch.programId}`;
    const ofProgram = holders.get(key) ?? new Map<string, string>();
    holders.set(key, ofProgram);
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
  [first, ...others]: readonly [CredentialHeader, ...CredentialHeader[]],
  { counts, programNames, isInWindow }: Context,
): CohortTruth => {
  const batches = [first, ...others];
  const countsOf = (some: readonly CredentialHeader[]): readonly BatchCount[] =>
    some.map(({ batchId }) => counts.get(batchId) ?? NOTHING);
  const issued = (some: readonly CredentialHeader[]): number =>
    new Set(countsOf(some).flatMap((count) => count.issued)).size;
  const sum = (of: (count: BatchCount) => number): number =>
    countsOf(batches).reduce((total, count) => total + of(count), 0);
  return {
    mode: first.mode,
    entityId: entityIdOf(first),
    state: countsOf(batches).every(({ isWhole }) => isWhole) ? "final" : "unproven",
    hasDetails: batches.some(({ isUnavailable }) => !isUnavailable),
    programId: first.programId,
    programName: programNames.get(first.programId) ?? null,
    cohort: first.batchName,
    batches: batches.length,
    batchIds: batches.map(({ batchId }) => batchId).toSorted(byCodePoint),
    credentialsDeclared: batches.reduce((total, { recipientCount }) => total + recipientCount, 0),
    credentialsIssued: issued(batches),
    people: new Set(countsOf(batches).flatMap(({ people }) => people)).size,
    reissued: sum(({ reissued }) => reissued),
    otherStatus: sum(({ otherStatus }) => otherStatus),
    issuedInWindow: issued(batches.filter(isInWindow)),
    firstIssuedAt: instantText(first.issuedAtMs),
    lastIssuedAt: instantText((others.at(-1) ?? first).issuedAtMs),
  };
};

const batchTruth = (
  { batchId, programId, batchName, issuedAtMs, recipientCount, isUnavailable }: CredentialHeader,
  businessDate: string,
  { issued, people }: BatchCount,
): CredentialBatchTruth => ({
  batchId,
  programId,
  cohort: batchName,
  issuedAt: instantText(issuedAtMs),
  businessDate,
  credentialsDeclared: recipientCount,
  credentialsIssued: isUnavailable ? null : new Set(issued).size,
  people: isUnavailable ? null : new Set(people).size,
});

/** Counts the issuance half of a world, cohort by cohort. */
export const cohortsTruth = (
  world: IssuanceWorld,
  calendar: Calendar,
  window: Window | undefined,
): CohortsTruth => {
  // An entry whose time is none breaks its spec: a report leaves it out.
  const all = [...world.batches().values()].filter(({ isInvalid }) => !isInvalid).toSorted(oldestFirst);
  const dayOf = (batch: CredentialHeader): string => businessDay(batch.issuedAtMs, calendar);
  const batches = all.filter((batch) => window === undefined || dayOf(batch) < window.to);
  const counts = countAll(world, batches);
  const context: Context = {
    counts,
    programNames: new Map(world.programs().map(({ programId, name }) => [programId, name])),
    isInWindow: (batch) => window === undefined || dayOf(batch) >= window.from,
  };
  const groups = Map.groupBy(batches, entityIdOf);
  const cohorts = [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [cohortOf([first, ...others], context)],
  );
  return {
    cohorts: cohorts.toSorted(
      (a, b) => byCodePoint(a.programId, b.programId) || byCodePoint(a.cohort, b.cohort),
    ),
    batches: batches.map((batch) => batchTruth(batch, dayOf(batch), counts.get(batch.batchId) ?? NOTHING)),
    credentialBatches: batches.length,
    afterWindow: all.length - batches.length,
  };
};
