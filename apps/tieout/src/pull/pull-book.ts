import { printInstant } from "@tieout/reconcile";
import { Clock, Effect } from "effect";
import type { Night } from "../config/Night.ts";
import type { BookSettings, Settings } from "../config/Settings.ts";
import type { SourceName } from "../config/sources.ts";
import { Ledger } from "../ledger/Ledger.ts";
import { emailKey } from "../ledger/store/email-key.ts";
import type { Run } from "../ledger/store/Run.ts";
import { notConfigured, type RunFacts, type SourceFacts } from "../ledger/store/RunFacts.ts";
import { koardLayer } from "../sources/koard/koard-layer.ts";
import { recordLayer } from "../sources/record/record-layer.ts";
import type { RequestCounts, RequestRules } from "../sources/wire/requests.ts";
import { Deadline } from "./Deadline.ts";
import { Line } from "./Line.ts";
import { Progress } from "./Progress.ts";
import { pullKoard } from "./pull-koard.ts";
import { pullRecord } from "./pull-record.ts";
import type { DetailCounts } from "./pull-source.ts";

/** What pulling one source gave; `requests` is null when the source is not configured. */
export interface PulledSource {
  readonly read: SourceFacts;
  readonly requests: RequestCounts | null;
  /** How many details were read, and how many not, by reason. */
  readonly details: DetailCounts["details"];
  /** What could not be read and may be next time, by entity id: why. */
  readonly unread: DetailCounts["unread"];
}

/**
 * A pull: the run in the ledger, what it learned of its sources, and what that took. The run is finished
 * unless something was left unread.
 */
export interface Pulled {
  readonly run: Run;
  readonly facts: RunFacts;
  readonly sources: { readonly record: PulledSource; readonly koard: PulledSource };
}

const NOT_PULLED: PulledSource = { read: notConfigured, requests: null, details: {}, unread: new Map() };

/** How a source is asked, and the line in which its calls wait for that. */
const asking = Effect.fnUntraced(function* (source: string, { concurrency, ratePerSecond }: Settings) {
  const progress = yield* Progress;
  const line = new Line(concurrency);
  const rules: RequestRules = {
    concurrency,
    ratePerSecond,
    deadline: (yield* Deadline).at,
    onWait: (waitMs, reason) => {
      progress.waiting(source, waitMs, reason);
      line.stepAside();
    },
    onAgain: () => line.stepBack(),
  };
  return { rules, line };
});

const accessOf = ({ sources }: BookSettings, source: SourceName) =>
  sources.find(({ name }) => name === source)?.access ?? null;

const koard = Effect.fnUntraced(function* (run: Run, night: Night) {
  const { settings, book } = night;
  const access = accessOf(book, "koard");
  if (access === null) return NOT_PULLED;
  const { rules, line } = yield* asking("Koard", settings);
  return yield* pullKoard(run, night, line).pipe(Effect.provide(koardLayer(access, rules)));
});

const record = Effect.fnUntraced(function* (run: Run, night: Night) {
  const { settings, book } = night;
  const access = accessOf(book, "record");
  if (access === null) return NOT_PULLED;
  const hashEmail = yield* emailKey(settings.ledgerFile);
  const { rules, line } = yield* asking("Record", settings);
  return yield* pullRecord(run, night, line).pipe(Effect.provide(recordLayer(access, hashEmail, rules)));
});

/** How many entities a pull left unread. */
export const unreadOf = ({ record: one, koard: other }: Pulled["sources"]): number =>
  one.unread.size + other.unread.size;

/**
 * Reads both sources of a book, side by side, into the ledger, and closes the run unless something was
 * left unread: the next run then goes on with this one.
 *
 * When one fails the other is stopped and the run stays open: what was stored is kept for the next run,
 * and nothing is ever reported on an open one.
 */
export const pullBook = Effect.fn("pullBook")(function* (night: Night) {
  const ledger = yield* Ledger;
  const run = yield* ledger.beginRun({
    book: night.book.name,
    asOf: night.settings.asOf,
    day: night.asOfDay,
    startedAt: printInstant(yield* Clock.currentTimeMillis),
  });
  const sources = yield* Effect.all(
    { record: record(run, night), koard: koard(run, night) },
    { concurrency: 2 },
  );
  const facts: RunFacts = { record: sources.record.read, koard: sources.koard.read };
  if (unreadOf(sources) === 0)
    yield* ledger.finishRun(run, {
      finishedAt: printInstant(yield* Clock.currentTimeMillis),
      sources: facts,
    });
  return { run, facts, sources } satisfies Pulled;
});
