import type { CohortOptions } from "../cohorts/options.ts";
import type { CredentialBatchHeader } from "../records.ts";

/**
 * Everything that cohort figures rest on beside the details of the batches, in lines of text, one for each batch and one
 * for all else: as long as they and all details stay the same, so does what `CohortFigures` gives by the same rules.
 *
 * `headers` are those of all batches, in the order in which they are added. A window counts by the batches that it
 * divides, so that it may move past days on which nothing was issued.
 */
export const cohortsKey = function* (
  headers: readonly CredentialBatchHeader[],
  options: CohortOptions,
): Generator<string> {
  const { book, source, calendar, window, asOf, tokenMode, programs, rosters, ...unknown } = options;
  // An option that is added has to be added here as well, and does not compile before.
  unknown satisfies { readonly [name: string]: never };
  const { from, to } = calendar.instantsOf(window);
  const before = (instant: string): number => headers.filter(({ issuedAt }) => issuedAt < instant).length;
  for (const header of headers) yield JSON.stringify([header, calendar.dayOf(header.issuedAt)]);
  yield JSON.stringify([
    book,
    [source.name, source.title],
    [before(from), before(to)],
    // The day of the report is named only where a batch says that it was issued later.
    headers.some(({ issuedAt }) => issuedAt > asOf) ? asOf : null,
    tokenMode,
    programs,
    [...(rosters ?? [])].map(([cohort, people]) => [cohort, [...people].sort()]),
  ]);
};
