/** One place that a rule does not allow. */
export interface Finding {
  /** Relative to the root of the repository, with the line where there is one, as `apps/a/src/b.ts:12`. */
  readonly place: string;
  /** What is there, in a few words. */
  readonly found: string;
}
