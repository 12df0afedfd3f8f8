import { assert, describe, expect, it } from "@effect/vitest";
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import type { LedgerPlace } from "../../src/config/ledger-place.ts";
import type { Ledger } from "../../src/ledger/Ledger.ts";
import { NOT_ASKED } from "../../src/ledger/store/RunFacts.ts";
import { snapshotOf } from "../../src/ledger/store/snapshot.ts";
import {
  credentialBatchHeader,
  exceptionRow,
  OUTLINE,
  settlementHeader,
  settlementObservation,
  transaction,
} from "../records.ts";
import { change, newLedger, query, using } from "./opened-ledger.ts";

const INSTANT = "2026-11-18T02:00:00.000Z";
const NO_FACTS = { record: NOT_ASKED, koard: NOT_ASKED };

/** Opens a run; of two that are to stand beside each other each needs a day of its own. */
const begin = (ledger: Ledger["Service"], day = "2026-11-18", book = "default") =>
  ledger.beginRun({ book, day, asOf: `${day}T02:00:00.000Z`, startedAt: INSTANT });

const count = (ledger: LedgerPlace, table: string): unknown =>
  query(ledger, `SELECT count(*) AS n FROM ${table}`)[0]?.["n"];

describe("what a run saw", () => {
  it.effect("is read back as it was, also by a later process", () =>
    Effect.gen(function* () {
      const file = newLedger();
      const observation = settlementObservation(settlementHeader("b1"), [
        transaction("t1"),
        transaction("t2"),
      ]);
      const run = yield* using(file, (ledger) =>
        Effect.gen(function* () {
          const begun = yield* begin(ledger);
          yield* ledger.store(begun, "settlement", [
            observation,
            { header: settlementHeader("a0"), details: null },
          ]);
          yield* ledger.finishRun(begun, { finishedAt: INSTANT, sources: NO_FACTS });
          return begun;
        }),
      );
      yield* using(file, (ledger) =>
        Effect.gen(function* () {
          const [first, second, ...more] = yield* ledger.entries(run, "settlement");
          assert.deepStrictEqual(first?.header, settlementHeader("a0"));
          assert.isNull(first?.detailsId);
          assert.deepStrictEqual(second?.header, settlementHeader("b1"));
          assert.deepStrictEqual(more, []);
          const details = yield* ledger.details("settlement", second?.detailsId ?? -1);
          assert.deepStrictEqual(details, { rows: [transaction("t1"), transaction("t2")], invalid: [] });
          assert.deepStrictEqual(yield* ledger.entries(run, "credential_batch"), []);
        }),
      );
    }),
  );

  it.effect("stays as that run left it when later runs see something else", () =>
    using(newLedger(), (ledger) =>
      Effect.gen(function* () {
        const states = ["open", "closed", "accepted"];
        const runs = [];
        for (const [index, status] of states.entries()) {
          const run = yield* begin(ledger, `2026-11-1${index}`);
          yield* ledger.store(run, "settlement", [
            settlementObservation(settlementHeader("b1", { status }), [transaction("t1", { status })]),
          ]);
          runs.push(run);
        }
        for (const [index, run] of runs.entries()) {
          const [entry] = yield* ledger.entries(run, "settlement");
          assert.strictEqual(entry?.header.status, states[index]);
          const { rows } = yield* ledger.details("settlement", entry?.detailsId ?? -1);
          assert.deepStrictEqual(rows, [transaction("t1", { status: states[index] ?? null })]);
        }
      }),
    ),
  );

  it.effect("costs no row when it is what the last run saw, and one when it changed back", () =>
    Effect.gen(function* () {
      const file = newLedger();
      const night = (captured: number) =>
        using(file, (ledger) =>
          Effect.gen(function* () {
            const run = yield* begin(ledger);
            yield* ledger.store(run, "settlement", [
              settlementObservation(settlementHeader("b1", { capturedMinor: captured }), [transaction("t1")]),
            ]);
            yield* ledger.store(run, "credential_batch", [
              {
                header: credentialBatchHeader("c1"),
                details: snapshotOf({ credentials: [{ id: "r1", emailHash: null }], invalid: [] }),
              },
            ]);
            yield* ledger.finishRun(run, { finishedAt: INSTANT, sources: NO_FACTS });
          }),
        );
      yield* night(1000);
      const rows = () => ["observation", "blob", "listing"].map((table) => count(file, table));
      assert.deepStrictEqual(rows(), [2, 2, 2]);
      yield* night(1000);
      yield* night(1000);
      assert.deepStrictEqual(rows(), [2, 2, 2]);
      yield* night(2000);
      yield* night(1000);
      assert.deepStrictEqual(rows(), [4, 2, 2]);
    }),
  );

  it.effect("is told apart by book", () =>
    using(newLedger(), (ledger) =>
      Effect.gen(function* () {
        const [north, south] = [
          yield* begin(ledger, "2026-11-18", "north"),
          yield* begin(ledger, "2026-11-18", "south"),
        ];
        yield* ledger.store(north, "settlement", [
          settlementObservation(settlementHeader("n"), [transaction("t")]),
        ]);
        yield* ledger.store(south, "settlement", [
          settlementObservation(settlementHeader("s"), [transaction("t")]),
        ]);
        const ids = (yield* ledger.entries(south, "settlement")).map(({ header }) => header.id);
        assert.deepStrictEqual(ids, ["s"]);
        assert.deepStrictEqual(yield* ledger.sharedTransactions(south), []);
      }),
    ),
  );

  it.effect("is stored all of it or not at all", () =>
    Effect.gen(function* () {
      const file = newLedger();
      const unstorable = { ...settlementHeader("b2"), accountId: undefined };
      const exit = yield* Effect.exit(
        using(file, (ledger) =>
          Effect.gen(function* () {
            const run = yield* begin(ledger);
            yield* ledger.store(run, "settlement", [
              settlementObservation(settlementHeader("b1"), [transaction("t1")]),
              // What no type allows: the second of two cannot be printed, so the first must not stay.
              { header: unstorable as unknown as ReturnType<typeof settlementHeader>, details: null },
            ]);
          }),
        ),
      );
      assert.isTrue(exit._tag === "Failure");
      assert.deepStrictEqual([count(file, "observation"), count(file, "blob")], [0, 0]);
    }),
  );
});

