import { fillNamed } from "./fill-named.ts";

/**
 * The records that sources hand over and the ledger keeps: no personal data, amounts in minor units,
 * instants as `YYYY-MM-DDTHH:mm:ss.sssZ`. Every record survives `JSON.stringify` and back unchanged.
 */

/**
 * One row of a settlement batch as Koard lists it. Amounts are safe integers in minor units of
 * `currency`, which is kept as sent. `null` means absent or null on the wire (Koard fact 5.10).
 */
export interface Transaction {
  readonly id: string;
  readonly eventId: string | null;
  readonly batchId: string | null;
  readonly currency: string;
  readonly type: string | null;
  readonly status: string | null;
  readonly statusReason: string | null;
  readonly totalMinor: number;
  /** Cumulative, over the life of the transaction. */
  readonly refundedMinor: number | null;
  /** Cumulative, over the life of the transaction. */
  readonly reversedMinor: number | null;
  /** `gateway_transaction_response.authorizedAmount`. */
  readonly authorizedMinor: number | null;
  /** When the event of the row began; `null` where the row came before tieout kept it, or does not say. */
  readonly createdAt?: string | null;
  /** Parts of the total, for explaining a difference: never added up to one (Koard fact 5.11). */
  readonly tipMinor?: number | null;
  readonly surchargeMinor?: number | null;
  readonly taxMinor?: number | null;
  /** `processor` and `gateway_transaction_id` as one text; `null` where either is missing. */
  readonly gatewayId?: string | null;
}

/** Texts of a settlement batch that rows show as they came and that decide nothing. Each may be missing. */
export const SHOWN_TEXTS = ["processorBatchId"] as const;

/** See {@link SHOWN_TEXTS}. */
export type ShownTexts = Readonly<Record<(typeof SHOWN_TEXTS)[number], string | null>>;

/** The shown texts of a batch; `null` for what is not there, or was not yet when the batch was stored. */
export const shownTexts = (from: Partial<ShownTexts>): ShownTexts =>
  fillNamed(SHOWN_TEXTS, (name) => from[name] ?? null);

/** A settlement batch as Koard's list shows it; amounts in minor units of a currency it does not name. */
export interface SettlementHeader extends ShownTexts {
  readonly id: string;
  readonly accountId: string;
  readonly terminalId: string;
  readonly processorName: string;
  readonly status: string;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly transactionCount: number;
  readonly capturedMinor: number;
  readonly refundedMinor: number;
}

/**
 * A record that broke the spec and was left out: one entry for each record left out, not for each fault
 * in it. `path` is its JSON path, `id` its id where it has a usable one, `rule` what was expected and
 * `value` a short rendering of what came instead, free of personal data.
 */
export interface InvalidRecord {
  readonly path: string;
  readonly id: string | null;
  readonly rule: string;
  readonly value: string;
  /** Of the header of a settlement batch: what it declares captured, in minor units, where that could be read. */
  readonly capturedMinor?: number | null;
  /** Whether it is only more than is read: `rule` is then no rule of its API. */
  readonly isTooLarge?: boolean | null;
}

/**
 * A settlement batch with its rows in the order listed: those embedded, then those that only searching
 * by batch showed (`withSearched`). `details` is `null` when Koard answers 404 for the batch.
 */
export interface Settlement {
  readonly header: SettlementHeader;
  readonly details: {
    readonly rows: readonly Transaction[];
    readonly invalid: readonly InvalidRecord[];
  } | null;
}

/** A programme as Record lists it. */
export interface Program {
  readonly id: string;
  readonly name: string;
  readonly orgId: string;
  readonly mode: string;
}

/** A credential batch as Record's list shows it. */
export interface CredentialBatchHeader {
  readonly id: string;
  readonly programId: string;
  readonly name: string;
  readonly orgId: string;
  readonly mode: string;
  readonly status: string;
  readonly recipientCount: number;
  readonly issuedAt: string;
}

/** One issued credential; `emailHash` is a keyed hash of `normaliseEmail`, `null` where there is no person. */
export interface Credential {
  readonly id: string;
  readonly emailHash: string | null;
}

/** A credential batch with its credentials in the order listed; `details` is `null` when Record answers 404. */
export interface CredentialBatch {
  readonly header: CredentialBatchHeader;
  readonly details: {
    readonly credentials: readonly Credential[];
    readonly invalid: readonly InvalidRecord[];
  } | null;
}
