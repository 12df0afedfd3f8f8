import { Effect } from "effect";
import { Ledger } from "../ledger/Ledger.ts";
import type { Kind } from "../ledger/store/kinds.ts";
import type { Run } from "../ledger/store/Run.ts";
import { SourceFailed } from "../sources/SourceFailed.ts";

/** Above this share of records that had to be left out, a source is not believed at all. */
const INVALID_SHARE_MAX = 0.01;

/** A list of batches as it came. */
interface ListedBatches {
  /** The source's name, for sentences. */
  readonly title: string;
  readonly kind: Kind;
  readonly listed: number;
}

/** A list that is empty where it was not says more about the list than about the batches. */
export const refuseEmptied = Effect.fnUntraced(function* (run: Run, { title, kind, listed }: ListedBatches) {
  if (listed > 0) return;
  const known = (yield* (yield* Ledger).entries(run, kind)).length;
  if (known > 0)
    return yield* new SourceFailed({
      source: title,
      kind: "untrusted",
      problem: `${title} lists no batches, and listed ${known} before: check that the key is the right one`,
    });
});

/** Fails when more than one in a hundred of a source's records broke its spec. */
export const refuseMostlyInvalid = Effect.fnUntraced(function* (
  title: string,
  valid: number,
  invalid: number,
) {
  if (invalid > (valid + invalid) * INVALID_SHARE_MAX)
    return yield* new SourceFailed({
      source: title,
      kind: "untrusted",
      problem: `${title} sent ${invalid} records that break its spec, of ${valid + invalid}: more than 1 in 100`,
    });
});
