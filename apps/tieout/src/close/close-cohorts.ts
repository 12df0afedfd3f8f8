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
  tallyBasis,
  vanishedCredentialBatch,
} from "@tieout/reconcile";
import { Effect } from "effect";
import { type Entry, Ledger, type Run } from "../ledger/Ledger.ts";
import type { SourceRead } from "../ledger/RunFacts.ts";
import { concludedOfAll } from "./Conclusions.ts";

/** Findings about credentials that are worth keeping. */
const KEPT_FINDINGS_MAX = 10_000;

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

/** What the credentials of all batches come to: all that it takes their details to say. */
interface Tally extends Pick<ClosedCohorts, "rows" | "findings" | "afterWindow" | "figures"> {}

const tally = Effect.fnUntraced(function* (
  entries: ReadonlyArray<Entry<"credential_batch">>,
  options: CohortOptions,
) {
  const ledger = yield* Ledger;
  const figures = new CohortFigures(options);
  const shown: Array<ShownFigures> = [];
  for (const { header, detailsId } of entries) {
    const details = detailsId === null ? null : yield* ledger.details("credential_batch", detailsId);
    const batch = { header, details };
    figures.add(batch);
    const day = options.calendar.dayOf(header.issuedAt);
    if (day < options.window.to) shown.push(credentialFigures(batch, day));
  }
  const drawn: Tally = {
    rows: figures.rows(),
    findings: figures.findings(),
    afterWindow: figures.afterWindow,
    figures: shown,
  };
  return drawn;
});

/**
 * Counts every credential batch that the ledger lists, one at a time and in the order they were issued. Who already
 * held a credential depends on all of them, so they are counted again when one of them is new or changed.
 */
export const closeCohorts = Effect.fn("closeCohorts")(function* (
  run: Run,
  read: SourceRead,
  given: Omit<CohortOptions, "programs" | "tokenMode">,
) {
  const ledger = yield* Ledger;
  const programs = (yield* ledger.entries(run, "program")).map(({ header }) => header);
  const options = { ...given, programs, tokenMode: read.mode };
  const listed = yield* ledger.entries(run, "credential_batch");
  const entries = listed.toSorted((a, b) => compareIssued(a.header, b.header));
  const headers = entries.map(({ header }) => header);
  const basis = [JSON.stringify(entries.map(({ detailsId }) => detailsId)), tallyBasis(headers, options)];
  const tallied = yield* concludedOfAll(basis.join(" "), {
    about: "cohorts",
    draw: () => tally(entries, options),
    print: (drawn) => JSON.stringify(drawn),
    read: (text) => JSON.parse(text) as Tally,
    isTooLarge: ({ findings }) => findings.length > KEPT_FINDINGS_MAX,
  });
  return {
    ...tallied,
    findings: [
      ...listFindings(read),
      ...(yield* historyFindings(run, read, options.calendar)),
      ...tallied.findings,
    ],
    programs,
  } satisfies ClosedCohorts;
});
