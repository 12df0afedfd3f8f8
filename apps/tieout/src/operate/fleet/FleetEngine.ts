import { Context, type Effect, type Option, Schema } from "effect";
import { SERVER_FAULTS } from "../../ledger/postgres/ServerFailed.ts";
import type { BookNight, NightEnd } from "./BookNight.ts";

/** What hands the nights to runners could not be used; the message says what is wrong with it. */
export class EngineFailed extends Schema.TaggedError<EngineFailed>()("EngineFailed", {
  problem: Schema.String,
  /** What the exit code goes by. */
  fault: Schema.Literals(SERVER_FAULTS),
  cause: Schema.optional(Schema.Defect()),
}) {
  override get message(): string {
    return `The database of the fleet ${this.problem}`;
  }
}

/**
 * Who does which night: the only part of tieout that knows the engine.
 *
 * It is never believed about what a night came to: whether a book was reported on stands in the ledger, behind its lease.
 * So one that hands a night to two runners, or to one of them twice, costs time and nothing else.
 */
export class FleetEngine extends Context.Service<
  FleetEngine,
  {
    /** Hands a night over, unless its key was before, and waits for its end. */
    readonly run: (night: BookNight) => Effect.Effect<NightEnd, EngineFailed>;
    /** How a night ended that was handed over before; none where it was not, or has not yet. */
    readonly ended: (night: BookNight) => Effect.Effect<Option.Option<NightEnd>, EngineFailed>;
    /** How many runners are there. */
    readonly runners: Effect.Effect<number, EngineFailed>;
    /** Joins the runners, and does nights as they come, until it is interrupted: what it has not ended goes to others. */
    readonly serve: (
      work: (night: BookNight) => Effect.Effect<NightEnd>,
    ) => Effect.Effect<never, EngineFailed>;
    /** Forgets what was handed over before an instant, in milliseconds since the epoch. */
    readonly forget: (beforeMs: number) => Effect.Effect<void, EngineFailed>;
  }
>()("tieout/operate/fleet/FleetEngine") {}
