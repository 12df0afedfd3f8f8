import { printInstant } from "@tieout/reconcile";
import { Clock, Effect } from "effect";
import type { Night } from "../config/Night.ts";
import type { Settings, SourceSettings } from "../config/Settings.ts";
import type { SourceIdentity } from "../config/sources.ts";
import { Ledger } from "../ledger/Ledger.ts";
import { emailKey } from "../ledger/store/email-key.ts";
import type { Run } from "../ledger/store/Run.ts";
import { notConfigured, type RunFacts, type SourceFacts } from "../ledger/store/RunFacts.ts";
import { openSource } from "../sources/registry.ts";
import type { RequestCounts, RequestRules } from "../sources/wire/requests.ts";
import { AdmissionQueue } from "./AdmissionQueue.ts";
import { Deadline } from "./Deadline.ts";
import { Progress } from "./Progress.ts";
import type { PullObserver } from "./PullObserver.ts";
import { pullSource } from "./pull-source.ts";
import type { DetailCounts } from "./read-details.ts";

/** What pulling one source gave; `requests` is null when the source is not configured. */
export interface PulledSource extends SourceIdentity {
  readonly facts: SourceFacts;
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
  /** Every source of the registry, in its order. */
  readonly sources: ReadonlyArray<PulledSource>;
}

const NOT_PULLED = { facts: notConfigured, requests: null, details: {}, unread: new Map<string, string>() };

/** How a source is asked, and the queue in which its calls wait for that. */
const asking = Effect.fnUntraced(function* (title: string, { concurrency, ratePerSecond }: Settings) {
  const progress = yield* Progress;
  const queue = new AdmissionQueue(concurrency);
  const rules: RequestRules = {
    concurrency,
    ratePerSecond,
    deadline: (yield* Deadline).at,
    onWait: (waitMs, reason) => {
      progress.waiting(title, waitMs, reason);
      queue.stepAside();
    },
    onAgain: () => queue.stepBack(),
  };
  return { rules, admission: { concurrency, queue } };
});

/** How many entities a pull left unread. */
export const unreadOf = (sources: Pulled["sources"]): number =>
  sources.reduce((sum, { unread }) => sum + unread.size, 0);

/**
 * Reads the sources of a book, side by side, into the ledger, and closes the run unless something was
 * left unread: the next run then resumes this one. `observer` is told what is read.
 *
 * When one fails the others are stopped and the run stays open: what was stored is kept for the next run,
 * and nothing is ever reported on an open one.
 */
export const pullBook = Effect.fn("pullBook")(function* (night: Night, observer: PullObserver) {
  const { settings, book, asOfDay } = night;
  const ledger = yield* Ledger;
  const run = yield* ledger.beginRun({
    book: book.name,
    asOf: settings.asOf,
    day: asOfDay,
    startedAt: printInstant(yield* Clock.currentTimeMillis),
  });
  const pulled = Effect.fnUntraced(function* (source: SourceSettings) {
    const { name, title, role, access } = source;
    if (access === null) return { name, title, role, ...NOT_PULLED } satisfies PulledSource;
    const { rules, admission } = yield* asking(title, settings);
    const opened = yield* openSource({ source, access, rules, hashEmail: emailKey(settings.ledgerFile) });
    const found = yield* pullSource(opened, { run, night, admission, observer });
    return { name, title, role, ...found } satisfies PulledSource;
  });
  const sources = yield* Effect.forEach(book.sources, pulled, { concurrency: "unbounded" });
  const facts: RunFacts = Object.fromEntries(sources.map((source) => [source.name, source.facts]));
  if (unreadOf(sources) === 0)
    yield* ledger.finishRun(run, {
      finishedAt: printInstant(yield* Clock.currentTimeMillis),
      sources: facts,
    });
  return { run, facts, sources } satisfies Pulled;
});
