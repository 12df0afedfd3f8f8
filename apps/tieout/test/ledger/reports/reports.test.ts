import { assert, it } from "@effect/vitest";
import { type ExceptionRow, isOpenException, type PublishedFigures } from "@tieout/reconcile";
import { Effect } from "effect";
import fc from "fast-check";
import { exceptionRow, OUTLINE } from "../../records.ts";
import { newLedger, query, tries, using } from "../opened-ledger.ts";

/** More than two statements hold, and no whole number of them. */
const MANY = 250;

const ids = Array.from({ length: MANY }, (_, nth) => `b${String(nth).padStart(3, "0")}`);

const shown = (entityId: string): PublishedFigures => ({
  source: "koard",
  entity: "batch",
  entityId,
  currency: "USD",
  businessDate: "2026-11-01",
  state: "final",
  figures: { captured_declared: { kind: "amount", text: "1.00" } },
  since: {},
});

/** A report without its place and its exceptions. */
const RECORD = {
  manifestSha256: "",
  asOf: "2026-11-18T02:00:00.000Z",
  rules: "rules",
  outline: OUTLINE,
  figures: [],
  conventions: [],
  endedDecisions: new Map(),
};

it.effect("a report of many exceptions and figures is recorded whole", () =>
  using(newLedger(), (ledger) =>
    Effect.gen(function* () {
      const at = "2026-11-18T02:00:00.000Z";
      const run = yield* ledger.beginRun({ book: "default", day: "2026-11-18", asOf: at, startedAt: at });
      const day = "2026-11-17";
      const exceptions = ids.map((id) => exceptionRow(id));
      const figures = ids.map((name) => ({ name, shown: shown(name) }));
      const record = { ...RECORD, day, revision: 1, window: { from: day, to: "2026-11-18" } };
      yield* ledger.publish(run, { ...record, exceptions, figures }, Effect.void);

      const report = yield* ledger.reportAt("default", day, 1);
      if (report === undefined) return assert.fail("the report is not there");
      assert.deepStrictEqual(yield* ledger.reportExceptions(report), exceptions);
      const recorded = [...(yield* ledger.figures(report, () => true))];
      assert.deepStrictEqual(
        recorded.map(([name, { entityId }]) => [name, entityId]),
        ids.map((id) => [id, id]),
      );
    }),
  ),
);

it.effect("a report that was made long after its run is not known before", () =>
  using(newLedger(), (ledger) =>
    Effect.gen(function* () {
      const at = "2026-11-18T02:00:00.000Z";
      const run = yield* ledger.beginRun({ book: "default", day: "2026-11-18", asOf: at, startedAt: at });
      const record = (day: string, asOf: string) => ({
        ...{ day, asOf, revision: 1, manifestSha256: day, rules: "rules", outline: OUTLINE },
        window: { from: "2026-10-14", to: day },
        ...{ exceptions: [], figures: [{ name: "b1", shown: shown("b1") }], conventions: [] },
        endedDecisions: new Map(),
      });
      const later = "2026-11-21T02:00:00.000Z";
      yield* ledger.publish(run, record("2026-11-17", at), Effect.void);
      yield* ledger.publish(run, record("2026-11-20", later), Effect.void);
      const last = "2026-11-23T02:00:00.000Z";
      yield* ledger.publish(run, record("2026-11-22", last), Effect.void);
      const known = Effect.fnUntraced(function* (asOf: string) {
        const { report } = yield* ledger.overview("default", { runs: 1, asOf });
        const found = yield* ledger.reportAsOf("default", asOf);
        const reports = (yield* ledger.recordedOf("default", asOf, "b1")).map((one) => one.report);
        return [report?.asOf, found?.asOf, reports];
      });
      assert.deepStrictEqual(yield* known("2026-11-21T01:59:59.999Z"), [at, at, ["2026-11-17/r1"]]);
      assert.deepStrictEqual(yield* known(later), [later, later, ["2026-11-17/r1", "2026-11-20/r1"]]);
      // Kept by its own instant, with the run that it is made of.
      assert.strictEqual((yield* ledger.prunable("2026-11-20T00:00:00.000Z")).reportsKept, 2);
    }),
  ),
);

/** What happens on a ledger: a report of a day, again or anew, or one that a run left behind. */
interface Publishing {
  readonly day: number;
  readonly isAgain: boolean;
  readonly isLost: boolean;
  readonly ids: ReadonlyArray<string>;
  /** Which of them have other figures than the night before. */
  readonly changed: ReadonlyArray<string>;
}

const IDS = ["x1", "x2", "x3"];

const publishing: fc.Arbitrary<Publishing> = fc.record({
  day: fc.integer({ min: 1, max: 6 }),
  isAgain: fc.boolean(),
  isLost: fc.constantFrom(false, false, false, true),
  ids: fc.subarray(IDS),
  changed: fc.subarray(IDS),
});

const dayOf = (day: number): string => `2026-11-1${day}`;

