import { printInstant } from "@tieout/reconcile";
import { Clock, Effect } from "effect";
import { ConfigurationWrong, type Fault } from "../config/faults.ts";
import type { Night } from "../config/Night.ts";
import { routeOf } from "../config/proxy-route.ts";
import type { SourceAccess, SourceSettings } from "../config/Settings.ts";
import type { SourceIdentity } from "../config/sources.ts";
import { Ledger } from "../ledger/Ledger.ts";
import { emailKey, type HashEmail } from "../ledger/store/email-key.ts";
import type { Run } from "../ledger/store/Run.ts";
import { NOT_ASKED, type RunFacts, type SourceFacts } from "../ledger/store/RunFacts.ts";
import { EventLog } from "../sources/EventLog.ts";
import { openSource } from "../sources/registry.ts";
import { SourceFailed } from "../sources/SourceFailed.ts";
import { openLargeBodies, type RequestCounts, type RequestRules } from "../sources/wire/requests.ts";
import { SharedRequests } from "../sources/wire/shared-requests.ts";
import { AdmissionQueue } from "./AdmissionQueue.ts";
import { Deadline } from "./Deadline.ts";
import { Progress } from "./Progress.ts";
import type { PullObserver } from "./PullObserver.ts";
import { type Pulling, pullSource } from "./pull-source.ts";
import type { DetailCounts } from "./read-details.ts";

/** What pulling one source gave; `requests` is null when nothing was asked of the source. */
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
 * unless something was left unread, or a source is down.
 */
export interface Pulled {
  readonly run: Run;
  readonly facts: RunFacts;
  /** Every source of the registry, in its order. */
  readonly sources: ReadonlyArray<PulledSource>;
  /** Why a source could not be asked, where one is down; another answered. */
  readonly down: SourceFailed | undefined;
}

const NOTHING = { requests: null, details: {}, unread: new Map<string, string>() };

/** How a source is asked, and the queue in which its calls wait for that. */
const asking = Effect.fnUntraced(function* (
  { name, title, access }: SourceIdentity & { readonly access: SourceAccess },
  { settings: { concurrency, ratePerSecond }, book }: Night,
  largeBodies: RequestRules["largeBodies"],
) {
  const progress = yield* Progress;
  const clock = yield* Clock.Clock;
  const log = yield* EventLog;
  const queue = new AdmissionQueue(concurrency);
  const rules: RequestRules = {
    concurrency,
    ratePerSecond,
    ofHost: (yield* SharedRequests)?.limiterOf(access.baseUrl, { concurrency, ratePerSecond }) ?? null,
    largeBodies,
    deadline: (yield* Deadline).at,
    nowMs: () => clock.currentTimeMillisUnsafe(),
    onWait: (waitMs, reason) => {
      progress.waiting(title, waitMs, reason);
      queue.stepAside();
    },
    onAgain: () => queue.stepBack(),
    onEvent: (event) => log({ ...event, book: book.name, source: name }),
  };
  return { rules, admission: { concurrency, queue } };
});

/** How many entities a pull left unread. */
export const unreadOf = (sources: Pulled["sources"]): number =>
  sources.reduce((sum, { unread }) => sum + unread.size, 0);

const isDown = (failed: unknown): failed is SourceFailed =>
  failed instanceof SourceFailed && failed.kind === "down";

/** What came of one source: what it gave, or that it is down. */
interface Tried {
  readonly pulled: PulledSource;
  readonly down: SourceFailed | undefined;
}

/** Pulls one source of a book, where it is configured and is to be asked tonight. */
const tryToPull = Effect.fnUntraced(function* (
  source: SourceSettings,
  {
    run,
    night,
    observer,
    largeBodies,
    hashEmail,
  }: Omit<Pulling, "admission"> & {
    readonly largeBodies: RequestRules["largeBodies"];
    readonly hashEmail: HashEmail;
  },
) {
  const { name, title, role, access, isConfigured } = source;
  const { only } = night.settings;
  const identity = { name, title, role };
  const notAsked = { ...NOT_ASKED, configured: isConfigured };
  const untouched: PulledSource = { ...identity, facts: notAsked, ...NOTHING };
  if (access === null || (only !== null && only !== name))
    return { pulled: untouched, down: undefined } satisfies Tried;
  const { rules, admission } = yield* asking({ ...identity, access }, night, largeBodies);
  const opened = yield* openSource({ source, access, rules, hashEmail });
  const route = routeOf(access, night.settings.proxy);
  return yield* pullSource(opened, { run, night, admission, observer }).pipe(
    Effect.mapError((failed) => (failed instanceof SourceFailed ? failed.asked(route) : failed)),
    Effect.map((found): Tried => ({ pulled: { ...identity, ...found }, down: undefined })),
    // The other sources go on: what they answer is kept, and shown.
    Effect.catchIf(isDown, (down) => Effect.succeed<Tried>({ pulled: untouched, down })),
  );
});