describe("what is no longer listed", () => {
  it.effect("is gone from that run on, and comes back when it is listed again", () =>
    using(newLedger(), (ledger) =>
      Effect.gen(function* () {
        const observations = ["a", "b", "c"].map((id) =>
          settlementObservation(settlementHeader(id), [transaction(id)]),
        );
        const ids = (run: Effect.Success<ReturnType<typeof begin>>) =>
          Effect.map(ledger.entries(run, "settlement"), (entries) => entries.map(({ header }) => header.id));

        const first = yield* begin(ledger);
        yield* ledger.store(first, "settlement", observations);
        assert.strictEqual(yield* ledger.markUnlisted(first, "settlement", new Set(["a", "b", "c"])), 0);

        const second = yield* begin(ledger, "2026-11-19");
        yield* ledger.store(second, "settlement", observations.slice(0, 1));
        assert.strictEqual(yield* ledger.markUnlisted(second, "settlement", new Set(["a"])), 2);

        const third = yield* begin(ledger, "2026-11-20");
        yield* ledger.store(third, "settlement", observations.slice(0, 2));
        yield* ledger.markUnlisted(third, "settlement", new Set(["a", "b"]));

        assert.deepStrictEqual(yield* ids(first), ["a", "b", "c"]);
        assert.deepStrictEqual(yield* ids(second), ["a"]);
        assert.deepStrictEqual(yield* ids(third), ["a", "b"]);
      }),
    ),
  );

  it.effect(
    "is counted alike by every session and every run of the day on which it went, and not the next",
    () =>
      using(newLedger(), (ledger) =>
        Effect.gen(function* () {
          const night = (day: string, listed: readonly string[], isFinished = true) =>
            Effect.gen(function* () {
              const run = yield* begin(ledger, day);
              const seen = listed.map((id) => settlementObservation(settlementHeader(id), [transaction(id)]));
              yield* ledger.store(run, "settlement", seen);
              const vanished = yield* ledger.markUnlisted(run, "settlement", new Set(listed));
              if (isFinished) yield* ledger.finishRun(run, { finishedAt: INSTANT, sources: NO_FACTS });
              return vanished;
            });
          assert.strictEqual(yield* night("2026-11-18", ["a", "b", "c"]), 0);
          assert.strictEqual(yield* night("2026-11-19", ["a"], false), 2);
          // Resumed, and then run again.
          assert.strictEqual(yield* night("2026-11-19", ["a"]), 2);
          assert.strictEqual(yield* night("2026-11-19", ["a"]), 2);
          assert.strictEqual(yield* night("2026-11-20", ["a"]), 0);
          assert.strictEqual(yield* night("2026-11-21", ["a", "b", "c"]), 0);
          assert.strictEqual(yield* night("2026-11-22", ["a", "b"]), 1);
        }),
      ),
  );
});

