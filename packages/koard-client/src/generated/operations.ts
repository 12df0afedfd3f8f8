// Generated from specs/koard/openapi.yaml by `pnpm generate`. Change the spec, not this file.

import type { Answer, CallOptions, Operation, PagedMethod, Security } from "@tieout/http";
import type { operations as Spec } from "./types.ts";

export const listBatchesOperation: Operation = {
  "id": "listBatches",
  "method": "GET",
  "path": "/v1/batches",
  "retry": "safe",
  "pagination": {
    "style": "offset",
    "in": "query",
    "items": "batches",
    "total": true,
    "maxLimit": 500,
    "id": "id"
  }
};

export const openBatchOperation: Operation = {
  "id": "openBatch",
  "method": "POST",
  "path": "/v1/batches/open",
  "retry": "never",
  "bodyRequired": true
};

export const getBatchOperation: Operation = {
  "id": "getBatch",
  "method": "GET",
  "path": "/v1/batches/{batch_id}",
  "retry": "safe"
};

export const closeBatchOperation: Operation = {
  "id": "closeBatch",
  "method": "POST",
  "path": "/v1/batches/{batch_id}/close",
  "retry": "never"
};

export const editBatchOperation: Operation = {
  "id": "editBatch",
  "method": "PUT",
  "path": "/v1/batches/{batch_id}/edit",
  "retry": "never",
  "bodyRequired": true
};

export const listTransactionsOperation: Operation = {
  "id": "listTransactions",
  "method": "GET",
  "path": "/v1/transactions",
  "retry": "safe",
  "pagination": {
    "style": "offset",
    "in": "query",
    "items": null,
    "total": false,
    "id": "transaction_id"
  }
};

export const searchTransactionsOperation: Operation = {
  "id": "searchTransactions",
  "method": "POST",
  "path": "/v1/transactions/search",
  "retry": "safe",
  "bodyRequired": true,
  "pagination": {
    "style": "offset",
    "in": "body",
    "items": "transactions",
    "total": true,
    "id": "transaction_id"
  }
};

export const getTransactionOperation: Operation = {
  "id": "getTransaction",
  "method": "GET",
  "path": "/v1/transactions/{transaction_id}",
  "retry": "safe"
};

export const editTransactionOperation: Operation = {
  "id": "editTransaction",
  "method": "PUT",
  "path": "/v1/transactions/{transaction_id}",
  "retry": "never",
  "bodyRequired": true
};

export const refundPaymentOperation: Operation = {
  "id": "refundPayment",
  "method": "POST",
  "path": "/v1/payments/{transaction_id}/refund",
  "retry": "keyed",
  "idempotencyKey": "event_id",
  "bodyRequired": true
};

export const reversePaymentOperation: Operation = {
  "id": "reversePayment",
  "method": "POST",
  "path": "/v1/payments/{transaction_id}/reverse",
  "retry": "keyed",
  "idempotencyKey": "event_id",
  "bodyRequired": true
};

export const adjustPaymentOperation: Operation = {
  "id": "adjustPayment",
  "method": "POST",
  "path": "/v1/payments/{transaction_id}/adjust",
  "retry": "keyed",
  "idempotencyKey": "event_id",
  "bodyRequired": true
};

export const confirmPaymentOperation: Operation = {
  "id": "confirmPayment",
  "method": "POST",
  "path": "/v1/payments/{transaction_id}/confirm",
  "retry": "never",
  "bodyRequired": true
};

export const capturePaymentOperation: Operation = {
  "id": "capturePayment",
  "method": "POST",
  "path": "/v3/payments/{transaction_id}/capture",
  "retry": "keyed",
  "idempotencyKey": "event_id",
  "bodyRequired": true
};

export const authorizeIncrementOperation: Operation = {
  "id": "authorizeIncrement",
  "method": "POST",
  "path": "/v3/payments/{transaction_id}/auth",
  "retry": "keyed",
  "idempotencyKey": "event_id",
  "bodyRequired": true
};

