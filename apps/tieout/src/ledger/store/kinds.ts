import type {
  CredentialBatch,
  CredentialBatchHeader,
  Program,
  Settlement,
  SettlementHeader,
} from "@tieout/reconcile";

/** What a ledger keeps of each kind of entity: a header from a list, and details where there are any. */
export interface Kinds {
  readonly settlement: {
    readonly header: SettlementHeader;
    readonly details: NonNullable<Settlement["details"]>;
  };
  readonly credential_batch: {
    readonly header: CredentialBatchHeader;
    readonly details: NonNullable<CredentialBatch["details"]>;
  };
  readonly program: { readonly header: Program; readonly details: never };
}
export type Kind = keyof Kinds;
