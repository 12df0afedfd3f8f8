// Generated from specs/koard/openapi.yaml by `pnpm generate`. Change the spec, not this file.

import type { PickedOperation } from "@tieout/http";
import {
  type Methods,
  listBatchesOperation as operation_listBatches,
  openBatchOperation as operation_openBatch,
  getBatchOperation as operation_getBatch,
  closeBatchOperation as operation_closeBatch,
  editBatchOperation as operation_editBatch,
  listTransactionsOperation as operation_listTransactions,
  searchTransactionsOperation as operation_searchTransactions,
  getTransactionOperation as operation_getTransaction,
  editTransactionOperation as operation_editTransaction,
  refundPaymentOperation as operation_refundPayment,
  reversePaymentOperation as operation_reversePayment,
  adjustPaymentOperation as operation_adjustPayment,
  confirmPaymentOperation as operation_confirmPayment,
  capturePaymentOperation as operation_capturePayment,
  authorizeIncrementOperation as operation_authorizeIncrement,
  getAccountOperation as operation_getAccount,
  createAccountOperation as operation_createAccount,
  listApiKeysOperation as operation_listApiKeys,
  createLocationOperation as operation_createLocation,
  updateLocationOperation as operation_updateLocation,
  listTerminalsOperation as operation_listTerminals,
  createTerminalOperation as operation_createTerminal,
  updateTerminalOperation as operation_updateTerminal,
} from "./operations.ts";
import {
  listBatchesChecks as checks_listBatches,
  openBatchChecks as checks_openBatch,
  getBatchChecks as checks_getBatch,
  closeBatchChecks as checks_closeBatch,
  editBatchChecks as checks_editBatch,
  listTransactionsChecks as checks_listTransactions,
  searchTransactionsChecks as checks_searchTransactions,
  getTransactionChecks as checks_getTransaction,
  editTransactionChecks as checks_editTransaction,
  refundPaymentChecks as checks_refundPayment,
  reversePaymentChecks as checks_reversePayment,
  adjustPaymentChecks as checks_adjustPayment,
  confirmPaymentChecks as checks_confirmPayment,
  capturePaymentChecks as checks_capturePayment,
  authorizeIncrementChecks as checks_authorizeIncrement,
  getAccountChecks as checks_getAccount,
  createAccountChecks as checks_createAccount,
  listApiKeysChecks as checks_listApiKeys,
  createLocationChecks as checks_createLocation,
  updateLocationChecks as checks_updateLocation,
  listTerminalsChecks as checks_listTerminals,
  createTerminalChecks as checks_createTerminal,
  updateTerminalChecks as checks_updateTerminal,
} from "./validators.js";

/** `GET /v1/batches` */
export const listBatches: PickedOperation<Methods["listBatches"]> = {
  operation: operation_listBatches,
  checks: checks_listBatches,
};
/** `POST /v1/batches/open` */
export const openBatch: PickedOperation<Methods["openBatch"]> = {
  operation: operation_openBatch,
  checks: checks_openBatch,
};
/** `GET /v1/batches/{batch_id}` */
export const getBatch: PickedOperation<Methods["getBatch"]> = {
  operation: operation_getBatch,
  checks: checks_getBatch,
};
/** `POST /v1/batches/{batch_id}/close` */
export const closeBatch: PickedOperation<Methods["closeBatch"]> = {
  operation: operation_closeBatch,
  checks: checks_closeBatch,
};
/** `PUT /v1/batches/{batch_id}/edit` */
export const editBatch: PickedOperation<Methods["editBatch"]> = {
  operation: operation_editBatch,
  checks: checks_editBatch,
};
/** `GET /v1/transactions` */
export const listTransactions: PickedOperation<Methods["listTransactions"]> = {
  operation: operation_listTransactions,
  checks: checks_listTransactions,
};
/** `POST /v1/transactions/search` */
export const searchTransactions: PickedOperation<Methods["searchTransactions"]> = {
  operation: operation_searchTransactions,
  checks: checks_searchTransactions,
};
/** `GET /v1/transactions/{transaction_id}` */
export const getTransaction: PickedOperation<Methods["getTransaction"]> = {
  operation: operation_getTransaction,
  checks: checks_getTransaction,
};
/** `PUT /v1/transactions/{transaction_id}` */
export const editTransaction: PickedOperation<Methods["editTransaction"]> = {
  operation: operation_editTransaction,
  checks: checks_editTransaction,
};
/** `POST /v1/payments/{transaction_id}/refund` */
export const refundPayment: PickedOperation<Methods["refundPayment"]> = {
  operation: operation_refundPayment,
  checks: checks_refundPayment,
};
/** `POST /v1/payments/{transaction_id}/reverse` */
export const reversePayment: PickedOperation<Methods["reversePayment"]> = {
  operation: operation_reversePayment,
  checks: checks_reversePayment,
};
/** `POST /v1/payments/{transaction_id}/adjust` */
export const adjustPayment: PickedOperation<Methods["adjustPayment"]> = {
  operation: operation_adjustPayment,
  checks: checks_adjustPayment,
};
/** `POST /v1/payments/{transaction_id}/confirm` */
export const confirmPayment: PickedOperation<Methods["confirmPayment"]> = {
  operation: operation_confirmPayment,
  checks: checks_confirmPayment,
};
/** `POST /v3/payments/{transaction_id}/capture` */
export const capturePayment: PickedOperation<Methods["capturePayment"]> = {
  operation: operation_capturePayment,
  checks: checks_capturePayment,
};
/** `POST /v3/payments/{transaction_id}/auth` */
export const authorizeIncrement: PickedOperation<Methods["authorizeIncrement"]> = {
  operation: operation_authorizeIncrement,
  checks: checks_authorizeIncrement,
};
/** `GET /v1/accounts/{account_id}` */
export const getAccount: PickedOperation<Methods["getAccount"]> = {
  operation: operation_getAccount,
  checks: checks_getAccount,
};
/** `POST /v2/accounts` */
export const createAccount: PickedOperation<Methods["createAccount"]> = {
  operation: operation_createAccount,
  checks: checks_createAccount,
};
/** `GET /v1/accounts/{account_id}/api-keys` */
export const listApiKeys: PickedOperation<Methods["listApiKeys"]> = {
  operation: operation_listApiKeys,
  checks: checks_listApiKeys,
};
/** `POST /v1/locations` */
export const createLocation: PickedOperation<Methods["createLocation"]> = {
  operation: operation_createLocation,
  checks: checks_createLocation,
};
/** `PUT /v1/locations/{location_id}` */
export const updateLocation: PickedOperation<Methods["updateLocation"]> = {
  operation: operation_updateLocation,
  checks: checks_updateLocation,
};
/** `GET /v2/terminals` */
export const listTerminals: PickedOperation<Methods["listTerminals"]> = {
  operation: operation_listTerminals,
  checks: checks_listTerminals,
};
/** `POST /v2/terminals` */
export const createTerminal: PickedOperation<Methods["createTerminal"]> = {
  operation: operation_createTerminal,
  checks: checks_createTerminal,
};
/** `PUT /v2/terminals/{terminal_id}` */
export const updateTerminal: PickedOperation<Methods["updateTerminal"]> = {
  operation: operation_updateTerminal,
  checks: checks_updateTerminal,
};
