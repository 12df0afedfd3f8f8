import { addDays, isOpenException, type PublishedFigures, reopened } from "@tieout/reconcile";
import { context } from "@tieout/reconcile/testing";
import { Effect } from "effect";
import type { LedgerPlace } from "../../../src/config/ledger-place.ts";
import { Ledger } from "../../../src/ledger/Ledger.ts";
import { openLedger } from "../../../src/ledger/open-ledger.ts";
import type { Run } from "../../../src/ledger/store/Run.ts";
import { NOT_ASKED } from "../../../src/ledger/store/RunFacts.ts";
import {
  exceptionRow,
  OUTLINE,
  settlementHeader,
  settlementObservation,
  transaction,
} from "../../records.ts";
import { newLedger } from "../opened-ledger.ts";

export const FIRST_DAY = "2026-11-01";
export const BATCHES = ["b1", "b2", "b3"] as const;
export const EXCEPTIONS = ["e1", "e2", "e3"] as const;
export const STATUSES = ["open", "closed", "accepted", "held"] as const;

/** What a night saw and published. */
export interface NightPlan {
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

export const instantOf = (day: string): string => `${day}T02:00:00.000Z`;

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
export const live = Effect.fnUntraced(function* (ledger: Service, nights: ReadonlyArray<NightPlan>) {
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
    figures: Object.fromEntries(yield* ledger.figures(before, () => true)),
  };
});

/** Rows of batches as they were when they were first read as final, of those whose rows are others now. */
export const closings = Effect.fnUntraced(function* (ledger: Service, run: Run) {
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
export const view = Effect.fnUntraced(function* (ledger: Service, reported: Run, day: string) {
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
    shared: yield* ledger.sharedTransactions(run),
    closings: yield* closings(ledger, run),
    comparison: yield* comparison(ledger, reported, day),
  };
});

/** The run that would follow, on the day after all nights. */
export const following = (nights: number): Run => {
  const day = addDays(FIRST_DAY, nights);
  return { id: nights + 1, book: "default", day, asOf: instantOf(day) };
};

export const inNewLedger = <A, E>(use: (ledger: Service, place: LedgerPlace) => Effect.Effect<A, E>) =>
  Effect.gen(function* () {
    const place = newLedger();
    return yield* Effect.gen(function* () {
      const ledger = yield* Ledger;
      yield* ledger.acquireLease;
      return yield* use(ledger, place);
    }).pipe(Effect.scoped, Effect.provide(openLedger(place)));
  });

export const NIGHT: NightPlan = {
  asOfBack: 0,
  asksKoard: true,
  batches: [{ status: "accepted", version: 1 }, null, null],
  published: { daysBack: 1 },
  exceptions: ["e1"],
  figures: [{ name: "f1", amount: 1 }],
};
