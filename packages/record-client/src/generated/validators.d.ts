// Generated from specs/record/openapi.yaml by `pnpm generate`. Change the spec, not this file.

import type { AnswerCheck, RequestCheck, Schema } from "@tieout/http";

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
export declare const listProgramsResponse: Schema;
export declare const getProgramResponse: Schema;
export declare const listCredentialBatchesResponse: Schema;
export declare const issueCredentialsResponse: Schema;
export declare const issueCredentialsRequest: Schema;
export declare const getCredentialBatchResponse: Schema;
export declare const noParameters: Schema;
export declare const getProgramParameters: Schema;
export declare const getCredentialBatchParameters: Schema;
