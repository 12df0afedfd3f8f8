import { assert, it } from "@effect/vitest";
import { addDays } from "@tieout/reconcile";
import { Effect } from "effect";
import fc from "fast-check";
import { tries } from "../opened-ledger.ts";
import {
  BATCHES,
  EXCEPTIONS,
  FIRST_DAY,
  following,
  inNewLedger,
  instantOf,
  live,
  NIGHT,
  type NightPlan,
  STATUSES,
  view,
} from "./lived-nights.ts";

const nightPlan: fc.Arbitrary<NightPlan> = fc.record({
  asOfBack: fc.constantFrom(0, 0, 0, 0, 4),
  asksKoard: fc.constantFrom(true, true, false),
  batches: fc.tuple(
    ...BATCHES.map(() =>
      fc.option(fc.record({ status: fc.constantFrom(...STATUSES), version: fc.integer({ min: 1, max: 3 }) })),
    ),
  ),
  published: fc.option(fc.record({ daysBack: fc.constantFrom(1, 1, 1, 1, 3) }), { freq: 5 }),
  exceptions: fc.uniqueArray(fc.constantFrom(...EXCEPTIONS)),
  figures: fc.uniqueArray(
    fc.record({ name: fc.constantFrom("f1", "f2", "f3"), amount: fc.option(fc.integer({ min: 1, max: 5 })) }),
    { selector: ({ name }) => name },
  ),
});

const BARE: NightPlan = { ...NIGHT, batches: [null, null, null], exceptions: [], figures: [] };
const LISTED: NightPlan = { ...BARE, exceptions: ["e1"] };
const lateNight = (night: NightPlan): NightPlan => ({ ...night, asOfBack: 4 });
const batchIs = (status: NightPlan["batches"][number]): NightPlan => ({
  ...BARE,
  batches: [status, null, null],
});
const asksNothing: NightPlan = { ...BARE, asksKoard: false };

/** What pruning once changed: nights, the first day that is kept, and the one of a second pruning. */
const ONCE_CHANGED: Array<[ReadonlyArray<NightPlan>, number, number]> = [
  // An exception that only went on in a report that is compared with none of those after it.
  [[BARE, lateNight(LISTED), lateNight(LISTED), { ...BARE, published: null }], 0, 0],
  [[lateNight(LISTED), BARE, BARE, lateNight(LISTED), { ...BARE, published: null }], 0, 2],
  // One whose first night was reported after a later one.
  [[LISTED, lateNight(LISTED), BARE, BARE], 3, 0],
  // A batch that is closed for a run that never ended, and is open for those that take what the one before it saw.
  [
    [
      { ...batchIs({ status: "closed", version: 1 }), published: null },
      batchIs({ status: "open", version: 1 }),
      { ...batchIs({ status: "closed", version: 1 }), published: null },
      asksNothing,
      asksNothing,
    ],
    0,
    4,
  ],
];

it.effect("pruning changes nothing that a kept report, or the next one, is made of, whatever happened", () =>
  Effect.promise(() =>
    fc.assert(
      fc.asyncProperty(
        fc.array(nightPlan, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 13 }),
        (nights, firstKept, laterKept) =>
          Effect.runPromise(
            inNewLedger((ledger) =>
              Effect.gen(function* () {
                const reports = yield* live(ledger, nights);
                const next = following(nights.length);
                for (const kept of [firstKept, laterKept]) {
                  const before = instantOf(addDays(FIRST_DAY, kept));
                  const whole = reports.filter(
                    ({ run }) => run.asOf >= before && run.asOf >= instantOf(addDays(FIRST_DAY, firstKept)),
                  );
                  const views = () =>
                    Effect.all([
                      view(ledger, next, next.day),
                      view(ledger, next, addDays(next.day, -1)),
                      ...whole.map(({ run, day }) => view(ledger, run, day)),
                    ]);
                  const was = yield* views();
                  const promised = yield* ledger.prunable(before);
                  yield* ledger.prune(before);
                  assert.deepStrictEqual(yield* views(), was);
                  const left = yield* ledger.prunable(before);
                  assert.deepStrictEqual(
                    [left.observations, left.details, left.exceptions, left.figures, left.reports, left.runs],
                    [0, 0, 0, 0, 0, 0],
                  );
                  assert.strictEqual(left.reportsKept, promised.reportsKept);
                }
              }),
            ),
          ),
      ),
      { numRuns: tries(25), examples: ONCE_CHANGED },
    ),
  ),
);
