import { type Cause, Context, type Effect } from "effect";
import type { BookMeasures } from "./BookMeasures.ts";

/** Takes the measures of all books, to send them over OTLP; undefined unless somebody asked for that. */
export const MeasuresTaker = Context.Reference<
  ((books: ReadonlyArray<BookMeasures>) => Effect.Effect<void>) | undefined
>("tieout/operate/MeasuresTaker", { defaultValue: () => undefined });

/** What ended a piece of work, as spans may hold it: without what an API itself said. Null where its work was done. */
export type ProblemOf = (cause: Cause.Cause<unknown>) => string | null;