/** A run that has not begun yet: everything in the ledger came before it. */
const NOT_BEGUN = Number.MAX_SAFE_INTEGER;

/** What is to begin tonight, for what has come before it. */
export const beforeTonight = ({ settings, book, asOfDay }: Night): Run => ({
  id: NOT_BEGUN,
  book: book.name,
  asOf: settings.asOf,
  day: asOfDay,
});

/** Fails for sources that reports of the book show and that have no key tonight: a lost key must not look like an empty night. */
export const refuseLostKeys = Effect.fnUntraced(function* (night: Night) {
  const { settings, book } = night;
  if (settings.only !== null) return;
  const ledger = yield* Ledger;
  const tonight = beforeTonight(night);
  const others = book.sources.flatMap(({ name, access }) => (access === null ? [] : [name]));
  const faults: Array<Fault> = [];
  for (const { name, title, access } of book.sources) {
    const last = access === null ? yield* ledger.lastAsked(tonight, name) : undefined;
    if (last?.isShown)
      faults.push({
        where: title,
        problem: `is not configured for the book ${book.name}, whose reports show it (last asked on ${last.run.day}): give its key, or run with --only ${others.join(" or ")} where that is meant`,
      });
  }
  if (faults.length > 0) return yield* new ConfigurationWrong({ faults });
});

/**
 * Reads the sources of a book, side by side, into the ledger, and closes the run unless something was
 * left unread or a source is down: the next run then resumes this one. `observer` is told what is read.
 *
 * A source that is down keeps nobody from reading the others. Any other failure stops them all, and the run stays open:
 * what was stored is kept for the next run, and nothing is ever published of an open one.
 */
export const pullBook = Effect.fn("pullBook")(function* (night: Night, observer: PullObserver) {
  const { settings, book, asOfDay } = night;
  const ledger = yield* Ledger;
  yield* refuseLostKeys(night);
  const hashEmail = yield* emailKey(settings.ledger);
  const run = yield* ledger.beginRun({
    book: book.name,
    asOf: settings.asOf,
    day: asOfDay,
    startedAt: printInstant(yield* Clock.currentTimeMillis),
  });
  // One for all sources: what they answer has to fit into memory together.
  const pulling = {
    run,
    night,
    observer,
    hashEmail,
    largeBodies: (yield* SharedRequests)?.largeBodies ?? openLargeBodies(),
  };
  const tried = yield* Effect.forEach(book.sources, (source) => tryToPull(source, pulling), {
    concurrency: "unbounded",
  });
  const [down] = tried.flatMap((one) => one.down ?? []);
  const sources = tried.map(({ pulled }) => pulled);
  // Where nobody answered there is nothing to show.
  if (down !== undefined && !sources.some(({ facts }) => facts.asked)) return yield* down;
  const earlier = yield* ledger.notedFacts(run);
  const facts: RunFacts = Object.fromEntries(
    sources.map(({ name, facts: found }) => {
      const noted = earlier[name];
      return [name, !found.asked && noted?.asked ? noted : found];
    }),
  );
  // What was left unread of a source is asked for again, and only then was the source asked.
  const whole = sources.flatMap(({ name, unread }) => (unread.size === 0 ? [[name, facts[name]]] : []));
  yield* ledger.noteFacts(run, Object.fromEntries(whole));
  if (unreadOf(sources) === 0 && down === undefined)
    yield* ledger.finishRun(run, {
      finishedAt: printInstant(yield* Clock.currentTimeMillis),
      sources: facts,
    });
  return { run, facts, sources, down } satisfies Pulled;
});
