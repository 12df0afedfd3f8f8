import { assert, describe, it } from "@effect/vitest";
import { Effect } from "effect";
import type { LedgerPlace } from "../../../src/config/ledger-place.ts";
import { Ledger } from "../../../src/ledger/Ledger.ts";
import { openLedger, openToLook } from "../../../src/ledger/open-ledger.ts";
import { newLedger, query } from "../opened-ledger.ts";
import { closings, following, inNewLedger, instantOf, live, NIGHT, view } from "./lived-nights.ts";

const count = (place: LedgerPlace, table: string): unknown =>
  query(place, `SELECT count(*) AS n FROM ${table}`)[0]?.["n"];

describe("pruning", () => {
  it.effect("removes what it said, and what only older reports needed", () =>
    inNewLedger((ledger, place) =>
      Effect.gen(function* () {
        const nights = [1, 2, 3, 4].map((version) => ({
          ...NIGHT,
          batches: [{ status: "accepted", version }, null, null],
          figures: [{ name: "f1", amount: version }],
        }));
        yield* live(ledger, nights);
        const before = instantOf("2026-11-04");
        const plan = yield* ledger.prunable(before);
        assert.deepInclude(plan, {
          reportsKept: 1,
          reports: 3,
          runs: 3,
          observations: 1,
          details: 1,
          exceptions: 1,
          figures: 2,
        });
        yield* ledger.prune(before);
        assert.deepStrictEqual(
          ["observation", "blob", "listing", "report_exception", "figure", "report", "run"].map((table) =>
            count(place, table),
          ),
          [3, 3, 3, 1, 2, 4, 4],
        );
      }),
    ),
  );

  it.effect("keeps how a batch was first read as final: what was refunded later is told by it", () =>
    inNewLedger((ledger) =>
      Effect.gen(function* () {
        const nights = [1, 2, 3, 4].map((version) => ({
          ...NIGHT,
          batches: [{ status: version === 1 ? "closed" : "accepted", version }, null, null],
        }));
        yield* live(ledger, nights);
        yield* ledger.prune(instantOf("2026-11-04"));
        const [first] = yield* closings(ledger, following(4));
        assert.deepStrictEqual(
          first?.details.rows.map(({ id }) => id),
          ["b1-t2", "shared"],
        );
      }),
    ),
  );

  it.effect(
    "keeps what the last run saw that asked a source, beside what a later one saw that never ended",
    () =>
      inNewLedger((ledger) =>
        Effect.gen(function* () {
          const [told, cutOff] = [1, 2].map((version) => ({
            ...NIGHT,
            batches: [{ status: "closed", version }, null, null],
          }));
          const others = { ...NIGHT, asksKoard: false };
          if (told === undefined || cutOff === undefined) return;
          yield* live(ledger, [told, { ...cutOff, published: null }, others, others]);
          const was = yield* view(ledger, following(4), "2026-11-05");
          yield* ledger.prune(instantOf("2026-11-04"));
          assert.deepStrictEqual(yield* view(ledger, following(4), "2026-11-05"), was);
          assert.lengthOf(was.headers, 1);
        }),
      ),
  );

  it.effect("offers no pruned run to report on, and no pruned report to compare with", () =>
    inNewLedger((ledger) =>
      Effect.gen(function* () {
        yield* live(ledger, [NIGHT, NIGHT, NIGHT, NIGHT]);
        yield* ledger.prune(instantOf("2026-11-04"));
        for (const day of ["2026-11-01", "2026-11-02", "2026-11-03"])
          assert.isUndefined(yield* ledger.newestRun("default", instantOf(day)));
        const kept = yield* ledger.newestRun("default", instantOf("2026-11-04"));
        assert.strictEqual(kept?.run.day, "2026-11-04");
        const next = following(4);
        const compared = yield* Effect.all(
          ["2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04"].map((day) =>
            ledger.reportBefore(next, day),
          ),
        );
        assert.deepStrictEqual(
          compared.map((report) => report?.day),
          [undefined, undefined, "2026-11-02", "2026-11-03"],
        );
        // The chain is whole all the same.
        assert.strictEqual(
          (yield* ledger.reportAt("default", "2026-10-31", 1))?.manifestSha256,
          "2026-10-31/r1",
        );
      }),
    ),
  );

  it.effect("keeps the newest report of a book that has had none for long", () =>
    inNewLedger((ledger) =>
      Effect.gen(function* () {
        const [first, second] = yield* live(ledger, [NIGHT, { ...NIGHT, batches: [null, null, null] }]);
        assert.isDefined(first);
        if (second === undefined) return;
        const was = yield* view(ledger, second.run, second.day);
        yield* ledger.prune("2036-01-01T00:00:00.000Z");
        assert.deepStrictEqual(yield* view(ledger, second.run, second.day), was);
        assert.strictEqual(
          (yield* ledger.newestRun("default", "2036-01-01T00:00:00.000Z"))?.run.id,
          second.run.id,
        );
      }),
    ),
  );

  it.effect("counts without the right to write, beside whoever holds it, and cannot remove so", () =>
    inNewLedger((ledger, place) =>
      Effect.gen(function* () {
        yield* live(ledger, [NIGHT, NIGHT, NIGHT]);
        const before = instantOf("2026-11-03");
        const expected = yield* ledger.prunable(before);
        const [plan, error] = yield* Effect.gen(function* () {
          const reader = yield* Ledger;
          return [yield* reader.prunable(before), yield* Effect.flip(reader.prune(before))] as const;
        }).pipe(Effect.provide(openToLook(place)));
        assert.deepStrictEqual(plan, expected);
        assert.isAbove(plan.exceptions, 0);
        // Where a transaction that only looks can begin, it has no lease.
        assert.include(["LedgerFailed", "LeaseLost"], error._tag);
        assert.deepStrictEqual(yield* ledger.prunable(before), expected);
      }),
    ),
  );

  it.effect("needs the lease", () =>
    Effect.gen(function* () {
      const ledger = yield* Ledger;
      assert.strictEqual((yield* Effect.flip(ledger.prune("2026-11-03T00:00:00.000Z")))._tag, "LeaseLost");
    }).pipe(Effect.provide(openLedger(newLedger()))),
  );
});
