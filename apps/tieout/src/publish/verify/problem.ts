/** Something about a published report that is not as it was published, or cannot be. */
export interface Problem {
  /** The file, as it is called in the report's directory. */
  readonly file: string;
  /** What is wrong with it, to be read after its name: "is missing". */
  readonly problem: string;
}

/** Problems named of one check; after that many nobody reads on. */
const NAMED_MAX = 10;

/** The first problems of a check of one file, and how many more there are. */
export const capped = (file: string, problems: ReadonlyArray<string>): ReadonlyArray<Problem> => {
  const named = problems.slice(0, NAMED_MAX).map((problem) => ({ file, problem }));
  const more = problems.length - named.length;
  return more === 0 ? named : [...named, { file, problem: `has ${more} more faults of this kind` }];
};

/** The system's own words for why something could not be read. */
export const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** Runs a check that reads a file; a file that cannot be read is a problem like any other. */
export const checking = async (
  file: string,
  check: () => Promise<ReadonlyArray<Problem>>,
): Promise<ReadonlyArray<Problem>> => {
  try {
    return await check();
  } catch (cause) {
    return [{ file, problem: `cannot be read: ${reasonOf(cause)}` }];
  }
};
