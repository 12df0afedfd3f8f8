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
