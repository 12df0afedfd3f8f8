import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { assert, describe, it } from "@effect/vitest";
import { addDays, isOpenException, type PublishedFigures, reopened } from "@tieout/reconcile";
import { context } from "@tieout/reconcile/testing";
import { Effect } from "effect";
import fc from "fast-check";
import { Ledger } from "../../../src/ledger/Ledger.ts";
import { readOnlyLedger, sqliteLedger } from "../../../src/ledger/sqlite/open-ledger.ts";
import type { Run } from "../../../src/ledger/store/Run.ts";
import { NOT_ASKED } from "../../../src/ledger/store/RunFacts.ts";
import {
  exceptionRow,
  OUTLINE,
  settlementHeader,
  settlementObservation,
  transaction,
} from "../../records.ts";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { olderLedger } from "../older-ledger.ts";

const FIRST_DAY = "2026-11-01";
const BATCHES = ["b1", "b2", "b3"] as const;
const EXCEPTIONS = ["e1", "e2", "e3"] as const;
const STATUSES = ["open", "closed", "accepted", "held"] as const;

/** What a night saw and published. */
interface NightPlan {
  /** How many days before its own the run stands for, as `--as-of` may say. */
  readonly asOfBack: number;
  /** Whether Koard was asked; what a run that never ended was told before it was not, is stored all the same. */
  readonly asksKoard: boolean;
  /** By batch: its status and the version of its details; null where it is not listed. */
  readonly batches: ReadonlyArray<{ readonly status: string; readonly version: number } | null>;
  /** Whether the run ended and published; and the day that it published, counted back from its own. */
  readonly published: { readonly daysBack: number } | null;
  /** Which exceptions and figures the report had. */
  readonly exceptions: ReadonlyArray<string>;
  readonly figures: ReadonlyArray<{ readonly name: string; readonly amount: number | null }>;
}

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

const shown = (amount: number): PublishedFigures => ({
  source: "koard",
  entity: "batch",
  entityId: "b1",
  currency: "USD",
  businessDate: "2026-11-01",
  state: "final",
  figures: { captured_declared: { kind: "amount", text: `${amount}.00` } },
  since: {},
});

const instantOf = (day: string): string => `${day}T02:00:00.000Z`;

type Service = Ledger["Service"];

/** Rows of exceptions as a report of a day has them, which carry what the reports before it knew; gone ones are resolved. */
const traced = Effect.fnUntraced(function* (
  ledger: Service,
  { run, day }: { readonly run: Run; readonly day: string },
  ids: ReadonlyArray<string>,
) {
  const before = yield* ledger.reportBefore(run, day);
  const previous = before === undefined ? [] : yield* ledger.reportExceptions(before);
  const listed = new Map(previous.map((row) => [row.exceptionId, row]));
  const history = yield* ledger.exceptionHistory(
    run,
    day,
    ids.filter((id) => !listed.has(id)),
  );
  const found = ids.map((id) => {
    const last = listed.get(id);
    const { firstSeen, nights } = last ?? history.get(id) ?? { firstSeen: day, nights: 0 };
    const status = last !== undefined && isOpenException(last) ? ("open" as const) : ("new" as const);
    return { ...exceptionRow(id), firstSeen, nights: nights + 1, status };
  });
  const gone = previous.filter((row) => isOpenException(row) && !ids.includes(row.exceptionId));
  return [...found, ...gone.map((row) => ({ ...row, status: "resolved" as const }))];
});

