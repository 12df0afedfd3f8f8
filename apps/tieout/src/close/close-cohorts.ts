import {
  type BusinessCalendar,
  CohortFigures,
  type CohortOptions,
  type CohortRow,
  compareIssued,
  credentialFigures,
  type Entity,
  type Finding,
  invalidRecords,
  type Program,
  possibleTruncation,
  type ShownFigures,
  vanishedCredentialBatch,
} from "@tieout/reconcile";
import { Effect } from "effect";
import { Ledger, type Run } from "../ledger/Ledger.ts";
import type { SourceRead } from "../ledger/RunFacts.ts";

/** Credential batches as the ledger has them, counted by cohort. */
export interface ClosedCohorts {
  readonly rows: ReadonlyArray<CohortRow>;
  readonly findings: ReadonlyArray<Finding>;
  /** Batches issued at or after the end of the window. */
  readonly afterWindow: number;
  /** What is shown of each batch issued before the end of the window. */
  readonly figures: ReadonlyArray<ShownFigures>;
  /** Every programme listed. */
  readonly programs: ReadonlyArray<Program>;
}

const listFindings = (read: SourceRead): ReadonlyArray<Finding> =>
  Object.entries(read.invalid).flatMap(([operation, records]) => {
    const recordEntity: Entity = operation === "listPrograms" ? "program" : "credential_batch";
    return invalidRecords(records, {
      source: "record",
      recordEntity,
      holder: { entity: "run", entityId: operation },
      businessDate: null,
      batchIds: [],
    });
  });

const historyFindings = Effect.fnUntraced(function* (run: Run, read: SourceRead, calendar: BusinessCalendar) {
  const ledger = yield* Ledger;
  const gone = yield* ledger.gone(run, "credential_batch");
  return [
    ...gone.map(({ header, lastSeenDay }) => vanishedCredentialBatch(header, lastSeenDay, { calendar })),
    ...possibleTruncation({
      operation: "listCredentialBatches",
      pagingKeys: read.pagingKeys,
      vanished: read.vanished,
      left: read.listed,
    }),
  ];
});

/** Counts every credential batch that the ledger lists, one at a time and in the order they were issued. */
export const closeCohorts = Effect.fn("closeCohorts")(function* (
  run: Run,
  read: SourceRead,
  options: Omit<CohortOptions, "programs" | "tokenMode">,
) {
  const ledger = yield* Ledger;
  const programs = (yield* ledger.entries(run, "program")).map(({ header }) => header);
  const figures = new CohortFigures({ ...options, programs, tokenMode: read.mode });

  const shown: Array<ShownFigures> = [];
  const entries = yield* ledger.entries(run, "credential_batch");
  for (const { header, detailsId } of entries.toSorted((a, b) => compareIssued(a.header, b.header))) {
    const details = detailsId === null ? null : yield* ledger.details("credential_batch", detailsId);
    const batch = { header, details };
    figures.add(batch);
    const day = options.calendar.dayOf(header.issuedAt);
    if (day < options.window.to) shown.push(credentialFigures(batch, day));
  }
  return {
    rows: figures.rows(),
    findings: [
      ...listFindings(read),
      ...(yield* historyFindings(run, read, options.calendar)),
      ...figures.findings(),
    ],
    afterWindow: figures.afterWindow,
    figures: shown,
    programs,
  } satisfies ClosedCohorts;
});
