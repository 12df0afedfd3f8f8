import { assert, it } from "@effect/vitest";
import { Effect } from "effect";
import type { Ledger } from "../../../src/ledger/Ledger.ts";
import { OUTLINE } from "../../records.ts";
import { newLedger, using } from "../opened-ledger.ts";

const entry = (exceptionId: string, decidedAt: string) => ({
  ...{ exceptionId, decidedAt, by: "Ana", to: null, until: null, reason: "why" },
  as: "accepted" as const,
  seen: { expected: null, actual: null, moneyAtStake: null, currency: null },
});

/** Publishes an empty report of a night, which saw a decision end where one is named. */
const published = Effect.fnUntraced(function* (ledger: Ledger["Service"], day: string, ended: number | null) {
  const asOf = `${day}T02:00:00.000Z`;
  const run = yield* ledger.beginRun({ book: "default", day, asOf, startedAt: asOf });
  yield* ledger.finishRun(run, { finishedAt: asOf, sources: {} });
  const record = {
    ...{ day, revision: 1, manifestSha256: day, rules: "rules", window: { from: "2026-10-01", to: day } },
    asOf,
    ...{ exceptions: [], figures: [], conventions: [] },
    outline: OUTLINE,
    endedDecisions: new Map(ended === null ? [] : [[ended, "ended_changed" as const]]),
  };
  yield* ledger.publish(run, record, Effect.void);
  return run;
});

it.effect("what was decided is kept when a ledger forgets, with how it ended, and known as of then", () =>
  using(newLedger(), (ledger) =>
    Effect.gen(function* () {
      yield* published(ledger, "2026-11-01", null);
      yield* ledger.decide([
        { book: "default", entry: entry("x_1", "2026-11-02T09:00:00.000Z") },
        { book: "other", entry: entry("x_2", "2026-11-02T09:00:00.000Z") },
        { book: "default", entry: entry("x_3", "2026-11-05T09:00:00.000Z") },
      ]);
      yield* published(ledger, "2026-11-03", 1);
      yield* published(ledger, "2026-11-10", null);
      yield* ledger.prune("2026-11-10T00:00:00.000Z");

      const known = Effect.fnUntraced(function* (asOf: string) {
        return (yield* ledger.decisions("default", asOf)).map(({ id, exceptionId }) => [id, exceptionId]);
      });
      assert.deepStrictEqual(yield* known("2026-11-02T08:59:59.999Z"), []);
      assert.deepStrictEqual(yield* known("2026-11-02T09:00:00.000Z"), [[1, "x_1"]]);
      assert.deepStrictEqual(yield* known("2026-11-10T02:00:00.000Z"), [
        [1, "x_1"],
        [3, "x_3"],
      ]);
      const newest = yield* ledger.reportAsOf("default", "2026-11-10T02:00:00.000Z");
      if (newest === undefined) return assert.fail("the report is not there");
      assert.deepStrictEqual([...(yield* ledger.endedDecisions(newest))], [[1, "ended_changed"]]);
      const first = yield* ledger.reportAsOf("default", "2026-11-02T00:00:00.000Z");
      if (first === undefined) return assert.fail("the first report is not there");
      assert.deepStrictEqual([...(yield* ledger.endedDecisions(first))], []);
    }),
  ),
);