/** Lives through nights on a ledger; gives the run of each report that was published. */
const live = Effect.fnUntraced(function* (ledger: Service, nights: ReadonlyArray<NightPlan>) {
  const reports: Array<{ readonly run: Run; readonly day: string; readonly revision: number }> = [];
  for (const [index, night] of nights.entries()) {
    const day = addDays(FIRST_DAY, index - night.asOfBack);
    const run = yield* ledger.beginRun({
      book: "default",
      day,
      asOf: instantOf(day),
      startedAt: instantOf(day),
    });
    const listed = BATCHES.flatMap((id, at) => {
      const batch = night.batches[at];
      return batch === null || batch === undefined ? [] : [{ id, ...batch }];
    });
    if (night.asksKoard)
      yield* ledger.store(
        run,
        "settlement",
        listed.map(({ id, status, version }) =>
          settlementObservation(settlementHeader(id, { status }), [
            transaction(`${id}-t${version}`),
            transaction("shared"),
          ]),
        ),
      );
    if (night.asksKoard) yield* ledger.markUnlisted(run, "settlement", new Set(listed.map(({ id }) => id)));
    if (night.published === null) continue;
    yield* ledger.finishRun(run, {
      finishedAt: instantOf(day),
      sources: { record: NOT_ASKED, koard: { ...NOT_ASKED, configured: true, asked: night.asksKoard } },
    });
    const reportDay = addDays(day, -night.published.daysBack);
    const revision = reports.filter((one) => one.day === reportDay).length + 1;
    yield* ledger.publish(
      run,
      {
        day: reportDay,
        revision,
        window: { from: "2026-10-01", to: addDays(reportDay, 1) },
        manifestSha256: `${reportDay}/r${revision}`,
        asOf: instantOf(day),
        rules: "rules",
        outline: OUTLINE,
        exceptions: yield* traced(ledger, { run, day: reportDay }, night.exceptions),
        figures: night.figures.map(({ name, amount }) => ({
          name,
          shown: amount === null ? null : shown(amount),
        })),
        conventions: [],
        endedDecisions: new Map(),
      },
      Effect.void,
    );
    reports.push({ run, day: reportDay, revision });
  }
  return reports;
});

const comparison = Effect.fnUntraced(function* (ledger: Service, run: Run, day: string) {
  const before = yield* ledger.reportBefore(run, day);
  if (before === undefined) return undefined;
  const exceptions = yield* ledger.reportExceptions(before);
  const listed = exceptions.map(({ exceptionId }) => exceptionId);
  return {
    before,
    exceptions,
    // It is asked about those alone that the report before does not list.
    history: yield* ledger.exceptionHistory(
      run,
      day,
      EXCEPTIONS.filter((id) => !listed.includes(id)),
    ),
    // In whatever order: those of a report are shown sorted.
    figures: Object.fromEntries(yield* ledger.figures(before)),
  };
});

/** Rows of batches as they were when they were first read as final, of those whose rows are others now. */
const closings = Effect.fnUntraced(function* (ledger: Service, run: Run) {
  const now = new Map(
    (yield* ledger.entries(run, "settlement")).map(({ header, detailsId }) => [header.id, detailsId]),
  );
  const found = [];
  for (const [id, states] of yield* ledger.changedSettlements(run)) {
    const first = states.find(({ header, detailsId }) => detailsId !== null && header.status === "accepted");
    // Of one that is gone nothing is proved.
    if (!now.has(id) || first === undefined || first.detailsId === null) continue;
    if (first.detailsId === now.get(id)) continue;
    found.push({ header: first.header, details: yield* ledger.details("settlement", first.detailsId) });
  }
  return found;
});

/** All that closing a run into the report of a day reads of a ledger: of a source that it did not ask, what the last one did. */
const view = Effect.fnUntraced(function* (ledger: Service, reported: Run, day: string) {
  const run = (yield* ledger.lastAsked(reported, "koard"))?.run ?? reported;
  const entries = yield* ledger.entries(run, "settlement");
  const details = [];
  const reopenings = [];
  for (const { header, detailsId } of entries) {
    details.push(detailsId === null ? null : yield* ledger.details("settlement", detailsId));
    const statuses = (yield* ledger.history(run, "settlement", header.id)).map(({ status }) => status);
    reopenings.push(...reopened(statuses.slice(0, -1), header, context()));
  }
  const gone = [];
  for (const { detailsId, ...entry } of yield* ledger.gone(run, "settlement"))
    gone.push({
      ...entry,
      details: detailsId === null ? null : yield* ledger.details("settlement", detailsId),
    });
  return {
    headers: entries.map(({ header }) => header),
    details,
    reopenings,
    gone,
    shared: yield* ledger.sharedTransactions(yield* ledger.entries(run, "settlement")),
    closings: yield* closings(ledger, run),
    comparison: yield* comparison(ledger, reported, day),
  };
});

