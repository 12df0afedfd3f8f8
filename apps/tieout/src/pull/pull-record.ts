import type { CredentialBatchHeader, Program } from "@tieout/reconcile";
import { Effect } from "effect";
import { Ledger, type Run } from "../ledger/Ledger.ts";
import type { SourceRead } from "../ledger/RunFacts.ts";
import { Record } from "../sources/Record.ts";
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

/** Pulls Record's programmes, and every credential batch with its credentials, into the ledger. */
export const pullRecord = Effect.fn("pullRecord")(function* (run: Run, concurrency: number) {
  const record = yield* Record;
  const ledger = yield* Ledger;
  const programs = yield* record.programs;
  const batches = yield* record.batches;
  yield* refuseEmptied(run, SOURCE, "credential_batch", batches.headers.length);

  const known = [...programs.headers, ...(yield* unlistedPrograms(programs.headers, batches.headers))];
  yield* ledger.store(
    run,
    "program",
    known.map((header) => ({ header, details: null })),
  );

  let credentials = 0;
  let invalidCredentials = 0;
  const read = Effect.fnUntraced(function* (header: CredentialBatchHeader) {
    const batch = yield* record.batch(header);
    credentials += batch.details?.credentials.length ?? 0;
    invalidCredentials += batch.details?.invalid.length ?? 0;
    return batch;
  });
  yield* pullDetails(run, "credential_batch", batches.headers, { source: SOURCE, concurrency, read });
  yield* refuseMostlyInvalid(
    SOURCE,
    programs.headers.length + batches.headers.length + credentials,
    programs.invalid.length + batches.invalid.length + invalidCredentials,
  );

  const ids = (entities: ReadonlyArray<{ readonly id: string | null }>) =>
    new Set(entities.flatMap(({ id }) => (id === null ? [] : [id])));
  yield* ledger.retire(run, "program", ids([...known, ...programs.invalid]));
  yield* ledger.retire(run, "credential_batch", ids([...batches.headers, ...batches.invalid]));
  const found: SourceRead = {
    configured: true,
    mode: record.mode,
    listed: batches.headers.length,
    invalid: { listPrograms: programs.invalid, listCredentialBatches: batches.invalid },
  };
  return { read: found, requests: record.requests() };
});
