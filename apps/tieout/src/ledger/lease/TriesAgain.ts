import { Context } from "effect";

/**
 * Whether a lease whose server is away is given back again and again until it would have expired. Not by a process that was
 * told to end: it would only end later.
 */
export const TriesAgain = Context.Reference<() => boolean>("tieout/ledger/TriesAgain", {
  defaultValue: () => () => false,
});