export const getAccountOperation: Operation = {
  "id": "getAccount",
  "method": "GET",
  "path": "/v1/accounts/{account_id}",
  "retry": "safe"
};

export const createAccountOperation: Operation = {
  "id": "createAccount",
  "method": "POST",
  "path": "/v2/accounts",
  "retry": "never",
  "bodyRequired": true
};

export const listApiKeysOperation: Operation = {
  "id": "listApiKeys",
  "method": "GET",
  "path": "/v1/accounts/{account_id}/api-keys",
  "retry": "safe"
};

export const createLocationOperation: Operation = {
  "id": "createLocation",
  "method": "POST",
  "path": "/v1/locations",
  "retry": "never",
  "bodyRequired": true
};

export const updateLocationOperation: Operation = {
  "id": "updateLocation",
  "method": "PUT",
  "path": "/v1/locations/{location_id}",
  "retry": "never",
  "bodyRequired": true
};

export const listTerminalsOperation: Operation = {
  "id": "listTerminals",
  "method": "GET",
  "path": "/v2/terminals",
  "retry": "safe",
  "pagination": {
    "style": "offset",
    "in": "query",
    "items": "terminals",
    "total": true,
    "maxLimit": 200,
    "id": "terminal_id"
  }
};

export const createTerminalOperation: Operation = {
  "id": "createTerminal",
  "method": "POST",
  "path": "/v2/terminals",
  "retry": "never",
  "bodyRequired": true
};

export const updateTerminalOperation: Operation = {
  "id": "updateTerminal",
  "method": "PUT",
  "path": "/v2/terminals/{terminal_id}",
  "retry": "never",
  "bodyRequired": true
};

/** What the transport must know about each operation of Koard payments API. */
export const operations: { readonly [Id in keyof Methods]: Operation } = {
  listBatches: listBatchesOperation,
  openBatch: openBatchOperation,
  getBatch: getBatchOperation,
  closeBatch: closeBatchOperation,
  editBatch: editBatchOperation,
  listTransactions: listTransactionsOperation,
  searchTransactions: searchTransactionsOperation,
  getTransaction: getTransactionOperation,
  editTransaction: editTransactionOperation,
  refundPayment: refundPaymentOperation,
  reversePayment: reversePaymentOperation,
  adjustPayment: adjustPaymentOperation,
  confirmPayment: confirmPaymentOperation,
  capturePayment: capturePaymentOperation,
  authorizeIncrement: authorizeIncrementOperation,
  getAccount: getAccountOperation,
  createAccount: createAccountOperation,
  listApiKeys: listApiKeysOperation,
  createLocation: createLocationOperation,
  updateLocation: updateLocationOperation,
  listTerminals: listTerminalsOperation,
  createTerminal: createTerminalOperation,
  updateTerminal: updateTerminalOperation,
};

/** The keys of Koard payments API, and which of them an operation needs that says nothing of its own. */
export const security: Security = {
  "schemes": {
    "apiKey": {
      "in": "header",
      "name": "x-koard-apikey"
    }
  },
  "required": [
    [
      "apiKey"
    ]
  ]
};

/** One method an operation of Koard payments API. */
export interface Methods {
  /**
   * List settlement batches
   *
   * Headers of the batches that the key can see, without their transactions, a page at a time. The order is not
   * promised, and there is no filter by date, currency or amount, so whoever wants a period has to walk
   * all pages. Send `statuses` once for each value, and never the text `null` for a filter that is not wanted.
   *
   * `GET /v1/batches`
   */
  readonly listBatches: PagedMethod<[init?: CallOptions & { readonly query?: NonNullable<Spec["listBatches"]["parameters"]["query"]> }], "query", Spec["listBatches"]["responses"][200]["content"]["application/json"], Spec["listBatches"]["responses"][200]["content"]["application/json"]["batches"][number]>;

