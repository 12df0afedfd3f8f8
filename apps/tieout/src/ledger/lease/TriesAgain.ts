import { Context } from "effect";

/**
 * Whether a lease that cannot be given back, since its server is away, is tried to be given back again until it would have
 * expired. Not where the process ends: its end is waited for, and as often as not says by itself that the lease is nobody's.
 */
export const TriesAgain = Context.Reference<() => boolean>("tieout/ledger/TriesAgain", {
  defaultValue: () => () => false,
});
