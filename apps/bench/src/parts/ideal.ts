import type { Usage } from "../measure/run-process.ts";

/** Requests at once to each of the two sources, where the server takes its time. */
export const AT_ONCE_A_SOURCE = 8;

/** A pull from a server that takes its time, against the shortest time that it could take. */
export interface Ideal {
  /** The busier source's requests times latency by concurrency, or the floor's processor time, whichever is larger. */
  readonly idealMs: number;
  readonly toIdeal: number;
  /** The same against tieout's own processor time in place of the floor's: what is left of waiting badly. */
  readonly toOwn: number;
}

const PAGE_ROWS = 500;

/** Requests of a first night to Koard, which has twice as many as Record: pages of the list, and details. */
const koardRequests = (settlements: number): number => Math.ceil(settlements / PAGE_ROWS) + settlements;

/** How near a pull of so many settlement batches came to what could be. */
export const nearIdeal = (
  { settlements, latencyMs }: { readonly settlements: number; readonly latencyMs: number },
  { floor, tieout }: Readonly<Record<"floor" | "tieout", Usage>>,
): Ideal => {
  const waitingMs = (koardRequests(settlements) * latencyMs) / AT_ONCE_A_SOURCE;
  const idealMs = Math.max(waitingMs, floor.cpuMs);
  return {
    idealMs,
    toIdeal: tieout.wallMs / idealMs,
    toOwn: tieout.wallMs / Math.max(waitingMs, tieout.cpuMs),
  };
};
