/** What came of trying the same thing many times. */
export interface Trial {
  readonly name: string;
  readonly tried: number;
  /** A sentence for each thing that was not as it must be. */
  readonly wrong: readonly string[];
}
