// Generated from specs/koard/openapi.yaml by `pnpm generate`. Change the spec, not this file.

import { answerCheck, parametersCheck, requestCheck } from "@tieout/http";
import { all, any, constant, list, maximum, minLength, minimum, object, orNull, pattern, places, values } from "@tieout/http/schema";
const s2 = 96;
const s3 = /* @__PURE__ */ (() => all(2, minimum(0)))();
const s4 = /* @__PURE__ */ (() => all(1, minLength(1)))();
const s5 = /* @__PURE__ */ (() => all(1, pattern("^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt ]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)?$")))();
const s6 = 1;
const s7 = /* @__PURE__ */ (() => all(65, pattern("^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt ]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)?$")))();
const s1 = /* @__PURE__ */ (() => all(32, object({ account_id: 1, captured_amount: s3, id: s4, opened_at: s5, processor_config_id: 1, processor_name: 1, refunded_amount: s3, status: s6, terminal_id: 1, transaction_count: all(2, minimum(0)) }, { processor_batch_id: 65, closed_at: s7 }, { tolerant: { batch_metadata: s2, response: s2 }, id: "id" })))();
const s8 = /* @__PURE__ */ (() => all(2, minimum(0)))();
const s0 = /* @__PURE__ */ (() => all(32, object({ batches: all(16, list(s1, true, "id")), total: s8 }, {}, { due: { limit: 2, offset: 2, page: 2 } })))();
const s9 = /* @__PURE__ */ (() => all(32, object({ processor_batch_id: 1, terminal_id: 1 })))();
const s12 = 66;
const s13 = 68;
const s14 = 2;
const s15 = /* @__PURE__ */ (() => all(1, minLength(1)))();
const s16 = /* @__PURE__ */ (() => all(96, object({}, { authorizedAmount: s12 }, { tolerant: { type: 65, status: 65, currency: 65, approvalCode: 65, responseCode: 65, responseMessage: 65, processorResponseCode: 65 } })))();
const s11 = /* @__PURE__ */ (() => all(32, object({ currency: 1, total_amount: s14, transaction_id: s15 }, { batch_id: 65, gateway_transaction_response: s16, refunded: s12, reversed: s12, status: 65, status_reason: 65, transaction_type: 65 }, { tolerant: { parent_account_ids: all(16, list(1)), owner_id: 65, merchant_name: 1, location_id: 65, device_id: 65, processor: 65, processor_response_code: 65, processor_response_message: 65, gateway: 65, gateway_transaction_id: 65, tax_amount: s12, tax_rate: s13, tip_amount: s12, tip_type: 65, surcharge_amount: s12, surcharge_applied: 8, surcharge_rate: s13, additional_details: 32, history: 16, surcharge_disclosure: 511, surcharge_allowed: 511, surcharge_percentage: 511, surcharging: 511 }, due: { event_id: 1, account_id: 1, mid: 1, tid: 1, reader_identifier: 1, apple_transaction_id: 1, payment_method: 1, card: 1, card_brand: 1, card_type: 1, processor_mid: 1, processor_tid: 1, created_at: 2, subtotal: s14 }, id: "transaction_id" })))();
const s10 = /* @__PURE__ */ (() => all(s1, 32, object({}, { transactions: all(80, list(s11, true, "transaction_id")) })))();
const s17 = /* @__PURE__ */ (() => all(32, object({}, { added_transactions: all(16, list(s15)), removed_transactions: all(16, list(s15)), processor_batch_id: 1 })))();
const s18 = /* @__PURE__ */ (() => all(16, list(s11, true, "transaction_id")))();
const s19 = /* @__PURE__ */ (() => all(32, object({ total: s8, transactions: all(16, list(s11, true, "transaction_id")) }, {}, { due: { limit: 2, offset: 2, page: 2 } })))();
const s21 = 1;
const s20 = /* @__PURE__ */ (() => all(32, object({}, { account_id: 65, batch_id: 65, card_brand: 65, card_number: 65, event_id: 65, gateway_transaction_id: 65, location_id: 65, start_date: 66, end_date: 66, min_amount: s12, max_amount: s12, limit: 66, offset: 66, owner_id: 65, payment_method: 65, reader_identifier: 65, search_term: 65, transaction_id: 65, parent_account_ids: all(16, list(1)), sort_by: 1, sort_order: 1, status: all(16, list(s21)), transaction_type: all(16, list(1)) })))();
const s24 = 68;
const s23 = /* @__PURE__ */ (() => all(32, object({ subtotal: s14 }, { taxAmount: s12, taxRate: s24, tipAmount: s12, tipRate: s24, tipType: 65 })))();
const s22 = /* @__PURE__ */ (() => all(32, object({}, { authorized_amount: s12, breakdown: orNull(s23), refunded: s12, reversed: s12, status: orNull(s21), status_reason: 65 })))();
const s26 = 65;
const s27 = /* @__PURE__ */ (() => all(32, object({}, { id: 1, paymentCardData: 1, generalCardData: 1, outcome: 2, pinBypassed: 8, isPINFallback: 8 })))();
const s25 = /* @__PURE__ */ (() => all(32, object({}, { amount: s12, event_id: s26, transaction_id: 65, card_reader_data: orNull(s27) })))();
const s28 = /* @__PURE__ */ (() => all(32, object({}, { amount: s12, event_id: s26 })))();
const s29 = /* @__PURE__ */ (() => all(32, object({ type: all(1, values("fixed", "percentage")) }, { amount: s12, percentage: s13, event_id: s26 }), any(all(32, object({}, { type: constant("percentage") })), all(32, object({ amount: 2 })))))();
const s32 = /* @__PURE__ */ (() => all(32, object({}, { rate: s13, amount: s12, bypass: 72 })))();
const s31 = /* @__PURE__ */ (() => all(s23, 32, object({}, { surcharge: orNull(s32) })))();
const s30 = /* @__PURE__ */ (() => all(32, object({ confirm: 8 }, { amount: s12, breakdown: orNull(s31), event_id: s26 })))();
const s33 = /* @__PURE__ */ (() => all(32, object({}, { amount: s12, breakdown: orNull(s31), tip_amount: s12, event_id: s26 })))();
const s34 = /* @__PURE__ */ (() => all(32, object({ amount: s14 }, { breakdown: orNull(s23), event_id: s26 })))();
const s36 = /* @__PURE__ */ (() => all(32, object({}, { street_line1: 1, street_line2: 65, city: 1, state: 1, zip: 1 })))();
const s35 = /* @__PURE__ */ (() => all(32, object({ id: all(1, minLength(1)) }, {}, { tolerant: { description: 65, address: orNull(s36), available_processor_configs: 16, parent_account_ids: all(16, list(1)), has_access_to_mms: 72, has_access_to_apple_config: 72, organization_id: 65, mcc: 65, tax_id: 65, surcharge_rate: s13, updated_at: s7, deleted_at: s7 }, due: { name: 1, type: 1, status: 1, created_at: s5 }, id: "id" })))();
const s38 = /* @__PURE__ */ (() => all(1, values("admin", "psp", "partner", "merchant")))();
const s37 = /* @__PURE__ */ (() => all(32, object({ address: s36, description: 1, name: 1, type: s38 }, { parent_id: 65, available_processor_configs: 80, has_access_to_mms: 72, admin_email: 65, admin_first_name: 65, admin_last_name: 65, mcc: 65, surcharge_rate: s13, tax_id: 65 })))();
const s40 = /* @__PURE__ */ (() => all(32, object({ id: all(1, minLength(1)) }, {}, { tolerant: { key: 65, expires_at: s7 }, due: { account_id: 1, name: 65, status: 1, created_at: s5 }, id: "id" })))();
const s39 = /* @__PURE__ */ (() => all(16, list(s40, true, "id")))();
const s41 = /* @__PURE__ */ (() => all(32, object({ id: all(1, minLength(1)) }, {}, { tolerant: { address: orNull(s36), country_code: 65, currency: 65, email: 65, phone: 65, metadata: s2, processor_config_id: 65, status: 65, surcharge_rate: s13, terminal_id: 65, created_at: s7, updated_at: s7, deleted_at: s7 }, due: { account_id: 1, name: 1 }, id: "id" })))();
const s42 = /* @__PURE__ */ (() => all(32, object({ account_id: 1, name: 1 }, { address: orNull(s36), country_code: 65, currency: 65, email: 65, phone: 65, metadata: s2, processor_config_id: 65, status: 65, surcharge_rate: s13, terminal_id: 65 })))();
const s43 = /* @__PURE__ */ (() => all(32, object({}, { account_id: 65, name: 65, address: orNull(s36), country_code: 65, currency: 65, email: 65, phone: 65, metadata: s2, processor_config_id: 65, status: 65, surcharge_rate: s13, terminal_id: 65 })))();
const s46 = /* @__PURE__ */ (() => all(32, object({ account_id: 1, terminal_id: all(1, minLength(1)) }, {}, { tolerant: { description: 65, status: 65, vid: 65, bin: 65, agent_bank_number: 65, serial_number: 65, merchant_name: 65, merchant_category_code: 65, country_code: 65, currency_code: 65, terminal_capability: 65, surcharge_rate: s13, var_sheet: 511, transactions: all(16, list(s11, true, "transaction_id")), location_id: 65, updated_at: s7, deleted_at: s7 }, due: { processor_config_id: 1, name: 1, mid: 1, tid: 1, created_at: s5 }, id: "terminal_id" })))();
const s45 = /* @__PURE__ */ (() => all(s46, 32, object({}, {}, { tolerant: { metadata: s2 } })))();
const s44 = /* @__PURE__ */ (() => all(32, object({ terminals: all(16, list(s45, true, "terminal_id")), total: s8 }, {}, { due: { limit: 2, offset: 2, page: 2 } })))();
const s47 = /* @__PURE__ */ (() => all(32, object({ account_id: 1, processor_config_id: 1, terminal_name: 1, var_sheet: 511 }, { terminal_description: 65 })))();
const s49 = /* @__PURE__ */ (() => all(32, object({}, { is_active: 8, schedule: all(16, list(32)), timezone: 1 })))();
const s50 = /* @__PURE__ */ (() => all(1, values("active", "inactive", "blocked")))();
const s48 = /* @__PURE__ */ (() => all(32, object({}, { batch_schedule: orNull(s49), name: 65, description: 65, status: orNull(s50), location_id: 65, surcharge_rate: s13 })))();
const s51 = /* @__PURE__ */ (() => all(32, object({ event: all(1, pattern("^transaction\\.")), data: s11 })))();
const s52 = /* @__PURE__ */ (() => all(32, object({ event: all(1, minLength(1)), data: 32 })))();
const s53 = /* @__PURE__ */ (() => all(1, values("open", "closed", "submitted", "accepted", "partially_accepted", "rejected", "cancelled")))();
export const listBatchesResponse = s0;
export const openBatchResponse = s1;
export const openBatchRequest = s9;
export const getBatchResponse = s10;
export const closeBatchResponse = s1;
export const editBatchResponse = s1;
export const editBatchRequest = s17;
export const listTransactionsResponse = s18;
export const searchTransactionsResponse = s19;
export const searchTransactionsRequest = s20;
export const getTransactionResponse = s11;
export const editTransactionResponse = s11;
export const editTransactionRequest = s22;
export const refundPaymentResponse = s11;
export const refundPaymentRequest = s25;
export const reversePaymentResponse = s11;
export const reversePaymentRequest = s28;
export const adjustPaymentResponse = s11;
export const adjustPaymentRequest = s29;
export const confirmPaymentResponse = s11;
export const confirmPaymentRequest = s30;
export const capturePaymentResponse = s11;
export const capturePaymentRequest = s33;
export const authorizeIncrementResponse = s11;
export const authorizeIncrementRequest = s34;
export const getAccountResponse = s35;
export const createAccountResponse = s35;
export const createAccountRequest = s37;
export const listApiKeysResponse = s39;
export const createLocationResponse = s41;
export const createLocationRequest = s42;
export const updateLocationResponse = s41;
export const updateLocationRequest = s43;
export const listTerminalsResponse = s44;
export const createTerminalResponse = s45;
export const createTerminalRequest = s47;
export const updateTerminalResponse = s45;
export const updateTerminalRequest = s48;
export const receiveTransactionEventRequest = s51;
export const receiveOtherEventRequest = s52;
export const listBatchesParameters = /* @__PURE__ */ (() => places(undefined, [{}, { account_id: 1, terminal_id: 1, statuses: all(16, list(s53)), processor_config_id: 1, limit: all(2, maximum(500), minimum(1)), offset: all(2, minimum(0)) }]))();
export const noParameters = /* @__PURE__ */ (() => places())();
export const getBatchParameters = /* @__PURE__ */ (() => places([{ batch_id: s4 }], [{}, { include_transactions: 8 }]))();
export const closeBatchParameters = /* @__PURE__ */ (() => places([{ batch_id: s4 }]))();
export const editBatchParameters = /* @__PURE__ */ (() => places([{ batch_id: s4 }]))();
export const listTransactionsParameters = /* @__PURE__ */ (() => places(undefined, [{}, { mid: 1, tid: 1, location_id: 1, account_id: 1, event_id: 1, reader_identifier: 1, gateway_transaction_id: 1, limit: 2, offset: 2 }]))();
export const getTransactionParameters = /* @__PURE__ */ (() => places([{ transaction_id: s15 }]))();
export const editTransactionParameters = /* @__PURE__ */ (() => places([{ transaction_id: s15 }]))();
export const refundPaymentParameters = /* @__PURE__ */ (() => places([{ transaction_id: s15 }]))();
export const reversePaymentParameters = /* @__PURE__ */ (() => places([{ transaction_id: s15 }]))();
export const adjustPaymentParameters = /* @__PURE__ */ (() => places([{ transaction_id: s15 }]))();
export const confirmPaymentParameters = /* @__PURE__ */ (() => places([{ transaction_id: s15 }]))();
export const capturePaymentParameters = /* @__PURE__ */ (() => places([{ transaction_id: s15 }]))();
export const authorizeIncrementParameters = /* @__PURE__ */ (() => places([{ transaction_id: s15 }]))();
export const getAccountParameters = /* @__PURE__ */ (() => places([{ account_id: all(1, minLength(1)) }]))();
export const listApiKeysParameters = /* @__PURE__ */ (() => places([{ account_id: all(1, minLength(1)) }], [{}, { include_keys: 8 }]))();
export const updateLocationParameters = /* @__PURE__ */ (() => places([{ location_id: all(1, minLength(1)) }]))();
export const listTerminalsParameters = /* @__PURE__ */ (() => places(undefined, [{}, { search: 1, account_id: 1, processor_config_id: 1, processor_mid: 1, processor_tid: 1, status: s50, limit: all(2, maximum(200), minimum(1)), offset: all(2, minimum(0)) }]))();
export const updateTerminalParameters = /* @__PURE__ */ (() => places([{ terminal_id: all(1, minLength(1)) }]))();

