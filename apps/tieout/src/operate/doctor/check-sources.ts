import { Clock, Effect, Option } from "effect";
import { type Night, nightOf } from "../../config/Night.ts";
import { routeOf } from "../../config/proxy-route.ts";
import type { BookSettings, Settings, SourceSettings } from "../../config/Settings.ts";
import { Ledger } from "../../ledger/Ledger.ts";
import { compareClocks } from "../../pull/clocks.ts";
import { checkGlimpse } from "../../pull/listed-before.ts";
import { beforeTonight, refuseLostKeys } from "../../pull/pull-book.ts";
import { openSource } from "../../sources/registry.ts";
import { SourceFailed } from "../../sources/SourceFailed.ts";
import { openLargeBodies, type RequestRules } from "../../sources/wire/requests.ts";
import { type Check, checked, fine } from "./Check.ts";

/** One request is enough to look, and nobody should wait for long. */
const TRIED = { maxAttempts: 1, timeoutMs: 8000, tryForMs: 8000 } as const;
const LOOK_MS = 20_000;

const rules = Effect.map(
  Clock.Clock,
  (clock): RequestRules => ({
    concurrency: 1,
    ratePerSecond: null,
    ofHost: null,
    largeBodies: openLargeBodies(),
    deadline: new Date(clock.currentTimeMillisUnsafe() + LOOK_MS),
    nowMs: () => clock.currentTimeMillisUnsafe(),
    tried: TRIED,
    onWait: () => {},
    onAgain: () => {},
  }),
);

/** Does what needs the ledger, where there is one to look into. */
const ofLedger = Effect.fnUntraced(function* <E>(look: Effect.Effect<void, E, Ledger>) {
  const ledger = yield* Effect.serviceOption(Ledger);
  if (Option.isSome(ledger)) yield* Effect.provideService(look, Ledger, ledger.value);
});

/** Asks a source for the beginning of its list, and compares that and its clock with what is known. */
const askSource = Effect.fnUntraced(function* (
  night: Night,
  { about, source }: { readonly about: string; readonly source: SourceSettings },
) {
  const { settings } = night;
  const { access, title } = source;
  if (access === null) return fine(about, "is not configured, or not asked");
  const opened = yield* openSource({
    ...{ source, access, rules: yield* rules },
    // Nobody's address is among what is asked for.
    hashEmail: (email) => email,
  });
  const route = routeOf(access, settings.proxy);
  const glimpse = yield* opened.glimpse.pipe(
    // Whatever was wrong with the answer, who gave it is the first question.
    Effect.mapError((failed) => new SourceFailed({ ...failed, isUnreachable: true }).asked(route)),
  );
  const clocks = yield* compareClocks(title, opened.clockOffsetMs(), settings);
  yield* ofLedger(checkGlimpse(opened, glimpse, { run: beforeTonight(night), night }));
  return { ...fine(about, `takes the key, and answers at ${route}`), worries: clocks } satisfies Check;
});

/** Looks at the sources of a book: whether reports show one that has no key, and what each answers. */
export const checkSources = Effect.fn("checkSources")(function* (settings: Settings, book: BookSettings) {
  const night = nightOf(settings, book);
  const lost = checked(
    `book ${book.name}`,
    Effect.map(ofLedger(refuseLostKeys(night)), (): ReadonlyArray<Check> => []),
  );
  const asked = Effect.forEach(
    book.sources,
    (source) => {
      const about = `${source.title} of ${book.name}`;
      return checked(about, askSource(night, { about, source }));
    },
    { concurrency: "unbounded" },
  );
  return [...(yield* lost), ...(yield* asked).flat()];
});
