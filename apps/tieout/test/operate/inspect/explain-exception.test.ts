import { join } from "node:path";
import { assert, it } from "@effect/vitest";
import type { ExceptionRow } from "@tieout/reconcile";
import { Effect } from "effect";
import { resolveSettings } from "../../../src/config/resolve-settings.ts";
import { Ledger } from "../../../src/ledger/Ledger.ts";
import { sqliteLedger } from "../../../src/ledger/sqlite/open-ledger.ts";
import { snapshotOf } from "../../../src/ledger/store/snapshot.ts";
import { explainException } from "../../../src/operate/inspect/explain-exception.ts";
import { credentialBatchHeader, exceptionRow, OUTLINE } from "../../records.ts";
import { temporaryDirectory } from "../../temporary-directory.ts";

// What these tests prove: an exception is explained by what the report counted, and by nothing else that the ledger has.

const AS_OF = "2026-11-18T02:00:00.000Z";
const RUN = { book: "default", day: "2026-11-18", asOf: AS_OF, startedAt: AS_OF };
const WINDOW = { from: "2026-10-14", to: "2026-11-18" };

/** Batches of one cohort by the instant at which they were issued: the last one on the first day after the window. */
const ISSUED = {
  first: "2026-11-01T10:00:00.000Z",
  again: "2026-11-17T23:59:59.000Z",
  after: "2026-11-18T00:00:00.000Z",
};

const REISSUED: ExceptionRow = {
  ...exceptionRow("x_1"),
  ...({ code: "REISSUED", severity: "low", source: "record", entity: "cohort" } as const),
  ...{ entityId: "live/prog_1/may 2025 cohort", businessDate: null, currency: null, batchIds: [] },
  ...{ expected: { kind: "count", text: "0" }, actual: { kind: "count", text: "1" }, moneyAtStake: null },
};

/** What explains an exception of a report on a ledger that holds the batches. */
const explained = Effect.fnUntraced(function* (exception: ExceptionRow) {
  const file = join(temporaryDirectory(), "tieout.db");
  return yield* Effect.gen(function* () {
    const ledger = yield* Ledger;
    yield* ledger.acquireLease;
    const before = yield* ledger.beginRun({ ...RUN, day: "2026-11-17", asOf: "2026-11-17T02:00:00.000Z" });
    const observations = Object.entries(ISSUED).map(([id, issuedAt]) => ({
      header: { ...credentialBatchHeader(id), issuedAt },
      details: snapshotOf({ credentials: [{ id: `c-${id}`, emailHash: "ann" }], invalid: [] }),
    }));
    yield* ledger.store(before, "credential_batch", observations);
    yield* ledger.finishRun(before, { finishedAt: AS_OF, sources: {} });
    const run = yield* ledger.beginRun(RUN);
    if (exception.code === "BATCH_VANISHED")
      yield* ledger.markUnlisted(run, "credential_batch", new Set(["again", "after"]));
    yield* ledger.finishRun(run, { finishedAt: AS_OF, sources: {} });
    yield* ledger.publish(
      run,
      {
        ...{
          day: "2026-11-17",
          revision: 1,
          manifestSha256: "",
          asOf: AS_OF,
          rules: "rules",
          outline: OUTLINE,
          window: WINDOW,
        },
        ...{ exceptions: [exception], figures: [], conventions: [], endedDecisions: new Map() },
      },
      Effect.void,
    );
    const settings = yield* resolveSettings({ ledger: `sqlite:${file}` }, { RECORD_API_TOKEN: "x" }, AS_OF);
    const { explanation } = yield* explainException(exception.exceptionId, settings);
    return explanation;
  }).pipe(Effect.scoped, Effect.provide(sqliteLedger(file)));
});

it.effect("a cohort is explained by its batches up to the end of the window, and by no later one", () =>
  Effect.gen(function* () {
    const { records, arithmetic } = yield* explained(REISSUED);
    const batches = records.filter(({ kind }) => kind === "credential_batch").map(({ id }) => id);
    assert.deepStrictEqual(batches, ["first", "again"]);
    assert.include(arithmetic, "cohort live/prog_1/may 2025 cohort: batches: 2");
  }),
);

it.effect("a batch that is not listed any more is explained by what was last seen of it", () =>
  Effect.gen(function* () {
    const { records } = yield* explained({
      ...REISSUED,
      ...({ code: "BATCH_VANISHED", severity: "critical", entity: "credential_batch" } as const),
      ...{ entityId: "first", batchIds: ["first"] },
    });
    assert.deepStrictEqual(
      records.map(({ kind, id }) => `${kind} ${id}`),
      ["credential_batch first"],
    );
  }),
);

it.effect(
  "an exception of a source that the configuration does not name any more has no records to show",
  () =>
    Effect.gen(function* () {
      const { records, notes } = yield* explained({ ...REISSUED, source: "till" });
      assert.deepStrictEqual(records, []);
      assert.lengthOf(notes, 1);
    }),
);