export const listBatchesChecks = { parameters: /* @__PURE__ */ parametersCheck(listBatchesParameters), response: /* @__PURE__ */ answerCheck(listBatchesResponse) };
export const openBatchChecks = { parameters: /* @__PURE__ */ parametersCheck(noParameters), request: /* @__PURE__ */ requestCheck(openBatchRequest), response: /* @__PURE__ */ answerCheck(openBatchResponse) };
export const getBatchChecks = { parameters: /* @__PURE__ */ parametersCheck(getBatchParameters), response: /* @__PURE__ */ answerCheck(getBatchResponse) };
export const closeBatchChecks = { parameters: /* @__PURE__ */ parametersCheck(closeBatchParameters), response: /* @__PURE__ */ answerCheck(closeBatchResponse) };
export const editBatchChecks = { parameters: /* @__PURE__ */ parametersCheck(editBatchParameters), request: /* @__PURE__ */ requestCheck(editBatchRequest), response: /* @__PURE__ */ answerCheck(editBatchResponse) };
export const listTransactionsChecks = { parameters: /* @__PURE__ */ parametersCheck(listTransactionsParameters), response: /* @__PURE__ */ answerCheck(listTransactionsResponse) };
export const searchTransactionsChecks = { parameters: /* @__PURE__ */ parametersCheck(noParameters), request: /* @__PURE__ */ requestCheck(searchTransactionsRequest), response: /* @__PURE__ */ answerCheck(searchTransactionsResponse) };
export const getTransactionChecks = { parameters: /* @__PURE__ */ parametersCheck(getTransactionParameters), response: /* @__PURE__ */ answerCheck(getTransactionResponse) };
export const editTransactionChecks = { parameters: /* @__PURE__ */ parametersCheck(editTransactionParameters), request: /* @__PURE__ */ requestCheck(editTransactionRequest), response: /* @__PURE__ */ answerCheck(editTransactionResponse) };
export const refundPaymentChecks = { parameters: /* @__PURE__ */ parametersCheck(refundPaymentParameters), request: /* @__PURE__ */ requestCheck(refundPaymentRequest), response: /* @__PURE__ */ answerCheck(refundPaymentResponse) };
export const reversePaymentChecks = { parameters: /* @__PURE__ */ parametersCheck(reversePaymentParameters), request: /* @__PURE__ */ requestCheck(reversePaymentRequest), response: /* @__PURE__ */ answerCheck(reversePaymentResponse) };
export const adjustPaymentChecks = { parameters: /* @__PURE__ */ parametersCheck(adjustPaymentParameters), request: /* @__PURE__ */ requestCheck(adjustPaymentRequest), response: /* @__PURE__ */ answerCheck(adjustPaymentResponse) };
export const confirmPaymentChecks = { parameters: /* @__PURE__ */ parametersCheck(confirmPaymentParameters), request: /* @__PURE__ */ requestCheck(confirmPaymentRequest), response: /* @__PURE__ */ answerCheck(confirmPaymentResponse) };
export const capturePaymentChecks = { parameters: /* @__PURE__ */ parametersCheck(capturePaymentParameters), request: /* @__PURE__ */ requestCheck(capturePaymentRequest), response: /* @__PURE__ */ answerCheck(capturePaymentResponse) };
export const authorizeIncrementChecks = { parameters: /* @__PURE__ */ parametersCheck(authorizeIncrementParameters), request: /* @__PURE__ */ requestCheck(authorizeIncrementRequest), response: /* @__PURE__ */ answerCheck(authorizeIncrementResponse) };
export const getAccountChecks = { parameters: /* @__PURE__ */ parametersCheck(getAccountParameters), response: /* @__PURE__ */ answerCheck(getAccountResponse) };
export const createAccountChecks = { parameters: /* @__PURE__ */ parametersCheck(noParameters), request: /* @__PURE__ */ requestCheck(createAccountRequest), response: /* @__PURE__ */ answerCheck(createAccountResponse) };
export const listApiKeysChecks = { parameters: /* @__PURE__ */ parametersCheck(listApiKeysParameters), response: /* @__PURE__ */ answerCheck(listApiKeysResponse) };
export const createLocationChecks = { parameters: /* @__PURE__ */ parametersCheck(noParameters), request: /* @__PURE__ */ requestCheck(createLocationRequest), response: /* @__PURE__ */ answerCheck(createLocationResponse) };
export const updateLocationChecks = { parameters: /* @__PURE__ */ parametersCheck(updateLocationParameters), request: /* @__PURE__ */ requestCheck(updateLocationRequest), response: /* @__PURE__ */ answerCheck(updateLocationResponse) };
export const listTerminalsChecks = { parameters: /* @__PURE__ */ parametersCheck(listTerminalsParameters), response: /* @__PURE__ */ answerCheck(listTerminalsResponse) };
export const createTerminalChecks = { parameters: /* @__PURE__ */ parametersCheck(noParameters), request: /* @__PURE__ */ requestCheck(createTerminalRequest), response: /* @__PURE__ */ answerCheck(createTerminalResponse) };
export const updateTerminalChecks = { parameters: /* @__PURE__ */ parametersCheck(updateTerminalParameters), request: /* @__PURE__ */ requestCheck(updateTerminalRequest), response: /* @__PURE__ */ answerCheck(updateTerminalResponse) };

export const validators = {
  listBatches: listBatchesChecks,
  openBatch: openBatchChecks,
  getBatch: getBatchChecks,
  closeBatch: closeBatchChecks,
  editBatch: editBatchChecks,
  listTransactions: listTransactionsChecks,
  searchTransactions: searchTransactionsChecks,
  getTransaction: getTransactionChecks,
  editTransaction: editTransactionChecks,
  refundPayment: refundPaymentChecks,
  reversePayment: reversePaymentChecks,
  adjustPayment: adjustPaymentChecks,
  confirmPayment: confirmPaymentChecks,
  capturePayment: capturePaymentChecks,
  authorizeIncrement: authorizeIncrementChecks,
  getAccount: getAccountChecks,
  createAccount: createAccountChecks,
  listApiKeys: listApiKeysChecks,
  createLocation: createLocationChecks,
  updateLocation: updateLocationChecks,
  listTerminals: listTerminalsChecks,
  createTerminal: createTerminalChecks,
  updateTerminal: updateTerminalChecks,
};

export const webhookValidators = {
  transactionEvent: /* @__PURE__ */ answerCheck(receiveTransactionEventRequest),
  otherEvent: /* @__PURE__ */ answerCheck(receiveOtherEventRequest),
};
