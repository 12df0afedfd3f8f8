import { Context } from "effect";

/**
 * Whether a lease whose server is away is given back again and again until it would have expired. Not by a process that is
 * ending: that would only end later, and nobody waits for the lease of a process that is known to be gone.
 */
export const TriesAgain = Context.Reference<() => boolean>("tieout/ledger/TriesAgain", {
  defaultValue: () => () => false,
});