describe("published reports", () => {
  const record = (day: string, revision: number, id = `x_${day}_${revision}`) => ({
    day,
    revision,
    manifestSha256: `${day}/${revision}`,
    window: { from: "2026-10-14", to: "2026-11-18" },
    asOf: "2026-11-18T02:00:00.000Z",
    rules: "rules",
    outline: OUTLINE,
    exceptions: [exceptionRow(id)],
    figures: [],
    conventions: [],
    endedDecisions: new Map(),
  });

  it.effect("are found by the newest revision of the newest day before, with their exceptions", () =>
    using(newLedger(), (ledger) =>
      Effect.gen(function* () {
        const run = yield* begin(ledger);
        assert.isUndefined(yield* ledger.reportBefore(run, "2026-11-17"));
        for (const [day, revision] of [
          ["2026-11-15", 1],
          ["2026-11-16", 2],
          ["2026-11-16", 10],
          ["2026-11-17", 1],
        ] as const)
          yield* ledger.publish(run, record(day, revision), Effect.void);

        const found = yield* ledger.reportBefore(run, "2026-11-17");
        expect(found).toMatchObject({ day: "2026-11-16", revision: 10, manifestSha256: "2026-11-16/10" });
        if (found === undefined) return;
        assert.deepStrictEqual(yield* ledger.reportExceptions(found), [exceptionRow("x_2026-11-16_10")]);
        assert.isUndefined(yield* ledger.reportBefore(run, "2026-11-15"));
        assert.isUndefined(yield* ledger.reportAt("default", "2026-11-17", 2));
        assert.strictEqual(
          (yield* ledger.reportAt("default", "2026-11-17", 1))?.manifestSha256,
          "2026-11-17/1",
        );
      }),
    ),
  );

  it.effect("whose files could not be put in place are not compared with", () =>
    using(newLedger(), (ledger) =>
      Effect.gen(function* () {
        const run = yield* begin(ledger);
        const failed = yield* Effect.flip(
          ledger.publish(run, record("2026-11-16", 1), Effect.fail("no space")),
        );
        assert.strictEqual(failed, "no space");
        // Whether anything was placed is for the next run to find out.
        for (const report of yield* ledger.unconfirmed("default")) yield* ledger.confirm(report, false);
        assert.isUndefined(yield* ledger.reportBefore(run, "2026-11-17"));
        yield* ledger.publish(run, record("2026-11-16", 1, "x_again"), Effect.void);
        const found = yield* ledger.reportBefore(run, "2026-11-17");
        if (found === undefined) return assert.fail("the report is not there");
        assert.deepStrictEqual(yield* ledger.reportExceptions(found), [exceptionRow("x_again")]);
      }),
    ),
  );
});

describe("when details were read", () => {
  it.effect("is kept by entity, and told of those that are still listed", () =>
    Effect.gen(function* () {
      const file = newLedger();
      const read = (id: string, day: string) =>
        using(file, (ledger) =>
          Effect.gen(function* () {
            const run = yield* begin(ledger, day);
            yield* ledger.store(run, "settlement", [
              { ...settlementObservation(settlementHeader(id), [transaction(`t-${id}`)]), isWhole: true },
            ]);
            return yield* ledger.detailsRead("default");
          }),
        );
      yield* TestClock.setTime(Date.UTC(2026, 10, 18, 2));
      yield* read("b1", "2026-11-18");
      yield* TestClock.adjust("1 day");
      yield* read("b2", "2026-11-19");
      yield* TestClock.adjust("1 day");
      assert.deepStrictEqual(yield* read("b3", "2026-11-20"), {
        oldest: "2026-11-18T02:00:00.000Z",
        newest: "2026-11-20T02:00:00.000Z",
      });
      const left = yield* using(file, (ledger) =>
        Effect.gen(function* () {
          const run = yield* begin(ledger, "2026-11-21");
          yield* ledger.markUnlisted(run, "settlement", new Set(["b2"]));
          return yield* ledger.detailsRead("default");
        }),
      );
      assert.deepStrictEqual(left, {
        oldest: "2026-11-19T02:00:00.000Z",
        newest: "2026-11-19T02:00:00.000Z",
      });
      assert.isNull(yield* using(file, (ledger) => ledger.detailsRead("another")));
    }),
  );
});

describe("a run that was cut off", () => {
  it.effect("is gone on with on its day, and left behind on another", () =>
    Effect.gen(function* () {
      const file = newLedger();
      const open = (day: string) => using(file, (ledger) => begin(ledger, day));
      const first = yield* open("2026-11-18");
      const again = yield* open("2026-11-18");
      assert.strictEqual(again.id, first.id);
      const later = yield* open("2026-11-19");
      assert.notStrictEqual(later.id, first.id);
      const sessions = yield* using(file, (ledger) => ledger.sessions(first));
      assert.strictEqual(sessions.length, 2);
    }),
  );
});

describe("the right to write", () => {
  const held = (
    ledger: LedgerPlace,
    { pid, beatAtMs }: { readonly pid: number; readonly beatAtMs: number },
  ) => change(ledger, `UPDATE lease SET pid = ${pid}, beat_at_ms = ${beatAtMs}, acquired_at = '${INSTANT}'`);

  it.effect("passes on when its holder is gone, and the old holder can write nothing any more", () =>
    Effect.gen(function* () {
      const file = newLedger();
      const frozen = yield* Effect.exit(
        using(file, (ledger) =>
          Effect.gen(function* () {
            const run = yield* begin(ledger);
            // No process has this number: Linux numbers them up to 4,194,304.
            held(file, { pid: 4_194_305, beatAtMs: 60_000 });
            yield* using(file, (other) => begin(other, "2026-11-19"));
            return yield* Effect.flip(ledger.finishRun(run, { finishedAt: INSTANT, sources: NO_FACTS }));
          }),
        ),
      );
      assert.strictEqual(frozen._tag === "Success" ? frozen.value._tag : "died", "LeaseLost");
      const finished = query(file, "SELECT id FROM run WHERE finished_at IS NOT NULL");
      assert.deepStrictEqual(finished, []);
    }),
  );
});
