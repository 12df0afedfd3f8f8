import {
  type BusinessCalendar,
  type CohortOptions,
  compareIssued,
  type Entity,
  type Finding,
  invalidRecords,
  type Program,
  possibleTruncation,
  vanishedCredentialBatch,
} from "@tieout/reconcile";
import { Effect } from "effect";
import { Ledger } from "../ledger/Ledger.ts";
import type { Entry } from "../ledger/store/Entry.ts";
import { cachedWhole } from "./cache/cached.ts";
import { COHORT_COUNTS } from "./cache/cohort-counts.ts";
import type { ClosedSource } from "./closed-source.ts";
import { CohortCounter, type CohortCounts } from "./count-cohorts.ts";
import { issuedBatches } from "./issued-batches.ts";

/** Credential batches as the ledger has them, counted by cohort. */
export interface ClosedCohorts
  extends Pick<CohortCounts, "rows" | "findings" | "afterWindow">,
    ReturnType<typeof issuedBatches> {
  /** Every programme listed. */
  readonly programs: ReadonlyArray<Program>;
}

/** The list whose records are programmes, not batches. */
export const PROGRAM_LIST = "listPrograms";

const listFindings = ({ name, facts }: ClosedSource): ReadonlyArray<Finding> =>
  Object.entries(facts.invalid).flatMap(([operation, records]) => {
    const recordEntity: Entity = operation === PROGRAM_LIST ? "program" : "credential_batch";
    return invalidRecords(records, {
      source: name,
      recordEntity,
      holder: { entity: "run", entityId: operation },
      businessDate: null,
      batchIds: [],
    });
  });

const historyFindings = Effect.fnUntraced(function* (source: ClosedSource, calendar: BusinessCalendar) {
  const { run, facts } = source;
  const ledger = yield* Ledger;
  const gone = yield* ledger.gone(run, "credential_batch");
  const listed = {
    operation: "listCredentialBatches",
    pagingKeys: facts.pagingKeys,
    vanished: facts.vanished,
    left: facts.listed,
  };
  return [
    ...gone.map(({ header, lastSeenDay }) =>
      vanishedCredentialBatch(header, lastSeenDay, { source, calendar }),
    ),
    ...possibleTruncation(listed, source),
  ];
});

const count = Effect.fnUntraced(function* (
  entries: ReadonlyArray<Entry<"credential_batch">>,
  options: CohortOptions,
) {
  const ledger = yield* Ledger;
  const counter = new CohortCounter(options, yield* ledger.mayRepeat(entries));
  for (const { header, detailsId } of entries) {
    const details = detailsId === null ? null : yield* ledger.details("credential_batch", detailsId);
    counter.add({ header, details });
  }
  return counter.counts();
});

/**
 * Counts every credential batch that the ledger lists, one at a time and in the order they were issued. Who already
 * held a credential depends on all of them, so they are counted again when one of them is new or changed.
 */
export const closeCohorts = Effect.fn("closeCohorts")(function* (
  source: ClosedSource,
  given: Omit<CohortOptions, "programs">,
) {
  const { run } = source;
  const ledger = yield* Ledger;
  const programs = (yield* ledger.entries(run, "program")).map(({ header }) => header);
  const options = { ...given, programs };
  const listed = yield* ledger.entries(run, "credential_batch");
  const entries = listed.toSorted((a, b) => compareIssued(a.header, b.header));
  const { counted, ...counts } = yield* cachedWhole(COHORT_COUNTS.keyOf(entries, options), {
    ...COHORT_COUNTS,
    compute: () => count(entries, options),
  });
  return {
    ...counts,
    findings: [
      ...listFindings(source),
      ...(yield* historyFindings(source, options.calendar)),
      ...counts.findings,
    ],
    programs,
    ...issuedBatches({ headers: entries.map(({ header }) => header), counted }, options),
  } satisfies ClosedCohorts;
});
