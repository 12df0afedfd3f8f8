import { Clock, Effect } from "effect";
import { countAhead } from "../../close/cache/count-ahead.ts";
import { proveAhead } from "../../close/cache/proofs.ts";
import type { Night } from "../../config/Night.ts";
import { DrawnAhead } from "../../pull/DrawnAhead.ts";
import { Progress } from "../../pull/Progress.ts";
import { pullBook, unreadOf } from "../../pull/pull-book.ts";
import { closeAndPublish, prepareBook } from "./report-book.ts";

/** One night of one book: pull, close, publish. */
export const runBook = Effect.fn("runBook")(function* (night: Night) {
  const startedMs = yield* Clock.currentTimeMillis;
  const rosters = yield* prepareBook(night);
  const { run, facts, sources } = yield* pullBook(night).pipe(
    Effect.ensuring((yield* Progress).done),
    Effect.provideServiceEffect(
      DrawnAhead,
      Effect.all({ proofs: proveAhead(night), cohorts: countAhead(night, rosters) }),
    ),
  );
  const unread = unreadOf(sources);
  return yield* closeAndPublish(night, { run, facts, rosters, startedMs, pulling: sources, unread });
});
