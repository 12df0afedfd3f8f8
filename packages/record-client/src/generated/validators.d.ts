// Generated from specs/record/openapi.yaml by `pnpm generate`. Change the spec, not this file.

import type { AnswerCheck, RequestCheck, Validator } from "@tieout/http";

/** What one operation is held against. */
export declare const listProgramsChecks: { readonly parameters: RequestCheck; readonly response: AnswerCheck; };
export declare const getProgramChecks: { readonly parameters: RequestCheck; readonly response: AnswerCheck; };
export declare const listCredentialBatchesChecks: { readonly parameters: RequestCheck; readonly response: AnswerCheck; };
export declare const issueCredentialsChecks: { readonly parameters: RequestCheck; readonly request: RequestCheck; readonly response: AnswerCheck; };
export declare const getCredentialBatchChecks: { readonly parameters: RequestCheck; readonly response: AnswerCheck; };

/** The same of every operation, by operationId. */
export declare const validators: {
  readonly listPrograms: typeof listProgramsChecks;
  readonly getProgram: typeof getProgramChecks;
  readonly listCredentialBatches: typeof listCredentialBatchesChecks;
  readonly issueCredentials: typeof issueCredentialsChecks;
  readonly getCredentialBatch: typeof getCredentialBatchChecks;
};
export declare const noParameters: Validator;
export declare const listProgramsResponse: Validator;
export declare const getProgramParameters: Validator;
export declare const getProgramResponse: Validator;
export declare const listCredentialBatchesResponse: Validator;
export declare const issueCredentialsResponse: Validator;
export declare const issueCredentialsRequest: Validator;
export declare const getCredentialBatchParameters: Validator;
export declare const getCredentialBatchResponse: Validator;
