import { assert, it } from "@effect/vitest";
import type { PublishedFigures } from "@tieout/reconcile";
import { Effect } from "effect";
import { exceptionRow, OUTLINE } from "../../records.ts";
import { newFile, using } from "../opened-ledger.ts";

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

it.effect("a report of many exceptions and figures is recorded whole", () =>
  using(newFile(), (ledger) =>
    Effect.gen(function* () {
      const at = "2026-11-18T02:00:00.000Z";
      const run = yield* ledger.beginRun({ book: "default", day: "2026-11-18", asOf: at, startedAt: at });
      const day = "2026-11-17";
      const exceptions = ids.map((id) => exceptionRow(id));
      const figures = ids.map((name) => ({ name, shown: shown(name) }));
      const record = {
        day,
        revision: 1,
        manifestSha256: "",
        asOf: at,
        rules: "rules",
        outline: OUTLINE,
        window: { from: day, to: "2026-11-18" },
      };
      yield* ledger.publish(
        run,
        { ...record, exceptions, figures, conventions: [], endedDecisions: new Map() },
        Effect.void,
      );

      const report = yield* ledger.reportAt("default", day, 1);
      if (report === undefined) return assert.fail("the report is not there");
      assert.deepStrictEqual(yield* ledger.reportExceptions(report), exceptions);
      const recorded = [...(yield* ledger.figures(report))];
      assert.deepStrictEqual(
        recorded.map(([name, { text }]) => [name, JSON.parse(text).entityId]),
        ids.map((id) => [id, id]),
      );
    }),
  ),
);

it.effect("a report that was made long after its run is not known before", () =>
  using(newFile(), (ledger) =>
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