  /**
   * Open a batch on a terminal
   *
   * Opens a batch under the number that the processor will know it by. For partners who run batches themselves.
   * Carries no idempotency key, so it must not be repeated automatically: list the terminal's open batches
   * first.
   *
   * `POST /v1/batches/open`
   */
  openBatch(init: CallOptions & { readonly body: NonNullable<Spec["openBatch"]["requestBody"]>["content"]["application/json"] }): Promise<Answer<Spec["openBatch"]["responses"][200]["content"]["application/json"]>>;

  /**
   * Read one batch, with its transactions if asked for
   *
   * One batch header and, with `include_transactions=true`, all its transactions in the same answer: the
   * embedded list cannot be paged. Where it holds fewer rows than `transaction_count` says, read the rest with
   * `searchTransactions` and this `batch_id`.
   *
   * `GET /v1/batches/{batch_id}`
   */
  getBatch(init: CallOptions & { readonly path: NonNullable<Spec["getBatch"]["parameters"]["path"]>; readonly query?: NonNullable<Spec["getBatch"]["parameters"]["query"]> }): Promise<Answer<Spec["getBatch"]["responses"][200]["content"]["application/json"]>>;

  /**
   * Close a batch and start its settlement
   *
   * Closes the batch and hands it to settlement; takes no body. Which state the batch is in afterwards is not
   * documented (`closed` or `submitted`), so read it again. Carries no idempotency key and must not be repeated
   * automatically.
   *
   * `POST /v1/batches/{batch_id}/close`
   */
  closeBatch(init: CallOptions & { readonly path: NonNullable<Spec["closeBatch"]["parameters"]["path"]> }): Promise<Answer<Spec["closeBatch"]["responses"][200]["content"]["application/json"]>>;

  /**
   * Move transactions in or out of an open batch
   *
   * Adds and removes transactions by id, or renumbers the batch. Only open batches can be edited, so membership
   * is settled once a batch is closed. Carries no idempotency key and must not be repeated automatically.
   *
   * `PUT /v1/batches/{batch_id}/edit`
   */
  editBatch(init: CallOptions & { readonly path: NonNullable<Spec["editBatch"]["parameters"]["path"]>; readonly body: NonNullable<Spec["editBatch"]["requestBody"]>["content"]["application/json"] }): Promise<Answer<Spec["editBatch"]["responses"][200]["content"]["application/json"]>>;

  /**
   * List transactions
   *
   * Transactions that the key can see, as a bare list without envelope or total: the last page is the one that
   * comes short or empty. The order is not promised. Batch, status and date cannot be asked for here; use
   * `searchTransactions`.
   *
   * With `event_id` this is how to learn what became of a payment whose answer was lost.
   *
   * `GET /v1/transactions`
   */
  readonly listTransactions: PagedMethod<[init?: CallOptions & { readonly query?: NonNullable<Spec["listTransactions"]["parameters"]["query"]> }], "query", Spec["listTransactions"]["responses"][200]["content"]["application/json"], Spec["listTransactions"]["responses"][200]["content"]["application/json"][number]>;

  /**
   * Search transactions
   *
   * Transactions that match every condition given, a page at a time. Although it is a POST it changes nothing and
   * may be repeated like any read. Every member of the body may be left out; an empty object finds everything.
   *
   * With `batch_id` this is the way to read a batch page by page.
   *
   * `POST /v1/transactions/search`
   */
  readonly searchTransactions: PagedMethod<[init: CallOptions & { readonly body: NonNullable<Spec["searchTransactions"]["requestBody"]>["content"]["application/json"] }], "body", Spec["searchTransactions"]["responses"][200]["content"]["application/json"], Spec["searchTransactions"]["responses"][200]["content"]["application/json"]["transactions"][number]>;

  /**
   * Read one transaction with its history
   *
   * One transaction. The only read that promises to fill `history`. What lies outside the key's account
   * hierarchy answers 404, just as an unknown id does.
   *
   * `GET /v1/transactions/{transaction_id}`
   */
  getTransaction(init: CallOptions & { readonly path: NonNullable<Spec["getTransaction"]["parameters"]["path"]> }): Promise<Answer<Spec["getTransaction"]["responses"][200]["content"]["application/json"]>>;

