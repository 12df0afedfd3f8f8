import { assert, it } from "@effect/vitest";
import type { ExceptionRow } from "@tieout/reconcile";
import { addDays } from "@tieout/reconcile";
import { exceptionRow } from "@tieout/reconcile/testing";
import { Effect } from "effect";
import type { MessageSettings } from "../../../src/config/message-settings.ts";
import { Ledger } from "../../../src/ledger/Ledger.ts";
import type { Summary } from "../../../src/operate/night/summarise.ts";
import { subjectOf } from "../../../src/operate/tell/Message.ts";
import { messageOf } from "../../../src/operate/tell/message-of.ts";
import { newFile, using } from "../../ledger/opened-ledger.ts";
import { OUTLINE } from "../../records.ts";

const SETTINGS: MessageSettings = {
  ...{ notify: "high", publicUrl: "https://reports.test/out/", ping: null },
  ...{ webhook: null, slack: null, teams: null, mail: null, metricsFile: null },
};

const QUIET: Summary = {
  ...{ book: "default", series: "nightly", day: "", revision: 1, published: true, verdict: "final" },
  window: { from: "2026-10-01", to: "2026-11-01", timezone: "UTC", cutoff: "00:00" },
  ...{ credentials: null, settlements: null, restatements: 0, warnings: [], directory: "" },
  exceptions: {
    ...{ open: 0, decided: 0, new: 0, resolved: 0, expired: 0, worst: [], known: [] },
    by_severity: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
  },
};

/** Nights of one book, each published and told of as a run does it; gives the subject of what is said, or nothing. */
const book = (ledger: Ledger["Service"]) => {
  const ended = Effect.fnUntraced(function* (
    end: { exit: number; summary: Summary | undefined },
    asOf: string,
  ) {
    const problem = end.exit === 0 ? null : "no";
    const told = yield* messageOf({ book: "default", problem, ...end }, SETTINGS, asOf);
    const outcome = { startedAt: asOf, endedAt: asOf, exit: end.exit, problem, undelivered: null };
    yield* ledger.recordOutcome("default", outcome, told.report);
    return told.message === undefined ? undefined : subjectOf(told.message);
  });
  const night = Effect.fnUntraced(function* (
    day: string,
    rows: ReadonlyArray<ExceptionRow>,
    { revision = 1, restatements = 0 }: { readonly revision?: number; readonly restatements?: number } = {},
  ) {
    const asOf = `${addDays(day, 1)}T02:00:00.000Z`;
    const run = yield* ledger.beginRun({ book: "default", day, asOf, startedAt: asOf });
    yield* ledger.finishRun(run, { finishedAt: asOf, sources: {} });
    const record = {
      ...{
        day,
        revision,
        asOf,
        manifestSha256: day,
        rules: "rules",
        window: { from: "2026-10-01", to: day },
      },
      ...{ exceptions: rows, figures: [], conventions: [], outline: OUTLINE, endedDecisions: new Map() },
    };
    yield* ledger.publish(run, record, Effect.void);
    return yield* ended({ exit: 0, summary: { ...QUIET, day, revision, restatements } }, asOf);
  });
  return {
    night,
    again: (day: string) =>
      ended(
        { exit: 0, summary: { ...QUIET, day, published: false, restatements: 3 } },
        `${day}T09:00:00.000Z`,
      ),
    failed: (exit: number, day: string) => ended({ exit, summary: undefined }, `${day}T02:00:00.000Z`),
  };
};

it.effect("a month of quiet nights says nothing, and one change in it is said once", () =>
  using(newFile(), (ledger) =>
    Effect.gen(function* () {
      const { night, again } = book(ledger);
      const known = exceptionRow("x_1", { status: "open" });
      assert.strictEqual(
        yield* night("2026-10-31", [{ ...known, status: "new" }]),
        "default 2026-10-31: 1 new",
      );
      const said: Array<string | undefined> = [];
      for (let at = 0; at < 30; at += 1) said.push(yield* night(addDays("2026-11-01", at), [known]));
      assert.deepStrictEqual(said, Array(30).fill(undefined));
      const change = exceptionRow("x_2");
      assert.strictEqual(yield* night("2026-12-01", [known, change]), "default 2026-12-01: 1 new");
      assert.strictEqual(yield* again("2026-12-01"), undefined);
      assert.strictEqual(yield* night("2026-12-02", [known, { ...change, status: "open" }]), undefined);
    }).pipe(Effect.provideService(Ledger, ledger)),
  ),
);

it.effect(
  "a failure is said once, and that runs succeed again; a restatement and another revision are said",
  () =>
    using(newFile(), (ledger) =>
      Effect.gen(function* () {
        const { night, failed } = book(ledger);
        assert.strictEqual(yield* night("2026-11-01", []), undefined);
        assert.strictEqual(yield* failed(77, "2026-11-02"), "default: the run failed with exit 77");
        assert.strictEqual(yield* failed(77, "2026-11-03"), undefined);
        assert.strictEqual(yield* failed(69, "2026-11-04"), "default: the run failed with exit 69");
        assert.strictEqual(yield* night("2026-11-05", []), "default 2026-11-05: runs succeed again");
        assert.strictEqual(
          yield* night("2026-11-06", [], { restatements: 3 }),
          "default 2026-11-06: 3 figures restated",
        );
        assert.strictEqual(
          yield* night("2026-11-06", [], { revision: 2 }),
          "default 2026-11-06: published again with other figures",
        );
        // A report of an earlier day is made again, which nobody has to know at night.
        assert.strictEqual(yield* night("2026-11-02", [exceptionRow("x_9")], { revision: 3 }), undefined);
      }).pipe(Effect.provideService(Ledger, ledger)),
    ),
);
