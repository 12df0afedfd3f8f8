import type { ExceptionCode } from "../exceptions/exceptions.ts";
import type { Finding } from "../exceptions/finding.ts";
import type { Entity, EvidenceKind, NamedSource } from "../exceptions/rule.ts";
import type { PaymentRow } from "../links/PaymentRow.ts";
import type { CredentialBatch, Program, Settlement } from "../records.ts";
import type { SettlementRow } from "../reports/rows.ts";
import type { ProofContext } from "../settlement/context.ts";
import type { CountedBatch } from "../settlement/refunds-not-counted.ts";

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
  /** The batches, then at most {@link MAX_RECORDS} of what they list; batches beyond that many are left out too. */
  readonly records: readonly RecordLine[];
  /** How many more there are; every sum is over all of them. */
  readonly recordsLeftOut: number;
  /** One step a line; what the exception itself reports comes last. */
  readonly arithmetic: readonly string[];
  /** What has to be kept in mind: what could not be read, what is assumed. */
  readonly notes: readonly string[];
}

/** How many records of a kind, and how many lines of rows, an explanation lists: a batch may have a million. */
export const MAX_RECORDS = 200;

/** A row of cohort-payments.csv with the settlement rows that its link claims (`claimingLink`). */
export interface LinkedPayment {
  readonly row: PaymentRow;
  readonly claimed: readonly SettlementRow[];
}

/**
 * The records that an exception is about, as the ledger knows them. Whatever is missing is left out of the
 * explanation, and said.
 */
export interface Evidence {
  /** For exceptions of a source of settlements: the settlements that its `batchIds` name, and how they were proven. */
  readonly settled?: { readonly settlements: readonly Settlement[]; readonly context: ProofContext };
  /**
   * For exceptions of a source of credentials: the credential batches that {@link evidenceIds} names, in any order, and every
   * programme listed.
   */
  readonly issued?: {
    readonly source: NamedSource;
    readonly batches: readonly CredentialBatch[];
    readonly programs: readonly Program[];
  };
  /** For exceptions about a processor: its batches of one currency, as they were counted. */
  readonly counted?: readonly CountedBatch[];
  /** For `LINK_VARIANCE`. */
  readonly payment?: LinkedPayment;
}

/** What is explained: an entity, and what is shown of it. */
export interface About {
  readonly entity: Entity;
  readonly entityId: string;
  readonly evidence: EvidenceKind;
  /** What was found about it, where an exception is explained. */
  readonly found?: ReadonlyArray<Pick<Finding, "code" | "likelyCause">>;
}

/** What one kind of evidence says; records are capped already. */
export type Evidenced = Omit<Explanation, "code" | "rule">;

/** The first {@link MAX_RECORDS} of some things, each as `toLine` says it, and how many more there are. */
export const capped = <Thing, Line>(
  things: readonly Thing[],
  toLine: (thing: Thing) => Line,
): { readonly lines: readonly Line[]; readonly leftOut: number } => ({
  lines: things.slice(0, MAX_RECORDS).map(toLine),
  leftOut: Math.max(0, things.length - MAX_RECORDS),
});
