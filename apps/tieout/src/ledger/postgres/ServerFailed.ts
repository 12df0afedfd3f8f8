/**
 * What a failure of the server asks for:
 *
 * - `unreachable`: nobody answers at its address.
 * - `refused`: it does not know the role, or its password is another.
 * - `misconfigured`: the address, TLS or rights are not what tieout needs; no later run does better.
 * - `interrupted`: it went away, is busy or starting, or waited for too long; a later run may do better.
 * - `damaged`: what stands there is not what was stored.
 * - `failed`: it could not do it: its disk is full, or what it was asked for is wrong.
 */
export const SERVER_FAULTS = [
  ...(["unreachable", "refused", "misconfigured"] as const),
  ...(["interrupted", "damaged", "failed"] as const),
] as const;

/** See {@link SERVER_FAULTS}. */
export type ServerFault = (typeof SERVER_FAULTS)[number];

/** What PostgreSQL, or the way there, failed with: in one sentence, and what it asks for. */
export class ServerFailed extends Error {
  readonly fault: ServerFault;

  constructor(sentence: string, fault: ServerFault) {
    super(sentence);
    this.fault = fault;
  }
}
