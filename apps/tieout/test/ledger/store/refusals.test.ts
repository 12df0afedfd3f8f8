import { assert, describe, it } from "@effect/vitest";
import { Effect } from "effect";
import type { Ledger } from "../../../src/ledger/Ledger.ts";
import { NOT_ASKED } from "../../../src/ledger/store/RunFacts.ts";
import { OUTLINE, settlementHeader, settlementObservation, transaction } from "../../records.ts";
import { newLedger, using } from "../opened-ledger.ts";

const instantOf = (day: string): string => `${day}T02:00:00.000Z`;

const begin = (ledger: Ledger["Service"], day: string) =>
  ledger.beginRun({ book: "default", day, asOf: instantOf(day), startedAt: instantOf(day) });

/** A night that ends with a report of its day. */
const published = Effect.fnUntraced(function* (ledger: Ledger["Service"], day: string) {
  const run = yield* begin(ledger, day);
  yield* ledger.finishRun(run, { finishedAt: instantOf(day), sources: { koard: NOT_ASKED } });
  const window = { from: "2026-10-01", to: day };
  const rest = { exceptions: [], figures: [], conventions: [], endedDecisions: new Map(), outline: OUTLINE };
  const report = { day, revision: 1, window, manifestSha256: day, rules: "rules", asOf: run.asOf, ...rest };
  yield* ledger.publish(run, report, Effect.void);
});

describe("the days that details were refused on", () => {
  it.effect("are business days before a run's, each once, and begin anew where details were had", () =>
    using(newLedger(), (ledger) =>
      Effect.gen(function* () {
        const note = Effect.fnUntraced(function* (day: string, refused: string, had: string) {
          const asked = { refused: new Set([...refused]), had: new Set([...had]) };
          yield* ledger.noteRefusals(yield* begin(ledger, day), "settlement", asked);
        });
        yield* note("2026-11-17", "ab", "");
        yield* note("2026-11-18", "ab", "");
        yield* note("2026-11-18", "a", "");
        yield* note("2026-11-19", "a", "b");
        const run = yield* begin(ledger, "2026-11-19");
        assert.deepStrictEqual([...(yield* ledger.refusals(run, "settlement"))], [["a", 2]]);
        assert.deepStrictEqual([...(yield* ledger.refusals(run, "credential_batch"))], []);
      }),
    ),
  );
});

describe("days of refusals that are older than what is kept", () => {
  it.effect("are forgotten, but for as many of each entity as decide whether its details are given up", () =>
    using(newLedger(), (ledger) =>
      Effect.gen(function* () {
        // Refused on ten days; and on two, long ago.
        for (let day = 10; day < 20; day += 1)
          yield* ledger.noteRefusals(yield* begin(ledger, `2026-11-${day}`), "settlement", {
            refused: new Set(day < 12 ? ["a", "b"] : ["a"]),
            had: new Set(),
          });
        const run = yield* begin(ledger, "2026-11-20");
        const kept = { since: "2026-11-18", days: 3 };
        assert.strictEqual(yield* ledger.oldRefusals(kept), 5);
        yield* ledger.forgetRefusals(kept);
        const counted = [...(yield* ledger.refusals(run, "settlement"))];
        assert.deepStrictEqual(counted, [
          ["a", 5],
          ["b", 2],
        ]);
        assert.strictEqual(yield* ledger.oldRefusals(kept), 0);
      }),
    ),
  );
});

describe("the days without a report", () => {
  it.effect("are counted from the last one of a day before, whatever a wrong clock published", () =>
    using(newLedger(), (ledger) =>
      Effect.gen(function* () {
        yield* published(ledger, "2026-11-16");
        yield* published(ledger, "2027-11-16");
        for (const day of ["2026-11-17", "2026-11-18", "2026-11-18"]) yield* begin(ledger, day);
        const run = yield* begin(ledger, "2026-11-19");
        assert.strictEqual(yield* ledger.daysWithoutReport(run), 2);
      }),
    ),
  );
});

describe("details that were given up", () => {
  it.effect("are not whole, whatever they were when they were last read", () =>
    using(newLedger(), (ledger) =>
      Effect.gen(function* () {
        const header = settlementHeader("b1");
        const run = yield* begin(ledger, "2026-11-18");
        const read = settlementObservation(header, [transaction("t1")]);
        yield* ledger.store(run, "settlement", [{ ...read, isWhole: true }]);
        const isWhole = Effect.map(
          ledger.known(run, "settlement", ["b1"]),
          (known) => known.get("b1")?.reading?.isWhole,
        );
        assert.isTrue(yield* isWhole);
        yield* ledger.store(run, "settlement", [{ header, details: null }]);
        assert.isFalse(yield* isWhole);
      }),
    ),
  );
});
