import {
  type CredentialBatchHeader,
  compareCodePoints,
  compareIssued,
  type Program,
} from "@tieout/reconcile";
import { Effect } from "effect";
import type { Night } from "../config/Night.ts";
import { Ledger } from "../ledger/Ledger.ts";
import type { Entry } from "../ledger/store/Entry.ts";
import type { Run } from "../ledger/store/Run.ts";
import type { SourceFacts } from "../ledger/store/RunFacts.ts";
import { snapshotOf } from "../ledger/store/snapshot.ts";
import { Record } from "../sources/record/Record.ts";
import { DrawnAhead } from "./DrawnAhead.ts";
import type { Line } from "./Line.ts";
import { credentialPolicy } from "./policies.ts";
import { pullDetails, refuseEmptied, refuseMostlyInvalid } from "./pull-source.ts";

const SOURCE = "Record";

/** Programmes that a batch names and the list lacks, where Record knows them after all (Record fact 5.15). */
const unlistedPrograms = Effect.fnUntraced(function* (
  programs: ReadonlyArray<Program>,
  batches: ReadonlyArray<CredentialBatchHeader>,
) {
  const record = yield* Record;
  const listed = new Set(programs.map(({ id }) => id));
  const missing = new Set(batches.map(({ programId }) => programId).filter((id) => !listed.has(id)));
  const found = yield* Effect.forEach(missing, (id) => record.program(id));
  return found.filter((program) => program !== null);
});

const ids = (entities: ReadonlyArray<{ readonly id: string | null }>): ReadonlySet<string> =>
  new Set(entities.flatMap(({ id }) => (id === null ? [] : [id])));

/** Pulls Record's programmes and credential batches into the ledger, and the credentials of those that may have changed. */
export const pullRecord = Effect.fn("pullRecord")(function* (
  run: Run,
  { settings, calendar }: Night,
  line: Line,
) {
  const record = yield* Record;
  const ledger = yield* Ledger;
  const ahead = yield* DrawnAhead;
  const programs = yield* record.programs;
  const batches = yield* record.batches;
  yield* refuseEmptied(run, SOURCE, "credential_batch", batches.headers.length);

  const known = [...programs.headers, ...(yield* unlistedPrograms(programs.headers, batches.headers))];
  yield* ledger.store(
    run,
    "program",
    known.map((header) => ({ header, details: null })),
  );

  // In the order in which they are counted.
  const headers = batches.headers.toSorted(compareIssued);
  const counting = ahead?.cohorts(headers, {
    programs: known.toSorted((a, b) => compareCodePoints(a.id, b.id)),
    tokenMode: record.mode,
  });
  const stored: Array<Entry<"credential_batch">> = [];
  const read = Effect.fnUntraced(function* (header: CredentialBatchHeader) {
    const batch = yield* record.batch(header);
    counting?.count(batch);
    const { details } = batch;
    const [records, invalid] = [details?.credentials.length ?? 0, details?.invalid.length ?? 0];
    return {
      header: batch.header,
      details: details && snapshotOf(details),
      isWhole: details !== null && invalid === 0,
      ...{ records, invalid },
    };
  });
  const counts = yield* pullDetails("credential_batch", headers, {
    source: SOURCE,
    concurrency: settings.concurrency,
    line,
    policy: credentialPolicy(run, settings, calendar),
    read,
    declared: ({ recipientCount }) => recipientCount,
    whenStored: (found, detailsIds) =>
      Effect.sync(() => {
        found.forEach(({ header }, at) => void stored.push({ header, detailsId: detailsIds[at] ?? null }));
      }),
  });
  yield* refuseMostlyInvalid(
    SOURCE,
    programs.headers.length + batches.headers.length + counts.records,
    programs.invalid.length + batches.invalid.length + counts.invalid,
  );

  yield* ledger.markUnlisted(run, "program", ids([...known, ...programs.invalid]));
  const vanished = yield* ledger.markUnlisted(
    run,
    "credential_batch",
    ids([...batches.headers, ...batches.invalid]),
  );
  if (counting !== undefined) yield* counting.keep(stored);
  const found: SourceFacts = {
    configured: true,
    mode: record.mode,
    listed: batches.headers.length,
    invalid: { listPrograms: programs.invalid, listCredentialBatches: batches.invalid },
    vanished,
    pagingKeys: batches.pagingKeys,
    notes: record.notes(),
  };
  return { read: found, requests: record.requests(), details: counts.details, unread: counts.unread };
});
