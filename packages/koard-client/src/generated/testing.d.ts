// Generated from specs/koard/openapi.yaml by `pnpm generate`. Change the spec, not this file.

import type { Validator } from "@tieout/http";

/** The example answers of every operation, by status and name. */
export declare const examples: {
  readonly listBatches: { readonly 200: { readonly "threeBatches": unknown; readonly "pastTheEnd": unknown }; readonly 400: { readonly "invalid": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 404: { readonly "notFound": unknown }; readonly 409: { readonly "conflict": unknown }; readonly 422: { readonly "listOfFaults": unknown; readonly "text": unknown }; readonly 423: { readonly "blocked": unknown }; readonly 429: { readonly "slowDown": unknown }; readonly 500: { readonly "failed": unknown } };
  readonly openBatch: { readonly 200: { readonly "opened": unknown }; readonly 201: { readonly "opened": unknown }; readonly 400: { readonly "invalid": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 404: { readonly "notFound": unknown }; readonly 409: { readonly "conflict": unknown }; readonly 422: { readonly "listOfFaults": unknown; readonly "text": unknown }; readonly 423: { readonly "blocked": unknown }; readonly 429: { readonly "slowDown": unknown }; readonly 500: { readonly "failed": unknown } };
  readonly getBatch: { readonly 200: { readonly "withTransactions": unknown; readonly "headerOnly": unknown }; readonly 400: { readonly "invalid": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 404: { readonly "notFound": unknown }; readonly 409: { readonly "conflict": unknown }; readonly 422: { readonly "listOfFaults": unknown; readonly "text": unknown }; readonly 423: { readonly "blocked": unknown }; readonly 429: { readonly "slowDown": unknown }; readonly 500: { readonly "failed": unknown } };
  readonly closeBatch: { readonly 200: { readonly "submitted": unknown }; readonly 202: { readonly "submitted": unknown }; readonly 400: { readonly "invalid": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 404: { readonly "notFound": unknown }; readonly 409: { readonly "conflict": unknown }; readonly 422: { readonly "listOfFaults": unknown; readonly "text": unknown }; readonly 423: { readonly "blocked": unknown }; readonly 429: { readonly "slowDown": unknown }; readonly 500: { readonly "failed": unknown } };
  readonly editBatch: { readonly 200: { readonly "edited": unknown }; readonly 400: { readonly "invalid": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 404: { readonly "notFound": unknown }; readonly 409: { readonly "conflict": unknown }; readonly 422: { readonly "listOfFaults": unknown; readonly "text": unknown }; readonly 423: { readonly "blocked": unknown }; readonly 429: { readonly "slowDown": unknown }; readonly 500: { readonly "failed": unknown } };
  readonly listTransactions: { readonly 200: { readonly "oneEvent": unknown; readonly "several": unknown; readonly "none": unknown }; readonly 400: { readonly "invalid": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 404: { readonly "notFound": unknown }; readonly 409: { readonly "conflict": unknown }; readonly 422: { readonly "listOfFaults": unknown; readonly "text": unknown }; readonly 423: { readonly "blocked": unknown }; readonly 429: { readonly "slowDown": unknown }; readonly 500: { readonly "failed": unknown } };
  readonly searchTransactions: { readonly 200: { readonly "ofOneBatch": unknown; readonly "nothing": unknown }; readonly 400: { readonly "invalid": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 404: { readonly "notFound": unknown }; readonly 409: { readonly "conflict": unknown }; readonly 422: { readonly "listOfFaults": unknown; readonly "text": unknown }; readonly 423: { readonly "blocked": unknown }; readonly 429: { readonly "slowDown": unknown }; readonly 500: { readonly "failed": unknown } };
  readonly getTransaction: { readonly 200: { readonly "authorized": unknown; readonly "partialApproval": unknown }; readonly 400: { readonly "invalid": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 404: { readonly "notFound": unknown }; readonly 409: { readonly "conflict": unknown }; readonly 422: { readonly "listOfFaults": unknown; readonly "text": unknown }; readonly 423: { readonly "blocked": unknown }; readonly 429: { readonly "slowDown": unknown }; readonly 500: { readonly "failed": unknown } };
  readonly editTransaction: { readonly 200: { readonly "settledElsewhere": unknown }; readonly 400: { readonly "invalid": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 404: { readonly "notFound": unknown }; readonly 409: { readonly "conflict": unknown }; readonly 422: { readonly "listOfFaults": unknown; readonly "text": unknown }; readonly 423: { readonly "blocked": unknown }; readonly 429: { readonly "slowDown": unknown }; readonly 500: { readonly "failed": unknown } };
  readonly refundPayment: { readonly 200: { readonly "partial": unknown; readonly "whole": unknown }; readonly 400: { readonly "invalid": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 404: { readonly "notFound": unknown }; readonly 409: { readonly "conflict": unknown }; readonly 422: { readonly "listOfFaults": unknown; readonly "text": unknown }; readonly 423: { readonly "blocked": unknown }; readonly 429: { readonly "slowDown": unknown }; readonly 500: { readonly "failed": unknown } };
  readonly reversePayment: { readonly 200: { readonly "partial": unknown }; readonly 400: { readonly "invalid": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 404: { readonly "notFound": unknown }; readonly 409: { readonly "conflict": unknown }; readonly 422: { readonly "listOfFaults": unknown; readonly "text": unknown }; readonly 423: { readonly "blocked": unknown }; readonly 429: { readonly "slowDown": unknown }; readonly 500: { readonly "failed": unknown } };
  readonly adjustPayment: { readonly 200: { readonly "fixed": unknown }; readonly 400: { readonly "invalid": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 404: { readonly "notFound": unknown }; readonly 409: { readonly "conflict": unknown }; readonly 422: { readonly "listOfFaults": unknown; readonly "text": unknown }; readonly 423: { readonly "blocked": unknown }; readonly 429: { readonly "slowDown": unknown }; readonly 500: { readonly "failed": unknown } };
  readonly confirmPayment: { readonly 200: { readonly "accepted": unknown }; readonly 400: { readonly "usedBefore": unknown; readonly "missing": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 404: { readonly "notFound": unknown }; readonly 409: { readonly "conflict": unknown }; readonly 422: { readonly "listOfFaults": unknown; readonly "text": unknown }; readonly 423: { readonly "blocked": unknown }; readonly 429: { readonly "slowDown": unknown }; readonly 500: { readonly "failed": unknown } };
  readonly capturePayment: { readonly 200: { readonly "captured": unknown }; readonly 400: { readonly "captured": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 404: { readonly "notFound": unknown }; readonly 409: { readonly "conflict": unknown }; readonly 422: { readonly "listOfFaults": unknown; readonly "text": unknown }; readonly 423: { readonly "blocked": unknown }; readonly 429: { readonly "slowDown": unknown }; readonly 500: { readonly "failed": unknown } };
  readonly authorizeIncrement: { readonly 200: { readonly "raised": unknown }; readonly 400: { readonly "invalid": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 404: { readonly "notFound": unknown }; readonly 409: { readonly "conflict": unknown }; readonly 422: { readonly "listOfFaults": unknown; readonly "text": unknown }; readonly 423: { readonly "blocked": unknown }; readonly 429: { readonly "slowDown": unknown }; readonly 500: { readonly "failed": unknown } };
  readonly getAccount: { readonly 200: { readonly "merchant": unknown }; readonly 400: { readonly "invalid": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 404: { readonly "notFound": unknown }; readonly 409: { readonly "conflict": unknown }; readonly 422: { readonly "listOfFaults": unknown; readonly "text": unknown }; readonly 423: { readonly "blocked": unknown }; readonly 429: { readonly "slowDown": unknown }; readonly 500: { readonly "failed": unknown } };
  readonly createAccount: { readonly 200: { readonly "merchant": unknown }; readonly 201: { readonly "merchant": unknown }; readonly 400: { readonly "invalid": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 404: { readonly "notFound": unknown }; readonly 409: { readonly "conflict": unknown }; readonly 422: { readonly "listOfFaults": unknown; readonly "text": unknown }; readonly 423: { readonly "blocked": unknown }; readonly 429: { readonly "slowDown": unknown }; readonly 500: { readonly "failed": unknown } };
  readonly listApiKeys: { readonly 200: { readonly "withoutSecrets": unknown }; readonly 400: { readonly "invalid": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 404: { readonly "notFound": unknown }; readonly 409: { readonly "conflict": unknown }; readonly 422: { readonly "listOfFaults": unknown; readonly "text": unknown }; readonly 423: { readonly "blocked": unknown }; readonly 429: { readonly "slowDown": unknown }; readonly 500: { readonly "failed": unknown } };
  readonly createLocation: { readonly 200: { readonly "shop": unknown }; readonly 201: { readonly "shop": unknown }; readonly 400: { readonly "invalid": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 404: { readonly "notFound": unknown }; readonly 409: { readonly "conflict": unknown }; readonly 422: { readonly "listOfFaults": unknown; readonly "text": unknown }; readonly 423: { readonly "blocked": unknown }; readonly 429: { readonly "slowDown": unknown }; readonly 500: { readonly "failed": unknown } };
  readonly updateLocation: { readonly 200: { readonly "renamed": unknown }; readonly 400: { readonly "invalid": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 404: { readonly "notFound": unknown }; readonly 409: { readonly "conflict": unknown }; readonly 422: { readonly "listOfFaults": unknown; readonly "text": unknown }; readonly 423: { readonly "blocked": unknown }; readonly 429: { readonly "slowDown": unknown }; readonly 500: { readonly "failed": unknown } };
  readonly listTerminals: { readonly 200: { readonly "twoTerminals": unknown }; readonly 400: { readonly "invalid": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 404: { readonly "notFound": unknown }; readonly 409: { readonly "conflict": unknown }; readonly 422: { readonly "listOfFaults": unknown; readonly "text": unknown }; readonly 423: { readonly "blocked": unknown }; readonly 429: { readonly "slowDown": unknown }; readonly 500: { readonly "failed": unknown } };
  readonly createTerminal: { readonly 200: { readonly "terminal": unknown }; readonly 201: { readonly "terminal": unknown }; readonly 400: { readonly "invalid": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "merchant": unknown }; readonly 404: { readonly "notFound": unknown }; readonly 409: { readonly "conflict": unknown }; readonly 422: { readonly "listOfFaults": unknown; readonly "text": unknown }; readonly 423: { readonly "blocked": unknown }; readonly 429: { readonly "slowDown": unknown }; readonly 500: { readonly "failed": unknown } };
  readonly updateTerminal: { readonly 200: { readonly "terminal": unknown }; readonly 400: { readonly "noEntries": unknown; readonly "unsupported": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 404: { readonly "notFound": unknown }; readonly 409: { readonly "conflict": unknown }; readonly 422: { readonly "listOfFaults": unknown; readonly "text": unknown }; readonly 423: { readonly "blocked": unknown }; readonly 429: { readonly "slowDown": unknown }; readonly 500: { readonly "failed": unknown } };
};

/** Holds the query of every operation against the spec; takes the texts of a URL. */
export declare const queries: {
  readonly listBatches: Validator;
  readonly openBatch: Validator;
  readonly getBatch: Validator;
  readonly closeBatch: Validator;
  readonly editBatch: Validator;
  readonly listTransactions: Validator;
  readonly searchTransactions: Validator;
  readonly getTransaction: Validator;
  readonly editTransaction: Validator;
  readonly refundPayment: Validator;
  readonly reversePayment: Validator;
  readonly adjustPayment: Validator;
  readonly confirmPayment: Validator;
  readonly capturePayment: Validator;
  readonly authorizeIncrement: Validator;
  readonly getAccount: Validator;
  readonly createAccount: Validator;
  readonly listApiKeys: Validator;
  readonly createLocation: Validator;
  readonly updateLocation: Validator;
  readonly listTerminals: Validator;
  readonly createTerminal: Validator;
  readonly updateTerminal: Validator;
};
export declare const listBatchesQuery: Validator;
export declare const openBatchQuery: Validator;
export declare const getBatchQuery: Validator;
export declare const closeBatchQuery: Validator;
export declare const editBatchQuery: Validator;
export declare const listTransactionsQuery: Validator;
export declare const searchTransactionsQuery: Validator;
export declare const getTransactionQuery: Validator;
export declare const editTransactionQuery: Validator;
export declare const refundPaymentQuery: Validator;
export declare const reversePaymentQuery: Validator;
export declare const adjustPaymentQuery: Validator;
export declare const confirmPaymentQuery: Validator;
export declare const capturePaymentQuery: Validator;
export declare const authorizeIncrementQuery: Validator;
export declare const getAccountQuery: Validator;
export declare const createAccountQuery: Validator;
export declare const listApiKeysQuery: Validator;
export declare const createLocationQuery: Validator;
export declare const updateLocationQuery: Validator;
export declare const listTerminalsQuery: Validator;
export declare const createTerminalQuery: Validator;
export declare const updateTerminalQuery: Validator;
