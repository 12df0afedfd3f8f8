import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { assert, describe, it } from "@effect/vitest";
import type { CredentialBatch, CredentialBatchHeader, Program } from "@tieout/reconcile";
import { Effect } from "effect";
import { countingObserver } from "../../../src/close/cache/counting-observer.ts";
import { ResultCache } from "../../../src/close/cache/ResultCache.ts";
import { closeCohorts } from "../../../src/close/close-cohorts.ts";
import { cohortOptions } from "../../../src/close/count-cohorts.ts";
import { nightOf } from "../../../src/config/Night.ts";
import { resolveSettings } from "../../../src/config/resolve-settings.ts";
import { Ledger } from "../../../src/ledger/Ledger.ts";
import { sqliteLedger } from "../../../src/ledger/sqlite/open-ledger.ts";
import { canonicalJson } from "../../../src/ledger/store/blob.ts";
import { NOT_ASKED } from "../../../src/ledger/store/RunFacts.ts";
import { snapshotOf } from "../../../src/ledger/store/snapshot.ts";
import { UNOBSERVED } from "../../../src/pull/PullObserver.ts";
import { credentialBatchHeader } from "../../records.ts";
import { temporaryDirectory } from "../../temporary-directory.ts";

// What these tests prove: cohorts that were counted while their batches were pulled are not counted again from the
// ledger, and are what the ledger would have given; whatever was missed, the close counts by itself.

const AS_OF = "2026-11-18T02:00:00.000Z";
const SOURCE = { name: "record", title: "Record", role: "credentials" } as const;

const PROGRAM: Program = { id: "prog_1", mode: "live", name: "Finance Operations", orgId: "org_1" };
const FACTS = { ...NOT_ASKED, configured: true, asked: true, mode: "live" };

/** A header with its members in the order of their names, as sources make it and the ledger gives it back. */
const asStored = (header: CredentialBatchHeader): CredentialBatchHeader => JSON.parse(canonicalJson(header));

/** A batch issued in the minute of its number, to one person of its own and one that all share. */
const batch = (minute: number): CredentialBatch => {
  const id = `batch_${minute}`;
  const issuedAt = new Date(Date.UTC(2026, 10, 1, 0, minute)).toISOString();
  return {
    header: asStored({ ...credentialBatchHeader(id), issuedAt, recipientCount: 2 }),
    details: {
      credentials: [
        { emailHash: `person ${minute}`, id: `${id}-1` },
        { emailHash: "everybody", id: `${id}-2` },
      ],
      invalid: [],
    },
  };
};

const batches = (count: number): ReadonlyArray<CredentialBatch> =>
  Array.from({ length: count }, (_, minute) => batch(minute));

interface Counted {
  /** All batches that are listed, in the order issued. */
  readonly listed: ReadonlyArray<CredentialBatch>;
  /** Those that are counted ahead, in the order in which they were read. */
  readonly read: ReadonlyArray<CredentialBatch>;
}

/** Stores and counts batches as a pull does, lets `between` at the ledger's file, and closes as the run would. */
const closed = Effect.fnUntraced(function* ({ listed, read }: Counted, between: (db: DatabaseSync) => void) {
  const file = join(temporaryDirectory(), "tieout.db");
  return yield* Effect.gen(function* () {
    const ledger = yield* Ledger;
    yield* ledger.acquireLease;
    const settings = yield* resolveSettings({ ledger: `sqlite:${file}` }, { RECORD_API_TOKEN: "x" }, AS_OF);
    const [book] = settings.books;
    if (book === undefined) return yield* Effect.die("no book");
    const night = nightOf(settings, book);
    const run = yield* ledger.beginRun({ book: book.name, day: "2026-11-18", asOf: AS_OF, startedAt: AS_OF });
    yield* ledger.store(run, "program", [{ header: PROGRAM, details: null }]);
    const ids = yield* ledger.store(
      run,
      "credential_batch",
      listed.map(({ header, details }) => ({ header, details: details && snapshotOf(details) })),
    );
    const rosters = [
      {
        ...{ mode: null, programId: "prog_1", name: "May 2025 Cohort", file: "roster.csv" },
        people: new Set(["person 0", "nobody"]),
      },
    ];
    const observer = (yield* countingObserver(night, rosters))({
      ...{ source: SOURCE, mode: "live", programs: [PROGRAM] },
      headers: listed.map(({ header }) => header),
    });
    for (const one of read) observer.read(one);
    const stored = listed.map(({ header }, at) => ({ header, detailsId: ids[at] ?? null }));
    yield* observer.stored(stored.toReversed());
    yield* observer.done;

    const source = {
      ...SOURCE,
      ...{ configured: true, facts: FACTS },
      ...{ run, isAsked: true, lastAsked: run.day, isShown: false },
    } as const;
    const close = Effect.map(
      closeCohorts(source, cohortOptions(night, rosters, { source, mode: "live" })),
      (cohorts) => ({ ...cohorts, figures: [...cohorts.figures], issuedDays: [...cohorts.issuedDays] }),
    );
    const kept = yield* ledger.cachedResults(book.name, "cohorts", { first: "", last: "" });
    const expected = yield* close.pipe(
      Effect.provideService(
        ResultCache,
        ResultCache.of({ lookup: () => Effect.succeed(new Map()), keep: () => Effect.void }),
      ),
    );
    const db = new DatabaseSync(file);
    between(db);
    db.close();
    const found = yield* close.pipe(
      Effect.provideServiceEffect(ResultCache, ResultCache.ofLedger(book.name)),
    );
    return { isKept: kept.size === 1, isCounted: observer !== UNOBSERVED, found, expected };
  }).pipe(Effect.scoped, Effect.provide(sqliteLedger(file)));
});