/** The rows that a report lists: as the one before had them and a night older, new, with other figures, or resolved. */
const tracedRows = (
  { ids, changed, day }: Publishing,
  previous: ReadonlyArray<ExceptionRow>,
): ReadonlyArray<ExceptionRow> => {
  const open = new Map(previous.filter(isOpenException).map((row) => [row.exceptionId, row]));
  const found = ids.map((id): ExceptionRow => {
    const last = open.get(id);
    const row: ExceptionRow =
      last === undefined
        ? { ...exceptionRow(id), status: "new", nights: 1 }
        : { ...last, status: "open", nights: last.nights + 1 };
    return changed.includes(id) ? { ...row, likelyCause: `row:${day}` } : row;
  });
  const gone = [...open.values()].filter(({ exceptionId }) => !ids.includes(exceptionId));
  return [...found, ...gone.map((row): ExceptionRow => ({ ...row, status: "resolved" }))];
};

const byId = (rows: ReadonlyArray<ExceptionRow>) =>
  rows.toSorted((left, right) => (left.exceptionId < right.exceptionId ? -1 : 1));

it.effect(
  "exceptions of every report are read back as they were recorded, whatever was published since",
  () =>
    Effect.promise(() =>
      fc.assert(
        fc.asyncProperty(fc.array(publishing, { minLength: 1, maxLength: 10 }), (all) =>
          Effect.runPromise(
            using(newLedger(), (ledger) =>
              Effect.gen(function* () {
                const at = "2026-11-28T02:00:00.000Z";
                const run = yield* ledger.beginRun({
                  book: "default",
                  day: "2026-11-28",
                  asOf: at,
                  startedAt: at,
                });
                const told = new Map<string, ReadonlyArray<ExceptionRow>>();
                for (const one of all) {
                  const day = dayOf(one.day);
                  const last = [...told.keys()].filter((place) => place.startsWith(day)).length;
                  const revision = one.isAgain && last > 0 ? last : last + 1;
                  const before = yield* ledger.reportBefore(run, day);
                  const previous = before === undefined ? [] : yield* ledger.reportExceptions(before);
                  const exceptions = byId(tracedRows(one, previous));
                  const record = { ...RECORD, day, revision, window: { from: day, to: day }, exceptions };
                  const moved = one.isLost ? Effect.fail("lost") : Effect.void;
                  yield* Effect.ignore(ledger.publish(run, record, moved));
                  for (const report of yield* ledger.unconfirmed("default"))
                    yield* ledger.confirm(report, false);
                  const place = `${day}/${revision}`;
                  if (one.isLost) told.delete(place);
                  else told.set(place, exceptions);
                  for (const [known, rows] of told) {
                    const [knownDay = "", knownRevision] = known.split("/");
                    const report = yield* ledger.reportAt("default", knownDay, Number(knownRevision));
                    if (report === undefined) return assert.fail(`${known} is not there`);
                    assert.deepStrictEqual(yield* ledger.reportExceptions(report), rows, known);
                  }
                }
              }),
            ),
          ),
        ),
        { numRuns: tries(20) },
      ),
    ),
);

it.effect("a night on which nothing changed records nothing of its exceptions, and counts on", () => {
  const file = newLedger();
  return using(file, (ledger) =>
    Effect.gen(function* () {
      const at = "2026-11-28T02:00:00.000Z";
      const run = yield* ledger.beginRun({ book: "default", day: "2026-11-28", asOf: at, startedAt: at });
      let previous: ReadonlyArray<ExceptionRow> = [];
      for (const day of [1, 2, 3, 4, 5]) {
        const ids = day < 5 ? ["x1", "x2"] : ["x2"];
        previous = tracedRows({ day, ids, changed: [], isAgain: false, isLost: false }, previous);
        const record = { ...RECORD, day: dayOf(day), revision: 1, exceptions: previous };
        yield* ledger.publish(run, { ...record, window: { from: dayOf(day), to: dayOf(day) } }, Effect.void);
      }
      const rows = query(
        file,
        "SELECT report, exception_id FROM report_exception ORDER BY report, exception_id",
      );
      // The last one: what was resolved on it.
      assert.deepStrictEqual(
        rows.map((row) => [row["report"], row["exception_id"]]),
        [
          [1, "x1"],
          [1, "x2"],
          [5, "x1"],
        ],
      );
      assert.deepStrictEqual(
        (yield* ledger.nights("x2")).map(({ day, row }) => [day, row.status, row.nights]),
        [1, 2, 3, 4, 5].map((day) => [dayOf(day), day === 1 ? "new" : "open", day]),
      );
      assert.deepStrictEqual(
        (yield* ledger.nights("x1")).map(({ row }) => `${row.status} ${row.nights}`),
        ["new 1", "open 2", "open 3", "open 4", "resolved 4"],
      );
      const history = yield* ledger.exceptionHistory(run, "2026-11-27", ["x1"]);
      assert.deepInclude(history.get("x1"), { nights: 4, status: "resolved" });
      // Nothing was recorded of the nights in which it only went on.
      const between = yield* ledger.exceptionHistory(run, dayOf(4), ["x2"]);
      assert.deepInclude(between.get("x2"), { nights: 3, status: "open" });
    }),
  );
});
