import { Clock, Effect } from "effect";
import { countAhead } from "../../close/cache/count-ahead.ts";
import { proveAhead } from "../../close/cache/proofs.ts";
import type { BookSettings, Settings } from "../../config/Settings.ts";
import { DrawnAhead } from "../../pull/DrawnAhead.ts";
import { Progress } from "../../pull/Progress.ts";
import { pullBook, unreadOf } from "../../pull/pull-book.ts";
import { closeAndPublish, prepareBook } from "./report-book.ts";

/** One night of one book: pull, close, publish. */
export const runBook = Effect.fn("runBook")(function* (settings: Settings, book: BookSettings) {
  const startedMs = yield* Clock.currentTimeMillis;
  const rosters = yield* prepareBook(settings, book);
  const { run, facts, sources } = yield* pullBook(settings, book).pipe(
    Effect.ensuring((yield* Progress).done),
    Effect.provideServiceEffect(
      DrawnAhead,
      Effect.all({ proofs: proveAhead(settings, book), cohorts: countAhead(settings, book, rosters) }),
    ),
  );
  const unread = unreadOf(sources);
  return yield* closeAndPublish(settings, book, { run, facts, rosters, startedMs, pulling: sources, unread });
});
