import type { TransportHooks } from "@tieout/http";

/** What a source's requests came to, for `run.json`. */
export interface RequestCounts {
  readonly requests: number;
  readonly retries: number;
  readonly bytes: number;
  /** Sum of the waits before retries, in milliseconds; waits of requests at once add up. */
  readonly waitedMs: number;
}

/**
 * Counts a source's requests through the transport's hooks, and tells `onWait` when it has to wait.
 *
 * `counts` is a snapshot at the moment it is asked for.
 */
export const countRequests = (
  onWait: (waitMs: number, reason: string) => void,
): { readonly hooks: TransportHooks; readonly counts: () => RequestCounts } => {
  const soFar = { requests: 0, retries: 0, bytes: 0, waitedMs: 0 };
  return {
    hooks: {
      onResponse: ({ bytes }) => {
        soFar.requests += 1;
        soFar.bytes += bytes;
      },
      onRetry: ({ waitMs, reason }) => {
        soFar.retries += 1;
        soFar.waitedMs += Math.round(waitMs);
        onWait(waitMs, reason);
      },
    },
    counts: () => ({ ...soFar }),
  };
};
