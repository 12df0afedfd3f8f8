import type { CredentialPlan } from "./plan.ts";
import type { Recipient } from "./recipients.ts";
import type { Mode } from "./shape.ts";

/** How a credential batch departs from its plan until it is mended. */
export interface CredentialChange {
  /** Absent: the first of all. */
  readonly fromNight?: number;
  /** Absent: never. */
  readonly mendedOnNight?: number;
  /** Neither listed nor found from this night on. */
  readonly goneFromNight?: number;
  readonly status?: string;
  readonly batchName?: string;
  /** Added to the count that the list declares. */
  readonly countDelta?: number;
  /** Credentials in place of the planned number. */
  readonly size?: number;
  /** Listed, but 404 when asked for. */
  readonly isUnavailable?: true;
  readonly mode?: Mode;
  readonly orgId?: string;
  /** As it is printed; what it means stays as planned. */
  readonly issuedAt?: (atMs: number) => string;
  /** Whether the time it prints breaks the rules, so that nobody can count it. */
  readonly isInvalid?: true;
  /** Who has its credentials. An empty `recipientId` is sent as none at all. */
  readonly recipients?: (planned: readonly Recipient[]) => readonly Recipient[];
}

/** How a programme departs from the others. */
export interface ProgramChange {
  /** The first night on which it is listed, where it is not the first of all. */
  readonly listedFrom?: number;
  readonly mode?: Mode;
  readonly orgId?: string;
}

/** The departures of Record's half of the world. */
export interface IssuanceChanges {
  /** By batch. */
  readonly batches: ReadonlyMap<string, CredentialChange>;
  /** By programme. */
  readonly programs: ReadonlyMap<string, ProgramChange>;
  /** Batches beside the planned ones, from the first night on. */
  readonly added: readonly CredentialPlan[];
  /** Whether the list names a next page. */
  readonly isListPaged: boolean;
}

/** Whether a change can be seen on a night. */
export const isSeen = ({ fromNight = 1, mendedOnNight }: CredentialChange, night: number): boolean =>
  fromNight <= night && (mendedOnNight === undefined || night < mendedOnNight);