  /**
   * Correct a passthrough transaction
   *
   * Overwrites figures and state of a transaction that a third party processed: allowed only where Koard forwards
   * the card's data and the transaction came through `EncryptedTlvPassthroughProcessor`. Amounts given replace the
   * old ones, they are not added. Carries no idempotency key and must not be repeated automatically.
   *
   * `PUT /v1/transactions/{transaction_id}`
   */
  editTransaction(init: CallOptions & { readonly path: NonNullable<Spec["editTransaction"]["parameters"]["path"]>; readonly body: NonNullable<Spec["editTransaction"]["requestBody"]>["content"]["application/json"] }): Promise<Answer<Spec["editTransaction"]["responses"][200]["content"]["application/json"]>>;

  /**
   * Give money back
   *
   * Refunds a captured transaction, whole or in part. Several partial refunds may follow each other as long as
   * their sum stays within what was captured; `refunded` in the answer is their running total, and the status turns
   * to `refunded` only when everything went back. Whether a transaction must be settled first is documented both ways.
   *
   * A repeat with the same `event_id` refunds nothing more and should return the first result.
   *
   * `POST /v1/payments/{transaction_id}/refund`
   */
  refundPayment(init: CallOptions & { readonly path: NonNullable<Spec["refundPayment"]["parameters"]["path"]>; readonly body: NonNullable<Spec["refundPayment"]["requestBody"]>["content"]["application/json"] }): Promise<Answer<Spec["refundPayment"]["responses"][200]["content"]["application/json"]>>;

  /**
   * Release a hold or void a payment
   *
   * Reverses an authorised or captured transaction, whole or in part, before it settles (the guides disagree on how
   * late that may be). `reversed` in the answer is the running total of all reversals; what is left stays
   * authorised, and the status turns to `reversed` only when everything was released.
   *
   * A repeat with the same `event_id` reverses nothing more and should return the first result.
   *
   * `POST /v1/payments/{transaction_id}/reverse`
   */
  reversePayment(init: CallOptions & { readonly path: NonNullable<Spec["reversePayment"]["parameters"]["path"]>; readonly body: NonNullable<Spec["reversePayment"]["requestBody"]>["content"]["application/json"] }): Promise<Answer<Spec["reversePayment"]["responses"][200]["content"]["application/json"]>>;

  /**
   * Add or change a tip
   *
   * Sets the tip of an authorised or captured transaction, as an amount or as a percentage. Whether a surcharge is
   * worked out anew is documented both ways.
   *
   * A repeat with the same `event_id` adjusts nothing more and should return the first result.
   *
   * `POST /v1/payments/{transaction_id}/adjust`
   */
  adjustPayment(init: CallOptions & { readonly path: NonNullable<Spec["adjustPayment"]["parameters"]["path"]>; readonly body: NonNullable<Spec["adjustPayment"]["requestBody"]>["content"]["application/json"] }): Promise<Answer<Spec["adjustPayment"]["responses"][200]["content"]["application/json"]>>;

  /**
   * Accept or refuse a surcharge
   *
   * Says for a transaction in `surcharge_pending` whether the cardholder accepts the surcharge; on refusal the
   * payment is canceled.
   *
   * Although it takes an `event_id`, it must not be repeated automatically: a second attempt with the same one is
   * documented to answer 400, the same as a missing `confirm`, so that a repeat after a lost answer would report a
   * refusal of what has in fact happened. Look it up with `listTransactions` and the `event_id` instead.
   *
   * `POST /v1/payments/{transaction_id}/confirm`
   */
  confirmPayment(init: CallOptions & { readonly path: NonNullable<Spec["confirmPayment"]["parameters"]["path"]>; readonly body: NonNullable<Spec["confirmPayment"]["requestBody"]>["content"]["application/json"] }): Promise<Answer<Spec["confirmPayment"]["responses"][200]["content"]["application/json"]>>;