/** The run that would follow, on the day after all nights. */
const following = (nights: number): Run => {
  const day = addDays(FIRST_DAY, nights);
  return { id: nights + 1, book: "default", day, asOf: instantOf(day) };
};

const inNewLedger = <A, E>(use: (ledger: Service, file: string) => Effect.Effect<A, E>) =>
  Effect.gen(function* () {
    const file = join(temporaryDirectory(), "tieout.db");
    return yield* Effect.gen(function* () {
      const ledger = yield* Ledger;
      yield* ledger.acquireLease;
      return yield* use(ledger, file);
    }).pipe(Effect.scoped, Effect.provide(sqliteLedger(file)));
  });

const count = (file: string, table: string): unknown => {
  const db = new DatabaseSync(file);
  try {
    return db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.["n"];
  } finally {
    db.close();
  }
};

const NIGHT: NightPlan = {
  asOfBack: 0,
  asksKoard: true,
  batches: [{ status: "accepted", version: 1 }, null, null],
  published: { daysBack: 1 },
  exceptions: ["e1"],
  figures: [{ name: "f1", amount: 1 }],
};

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

describe("pruning", () => {
  it.effect("changes nothing that a kept report, or the next one, is made of, whatever happened", () =>
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
                      [
                        left.observations,
                        left.details,
                        left.exceptions,
                        left.figures,
                        left.reports,
                        left.runs,
                      ],
                      [0, 0, 0, 0, 0, 0],
                    );
                    assert.strictEqual(left.reportsKept, promised.reportsKept);
                  }
                }),
              ),
            ),
        ),
        { numRuns: 25, examples: ONCE_CHANGED },
      ),
    ),
  );

  it.effect("removes what it said, and what only older reports needed", () =>
    inNewLedger((ledger, file) =>
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
            count(file, table),
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
    inNewLedger((ledger, file) =>
      Effect.gen(function* () {
        yield* live(ledger, [NIGHT, NIGHT, NIGHT]);
        const before = instantOf("2026-11-03");
        const expected = yield* ledger.prunable(before);
        const [plan, error] = yield* Effect.gen(function* () {
          const reader = yield* Ledger;
          return [yield* reader.prunable(before), yield* Effect.flip(reader.prune(before))] as const;
        }).pipe(Effect.provide(readOnlyLedger(file)));
        assert.deepStrictEqual(plan, expected);
        assert.isAbove(plan.exceptions, 0);
        assert.strictEqual(error._tag, "LedgerFailed");
        assert.deepStrictEqual(yield* ledger.prunable(before), expected);
      }),
    ),
  );

  it.effect("needs the lease", () =>
    Effect.gen(function* () {
      const ledger = yield* Ledger;
      assert.strictEqual((yield* Effect.flip(ledger.prune("2026-11-03T00:00:00.000Z")))._tag, "LeaseLost");
    }).pipe(Effect.provide(sqliteLedger(join(temporaryDirectory(), "tieout.db")))),
  );
});

describe("a ledger from before it could forget", () => {
  it.effect(
    "is brought up to date by the next run, keeps what it held, and is only looked at until then",
    () =>
      Effect.gen(function* () {
        const file = join(temporaryDirectory(), "tieout.db");
        const nights = [NIGHT, NIGHT];
        const next = following(nights.length);
        const was = yield* Effect.gen(function* () {
          const ledger = yield* Ledger;
          yield* ledger.acquireLease;
          yield* live(ledger, nights);
          return yield* view(ledger, next, next.day);
        }).pipe(Effect.scoped, Effect.provide(sqliteLedger(file)));
        olderLedger(file, 1);
        const look = Effect.gen(function* () {
          return yield* view(yield* Ledger, next, next.day);
        });
        const error = yield* Effect.flip(look.pipe(Effect.provide(readOnlyLedger(file))));
        assert.include(error.message, "has the tables of an older tieout (its version is 1, this one needs ");
        assert.deepStrictEqual(yield* look.pipe(Effect.provide(sqliteLedger(file))), was);
        assert.deepStrictEqual(yield* look.pipe(Effect.provide(readOnlyLedger(file))), was);
      }),
  );
});
