import type { ExceptionCode } from "../exceptions/codes.ts";
import type { CredentialBatch, Program, Settlement } from "../records.ts";
import type { ProofContext } from "../settlement/context.ts";
import type { LinkedPayment } from "./link-explanation.ts";

/** A record that an exception rests on, free of personal data. */
export interface RecordLine {
  readonly kind: "batch" | "transaction" | "credential_batch" | "credential" | "program";
  readonly id: string;
  /** What it says, in words: `status accepted`, `total 12.30 USD`. Text of the source is in it as sent. */
  readonly says: readonly string[];
}

/** Why an exception stands: the rule, the records, the arithmetic line by line. Plain text without markup. */
export interface Explanation {
  readonly code: ExceptionCode;
  /** The rule in words, one paragraph. */
  readonly rule: string;
  /** At most {@link MAX_RECORDS}, those that the exception is about first. */
  readonly records: readonly RecordLine[];
  /** How many more there are; every sum is over all of them. */
  readonly recordsLeftOut: number;
  /** One step a line; the figures of the exception itself come last. */
  readonly arithmetic: readonly string[];
  /** What has to be kept in mind: what could not be read, what is assumed. */
  readonly notes: readonly string[];
}

/** How many records an explanation lists: a batch may have a million. */
export const MAX_RECORDS = 200;

/**
 * The records that an exception is about, as the ledger knows them. Whatever is missing is left out of the
 * explanation, and said.
 */
export interface Evidence {
  /** For exceptions of Koard: the settlements that its `batchIds` name, and how they were proven. */
  readonly koard?: { readonly settlements: readonly Settlement[]; readonly context: ProofContext };
  /**
   * For exceptions of Record: the credential batches that its `batchIds` name; for one about a cohort, all
   * batches of its mode and programme; with every programme listed.
   */
  readonly record?: { readonly batches: readonly CredentialBatch[]; readonly programs: readonly Program[] };
  /** For `LINK_VARIANCE`. */
  readonly payment?: LinkedPayment;
}
