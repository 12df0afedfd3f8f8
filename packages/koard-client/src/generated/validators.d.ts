// Generated from specs/koard/openapi.yaml by `pnpm generate`. Change the spec, not this file.

import type { AnswerCheck, RequestCheck, Validator } from "@tieout/http";

/** What the bodies of every operation are held against, by operationId. */
export declare const validators: {
  readonly listBatches: { readonly response: AnswerCheck; };
  readonly openBatch: { readonly request: RequestCheck; readonly response: AnswerCheck; };
  readonly getBatch: { readonly response: AnswerCheck; };
  readonly closeBatch: { readonly response: AnswerCheck; };
  readonly editBatch: { readonly request: RequestCheck; readonly response: AnswerCheck; };
  readonly listTransactions: { readonly response: AnswerCheck; };
  readonly searchTransactions: { readonly request: RequestCheck; readonly response: AnswerCheck; };
  readonly getTransaction: { readonly response: AnswerCheck; };
  readonly editTransaction: { readonly request: RequestCheck; readonly response: AnswerCheck; };
  readonly refundPayment: { readonly request: RequestCheck; readonly response: AnswerCheck; };
  readonly reversePayment: { readonly request: RequestCheck; readonly response: AnswerCheck; };
  readonly adjustPayment: { readonly request: RequestCheck; readonly response: AnswerCheck; };
  readonly confirmPayment: { readonly request: RequestCheck; readonly response: AnswerCheck; };
  readonly capturePayment: { readonly request: RequestCheck; readonly response: AnswerCheck; };
  readonly authorizeIncrement: { readonly request: RequestCheck; readonly response: AnswerCheck; };
  readonly getAccount: { readonly response: AnswerCheck; };
  readonly createAccount: { readonly request: RequestCheck; readonly response: AnswerCheck; };
  readonly listApiKeys: { readonly response: AnswerCheck; };
  readonly createLocation: { readonly request: RequestCheck; readonly response: AnswerCheck; };
  readonly updateLocation: { readonly request: RequestCheck; readonly response: AnswerCheck; };
  readonly listTerminals: { readonly response: AnswerCheck; };
  readonly createTerminal: { readonly request: RequestCheck; readonly response: AnswerCheck; };
  readonly updateTerminal: { readonly request: RequestCheck; readonly response: AnswerCheck; };
};
/** The same for what comes in by a webhook. */
export declare const webhookValidators: {
  readonly transactionEvent: AnswerCheck;
  readonly otherEvent: AnswerCheck;
};
export declare const listBatchesResponse: Validator;
export declare const openBatchResponse: Validator;
export declare const openBatchRequest: Validator;
export declare const getBatchResponse: Validator;
export declare const closeBatchResponse: Validator;
export declare const editBatchResponse: Validator;
export declare const editBatchRequest: Validator;
export declare const listTransactionsResponse: Validator;
export declare const searchTransactionsResponse: Validator;
export declare const searchTransactionsRequest: Validator;
export declare const getTransactionResponse: Validator;
export declare const editTransactionResponse: Validator;
export declare const editTransactionRequest: Validator;
export declare const refundPaymentResponse: Validator;
export declare const refundPaymentRequest: Validator;
export declare const reversePaymentResponse: Validator;
export declare const reversePaymentRequest: Validator;
export declare const adjustPaymentResponse: Validator;
export declare const adjustPaymentRequest: Validator;
export declare const confirmPaymentResponse: Validator;
export declare const confirmPaymentRequest: Validator;
export declare const capturePaymentResponse: Validator;
export declare const capturePaymentRequest: Validator;
export declare const authorizeIncrementResponse: Validator;
export declare const authorizeIncrementRequest: Validator;
export declare const getAccountResponse: Validator;
export declare const createAccountResponse: Validator;
export declare const createAccountRequest: Validator;
export declare const listApiKeysResponse: Validator;
export declare const createLocationResponse: Validator;
export declare const createLocationRequest: Validator;
export declare const updateLocationResponse: Validator;
export declare const updateLocationRequest: Validator;
export declare const listTerminalsResponse: Validator;
export declare const createTerminalResponse: Validator;
export declare const createTerminalRequest: Validator;
export declare const updateTerminalResponse: Validator;
export declare const updateTerminalRequest: Validator;
export declare const receiveTransactionEventRequest: Validator;
export declare const receiveOtherEventRequest: Validator;
