import { Effect, Schema } from "effect";

/** A report could not be put in place; what stood there before still stands. */
export class ReportNotWritten extends Schema.TaggedError<ReportNotWritten>()("ReportNotWritten", {
  place: Schema.String,
  /** Whether a directory could not be created (exit 73), or a file in it not written (exit 74). */
  step: Schema.Literals(["create", "write"]),
  reason: Schema.String,
  /** The room that the report takes, where there was none. */
  bytesNeeded: Schema.optionalKey(Schema.Int),
}) {
  override get message(): string {
    const verb = this.step === "create" ? "be created" : "be written";
    const room = this.bytesNeeded === undefined ? "" : `; it needs ${this.bytesNeeded} bytes`;
    return `The report in ${this.place} could not ${verb}: ${this.reason}${room}; the last report is untouched`;
  }
}

/** A report that was published is not as it was: nothing is overwritten, and nothing rests on it. */
export class ReportChanged extends Schema.TaggedError<ReportChanged>()("ReportChanged", {
  place: Schema.String,
  /** What is wrong with it, to be read after its directory, and what to do. */
  problem: Schema.String,
}) {
  override get message(): string {
    return `The report ${this.place} ${this.problem}`;
  }
}

/** What was asked for could not be written where it was to go. */
export class ExportNotWritten extends Schema.TaggedError<ExportNotWritten>()("ExportNotWritten", {
  place: Schema.String,
  step: Schema.Literals(["create", "write"]),
  reason: Schema.String,
}) {
  override get message(): string {
    return `${this.place} could not be ${this.step === "create" ? "created" : "written"}: ${this.reason}`;
  }
}

/** How the system says that there is no room, or that this user may take no more. */
const NO_ROOM = /^(ENOSPC|EDQUOT|EFBIG)\b/;

/** Runs a step of publishing; any rejection becomes {@link ReportNotWritten} with the system's reason. */
export const publishing = <A>(place: string, step: "create" | "write", run: () => Promise<A>) =>
  Effect.tryPromise({
    try: run,
    catch: (cause) =>
      new ReportNotWritten({ place, step, reason: cause instanceof Error ? cause.message : String(cause) }),
  });

/** Adds to a failure for want of room how much would be needed, as `measure` counts it, if it can. */
export const withBytesNeeded =
  (measure: () => Promise<number>) =>
  <A>(step: Effect.Effect<A, ReportNotWritten>): Effect.Effect<A, ReportNotWritten> =>
    Effect.catch(step, (failed) =>
      NO_ROOM.test(failed.reason)
        ? Effect.tryPromise(measure).pipe(
            Effect.mapBoth({
              onFailure: () => failed,
              onSuccess: (bytesNeeded) => new ReportNotWritten({ ...failed, bytesNeeded }),
            }),
            Effect.flatMap(Effect.fail),
          )
        : Effect.fail(failed),
    );
