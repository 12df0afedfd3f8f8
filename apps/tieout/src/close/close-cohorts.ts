import {
  CohortFigures,
  type CohortOptions,
  type CohortRow,
  compareIssued,
  type Entity,
  type Finding,
  invalidRecords,
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

/** Counts every credential batch that the ledger lists, one at a time and in the order they were issued. */
export const closeCohorts = Effect.fn("closeCohorts")(function* (
  run: Run,
  read: SourceRead,
  options: Omit<CohortOptions, "programs" | "tokenMode">,
) {
  const ledger = yield* Ledger;
  const programs = (yield* ledger.entries(run, "program")).map(({ header }) => header);
  const figures = new CohortFigures({ ...options, programs, tokenMode: read.mode });

  const entries = yield* ledger.entries(run, "credential_batch");
  for (const { header, detailsId } of entries.toSorted((a, b) => compareIssued(a.header, b.header))) {
    const details = detailsId === null ? null : yield* ledger.details("credential_batch", detailsId);
    figures.add({ header, details });
  }
  return {
    rows: figures.rows(),
    findings: [...listFindings(read), ...figures.findings()],
    afterWindow: figures.afterWindow,
  } satisfies ClosedCohorts;
});