  /**
   * Capture an authorised payment
   *
   * Captures an authorisation, whole or in part, optionally with a tip; `total_amount` follows what was captured.
   * Whether the rest of a partial capture stays capturable or is released is documented both ways.
   *
   * A repeat with the same `event_id` captures nothing more and should return the first result.
   *
   * `POST /v3/payments/{transaction_id}/capture`
   */
  capturePayment(init: CallOptions & { readonly path: NonNullable<Spec["capturePayment"]["parameters"]["path"]>; readonly body: NonNullable<Spec["capturePayment"]["requestBody"]>["content"]["application/json"] }): Promise<Answer<Spec["capturePayment"]["responses"][200]["content"]["application/json"]>>;

  /**
   * Raise an authorisation
   *
   * Asks the issuer for more on an existing authorisation. When the issuer declines, Koard goes back to the
   * authorisation as it was.
   *
   * A repeat with the same `event_id` raises nothing more and should return the first result.
   *
   * `POST /v3/payments/{transaction_id}/auth`
   */
  authorizeIncrement(init: CallOptions & { readonly path: NonNullable<Spec["authorizeIncrement"]["parameters"]["path"]>; readonly body: NonNullable<Spec["authorizeIncrement"]["requestBody"]>["content"]["application/json"] }): Promise<Answer<Spec["authorizeIncrement"]["responses"][200]["content"]["application/json"]>>;

  /**
   * Read one account
   *
   * One account that the key can see.
   *
   * `GET /v1/accounts/{account_id}`
   */
  getAccount(init: CallOptions & { readonly path: NonNullable<Spec["getAccount"]["parameters"]["path"]> }): Promise<Answer<Spec["getAccount"]["responses"][200]["content"]["application/json"]>>;

  /**
   * Create an account
   *
   * Creates an account, and with version 2 also what its people need to sign in: an organisation, a place for
   * webhooks and an API key. Carries no idempotency key and must not be repeated automatically.
   *
   * `POST /v2/accounts`
   */
  createAccount(init: CallOptions & { readonly body: NonNullable<Spec["createAccount"]["requestBody"]>["content"]["application/json"] }): Promise<Answer<Spec["createAccount"]["responses"][200]["content"]["application/json"]>>;

  /**
   * List the API keys of an account
   *
   * The keys of one account, as a bare list. With `include_keys=true` the answer holds the secrets themselves:
   * never log it.
   *
   * `GET /v1/accounts/{account_id}/api-keys`
   */
  listApiKeys(init: CallOptions & { readonly path: NonNullable<Spec["listApiKeys"]["parameters"]["path"]>; readonly query?: NonNullable<Spec["listApiKeys"]["parameters"]["query"]> }): Promise<Answer<Spec["listApiKeys"]["responses"][200]["content"]["application/json"]>>;

  /**
   * Create a location
   *
   * Creates a place where an account takes payments. Carries no idempotency key and must not be repeated
   * automatically.
   *
   * `POST /v1/locations`
   */
  createLocation(init: CallOptions & { readonly body: NonNullable<Spec["createLocation"]["requestBody"]>["content"]["application/json"] }): Promise<Answer<Spec["createLocation"]["responses"][200]["content"]["application/json"]>>;

  /**
   * Change a location
   *
   * Changes a location; presumably what is left out stays. Carries no idempotency key and must not be repeated
   * automatically.
   *
   * `PUT /v1/locations/{location_id}`
   */
  updateLocation(init: CallOptions & { readonly path: NonNullable<Spec["updateLocation"]["parameters"]["path"]>; readonly body: NonNullable<Spec["updateLocation"]["requestBody"]>["content"]["application/json"] }): Promise<Answer<Spec["updateLocation"]["responses"][200]["content"]["application/json"]>>;

  /**
   * List terminals
   *
   * Terminals that the key can see, a page at a time. The order is not promised. Never send the text `null` for a
   * filter that is not wanted.
   *
   * `GET /v2/terminals`
   */
  readonly listTerminals: PagedMethod<[init?: CallOptions & { readonly query?: NonNullable<Spec["listTerminals"]["parameters"]["query"]> }], "query", Spec["listTerminals"]["responses"][200]["content"]["application/json"], Spec["listTerminals"]["responses"][200]["content"]["application/json"]["terminals"][number]>;

