import { type BusinessCalendar, compareIssued, type InvalidRecord } from "@tieout/reconcile";
import type { SourceRole } from "../config/sources.ts";
import type { Batch, Header, KindOf } from "../sources/Source.ts";
import { credentialPolicy, type Policy, settlementPolicy } from "./policies.ts";

/** What a batch's details hold. */
export interface Contents {
  /** Whether there are details, and none of their records is invalid or missing. */
  readonly isWhole: boolean;
  readonly records: number;
  /** Records that had to be left out. */
  readonly invalid: ReadonlyArray<InvalidRecord>;
}

/** How batches of a role are read into the ledger. */
export interface BatchRules<R extends SourceRole> {
  readonly kind: KindOf[R];
  /** The order in which batches are read. */
  readonly ordered: (headers: ReadonlyArray<Header<R>>) => ReadonlyArray<Header<R>>;
  readonly policy: Policy<KindOf[R]>;
  /** How many records a header says there are. */
  readonly declared: (header: Header<R>) => number;
  readonly contents: (batch: Batch<R>) => Contents;
  /** The business day that a batch belongs to. */
  readonly dayOf: (header: Header<R>, calendar: BusinessCalendar) => string;
  /** Whether a batch is closed, so that a list which goes back that far must have it. */
  readonly isClosed: (header: Header<R>) => boolean;
}

/** The rules of each role. */
export const BATCH_RULES: { readonly [R in SourceRole]: BatchRules<R> } = {
  settlements: {
    kind: "settlement",
    ordered: (headers) => headers,
    policy: settlementPolicy,
    declared: ({ transactionCount }) => transactionCount,
    contents: ({ header, details }) => {
      const [records, invalid] = [details?.rows.length ?? 0, details?.invalid ?? []];
      const transactions = new Set(details?.rows.map(({ id }) => id)).size;
      const isWhole = details !== null && invalid.length === 0 && transactions >= header.transactionCount;
      return { isWhole, records, invalid };
    },
    dayOf: ({ closedAt, openedAt }, calendar) => calendar.dayOf(closedAt ?? openedAt),
    isClosed: ({ closedAt }) => closedAt !== null,
  },
  credentials: {
    kind: "credential_batch",
    // In the order in which they are counted.
    ordered: (headers) => headers.toSorted(compareIssued),
    policy: credentialPolicy,
    declared: ({ recipientCount }) => recipientCount,
    contents: ({ details }) => {
      const [records, invalid] = [details?.credentials.length ?? 0, details?.invalid ?? []];
      return { isWhole: details !== null && invalid.length === 0, records, invalid };
    },
    dayOf: ({ issuedAt }, calendar) => calendar.dayOf(issuedAt),
    isClosed: () => true,
  },
};
