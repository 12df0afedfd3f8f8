import { Effect, Schema } from "effect";

/** A report could not be put in place; what stood there before still stands. */
export class ReportNotWritten extends Schema.TaggedError<ReportNotWritten>()("ReportNotWritten", {
  place: Schema.String,
  /** Whether a directory could not be created (exit 73), or a file in it not written (exit 74). */
  step: Schema.Literals(["create", "write"]),
  reason: Schema.String,
}) {
  override get message(): string {
    const verb = this.step === "create" ? "be created" : "be written";
    return `The report in ${this.place} could not ${verb}: ${this.reason}; the last report is untouched`;
  }
}

/** Runs a step of publishing; any rejection becomes {@link ReportNotWritten} with the system's reason. */
export const publishing = <A>(place: string, step: "create" | "write", run: () => Promise<A>) =>
  Effect.tryPromise({
    try: run,
    catch: (cause) =>
      new ReportNotWritten({ place, step, reason: cause instanceof Error ? cause.message : String(cause) }),
  });
