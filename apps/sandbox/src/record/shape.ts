import { instantAt } from "../world/calendar.ts";

/** Whether an object is a real one or a trial. */
export type Mode = "live" | "test";

/** The sizes that shape the issuance half of a world. */
export interface IssuanceShape {
  readonly seed: number;
  readonly mode: Mode;
  /** Midnight UTC of night 1's day, in milliseconds since the epoch. */
  readonly todayMs: number;
  readonly cohorts: number;
  /** Credentials a batch, on average. */
  readonly recipients: number;
}

/** The issuance half of a world from the sandbox's options. */
export const issuanceShape = (
  mode: Mode,
  options: Pick<IssuanceShape, "seed" | "cohorts" | "recipients"> & { readonly today: string },
): IssuanceShape => ({
  seed: mode === "test" ? options.seed + 7_919 : options.seed,
  mode,
  todayMs: instantAt(options.today, 0),
  cohorts: options.cohorts,
  recipients: options.recipients,
});