const damage = (db: DatabaseSync): void => db.exec("UPDATE blob SET body = x'00'");
const nothing = (): void => undefined;

describe("cohorts counted while their batches were pulled", () => {
  it.effect("are reused by the close without their credentials, whatever came first", () =>
    Effect.gen(function* () {
      const listed = [...batches(5), { header: { ...batch(6).header, status: "revoked" }, details: null }];
      const [a, b, c, d, e, f] = listed;
      const read = [c, a, b, f, e, d].filter((one) => one !== undefined);
      const { found, expected, isKept } = yield* closed({ listed, read }, damage);
      assert.deepStrictEqual(found, expected);
      assert.strictEqual(isKept, true);
      assert.deepInclude(found.rows[0], { credentialsIssued: 10, people: 6, reissued: 4, missing: 1 });
    }),
  );

  it.effect("are nothing to the close while one batch was not read", () =>
    Effect.gen(function* () {
      const listed = batches(5);
      const { found, expected, isKept } = yield* closed({ listed, read: listed.slice(0, 4) }, nothing);
      assert.deepStrictEqual([isKept, found], [false, expected]);
    }),
  );

  it.effect("are left to the close where too many batches would have to wait for the first", () =>
    Effect.gen(function* () {
      const listed = batches(501);
      const { found, expected, isKept } = yield* closed({ listed, read: listed.toReversed() }, nothing);
      assert.deepStrictEqual([isKept, found], [false, expected]);
      const turned = yield* closed({ listed: listed.slice(1), read: listed.slice(1).toReversed() }, damage);
      assert.deepStrictEqual([turned.isKept, turned.found], [true, turned.expected]);
    }),
  );

  it.effect("are left to the close where there is too much to say for it to be kept", () =>
    Effect.gen(function* () {
      const twice = (count: number): ReadonlyArray<CredentialBatch> => {
        const credentials = Array.from({ length: count }, (_, at) => ({ emailHash: null, id: `c${at}` }));
        return batches(2).map(({ header }) => ({
          header: { ...header, recipientCount: count },
          details: { credentials, invalid: [] },
        }));
      };
      // Beside each credential in two batches: that the roster misses people, and does not expect others.
      const most = yield* closed({ listed: twice(9998), read: twice(9998) }, damage);
      assert.deepStrictEqual([most.isKept, most.found.findings.length], [true, 10_000]);
      const more = yield* closed({ listed: twice(9999), read: twice(9999) }, nothing);
      assert.deepStrictEqual([more.isKept, more.found], [false, more.expected]);
    }),
  );

  it.effect("are left to the close where the list declares more credentials than are held", () =>
    Effect.gen(function* () {
      const of = (recipientCount: number) => {
        const one = batch(1);
        return [{ ...one, header: { ...one.header, recipientCount } }];
      };
      const most = yield* closed({ listed: of(150_000), read: of(150_000) }, damage);
      assert.deepStrictEqual([most.isKept, most.found], [true, most.expected]);
      const more = yield* closed({ listed: of(150_001), read: of(150_001) }, nothing);
      assert.deepStrictEqual([more.isCounted, more.isKept, more.found], [false, false, more.expected]);
    }),
  );
});
