/** What a comparison with an earlier state found. */
export interface Verdict {
  /** One text for each thing that does not hold; its last line is the command that mends it. */
  readonly faults: readonly string[];
  /** What was compared and how it went, in a few words each. */
  readonly notes: readonly string[];
}
