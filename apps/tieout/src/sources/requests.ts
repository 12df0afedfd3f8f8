import { type Limiter, type Secret, type Transport, type TransportHooks, transport } from "@tieout/http";

/** What a run lays down for the requests to one source. */
export interface RequestRules {
  readonly limiter: Limiter;
  /** When the run ends. No request is waited for beyond it. */
  readonly deadline: Date;
  readonly onWait: (waitMs: number, reason: string) => void;
}

/** What a source's requests came to, for `run.json`. */
export interface RequestCounts {
  readonly requests: number;
  readonly retries: number;
  readonly bytes: number;
  /** Sum of the waits before retries, in milliseconds; waits of requests at once add up. */
  readonly waitedMs: number;
}

/**
 * Opens the way for a source's requests: counted, limited, and given the run's deadline each, so that a source
 * which asks to be left alone for longer ends the run at once. `key` stands in no message.
 *
 * `counts` is a snapshot at the moment it is asked for.
 */
export const openRequests = (
  api: string,
  key: Secret,
  { limiter, deadline, onWait }: RequestRules,
): { readonly transport: Transport; readonly counts: () => RequestCounts } => {
  const soFar = { requests: 0, retries: 0, bytes: 0, waitedMs: 0 };
  const hooks: TransportHooks = {
    onResponse: ({ bytes }) => {
      soFar.requests += 1;
      soFar.bytes += bytes;
    },
    onRetry: ({ waitMs, reason }) => {
      soFar.retries += 1;
      soFar.waitedMs += Math.round(waitMs);
      onWait(waitMs, reason);
    },
  };
  const send = transport({ api, secrets: [key], limiter, hooks });
  return {
    transport: (request, operation, call) => send(request, operation, { ...call, deadline }),
    counts: () => ({ ...soFar }),
  };
};