  /**
   * Create a terminal
   *
   * Creates a terminal. What a processor needs differs; only the form for TSYS is known, and is what stands here.
   * Carries no idempotency key and must not be repeated automatically.
   *
   * `POST /v2/terminals`
   */
  createTerminal(init: CallOptions & { readonly body: NonNullable<Spec["createTerminal"]["requestBody"]>["content"]["application/json"] }): Promise<Answer<Spec["createTerminal"]["responses"][200]["content"]["application/json"]>>;

  /**
   * Change a terminal or its batch schedule
   *
   * Changes a terminal; presumably what is left out stays. A `batch_schedule` lets Koard close batches by itself, on
   * TSYS, Elavon and Worldpay only; null goes back to closing them by hand. Carries no idempotency key and must
   * not be repeated automatically.
   *
   * `PUT /v2/terminals/{terminal_id}`
   */
  updateTerminal(init: CallOptions & { readonly path: NonNullable<Spec["updateTerminal"]["parameters"]["path"]>; readonly body: NonNullable<Spec["updateTerminal"]["requestBody"]>["content"]["application/json"] }): Promise<Answer<Spec["updateTerminal"]["responses"][200]["content"]["application/json"]>>;

}

/** The statuses with which each operation is documented to refuse. */
export interface Refusals {
  readonly listBatches: 400 | 401 | 403 | 404 | 409 | 422 | 423 | 429 | 500;
  readonly openBatch: 400 | 401 | 403 | 404 | 409 | 422 | 423 | 429 | 500;
  readonly getBatch: 400 | 401 | 403 | 404 | 409 | 422 | 423 | 429 | 500;
  readonly closeBatch: 400 | 401 | 403 | 404 | 409 | 422 | 423 | 429 | 500;
  readonly editBatch: 400 | 401 | 403 | 404 | 409 | 422 | 423 | 429 | 500;
  readonly listTransactions: 400 | 401 | 403 | 404 | 409 | 422 | 423 | 429 | 500;
  readonly searchTransactions: 400 | 401 | 403 | 404 | 409 | 422 | 423 | 429 | 500;
  readonly getTransaction: 400 | 401 | 403 | 404 | 409 | 422 | 423 | 429 | 500;
  readonly editTransaction: 400 | 401 | 403 | 404 | 409 | 422 | 423 | 429 | 500;
  readonly refundPayment: 400 | 401 | 403 | 404 | 409 | 422 | 423 | 429 | 500;
  readonly reversePayment: 400 | 401 | 403 | 404 | 409 | 422 | 423 | 429 | 500;
  readonly adjustPayment: 400 | 401 | 403 | 404 | 409 | 422 | 423 | 429 | 500;
  readonly confirmPayment: 400 | 401 | 403 | 404 | 409 | 422 | 423 | 429 | 500;
  readonly capturePayment: 400 | 401 | 403 | 404 | 409 | 422 | 423 | 429 | 500;
  readonly authorizeIncrement: 400 | 401 | 403 | 404 | 409 | 422 | 423 | 429 | 500;
  readonly getAccount: 400 | 401 | 403 | 404 | 409 | 422 | 423 | 429 | 500;
  readonly createAccount: 400 | 401 | 403 | 404 | 409 | 422 | 423 | 429 | 500;
  readonly listApiKeys: 400 | 401 | 403 | 404 | 409 | 422 | 423 | 429 | 500;
  readonly createLocation: 400 | 401 | 403 | 404 | 409 | 422 | 423 | 429 | 500;
  readonly updateLocation: 400 | 401 | 403 | 404 | 409 | 422 | 423 | 429 | 500;
  readonly listTerminals: 400 | 401 | 403 | 404 | 409 | 422 | 423 | 429 | 500;
  readonly createTerminal: 400 | 401 | 403 | 404 | 409 | 422 | 423 | 429 | 500;
  readonly updateTerminal: 400 | 401 | 403 | 404 | 409 | 422 | 423 | 429 | 500;
}
