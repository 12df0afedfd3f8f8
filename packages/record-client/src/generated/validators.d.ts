// Generated from specs/record/openapi.yaml by `pnpm generate`. Change the spec, not this file.

import type { AnswerCheck, RequestCheck, Validator } from "@tieout/http";

/** What the bodies of every operation are held against, by operationId. */
export declare const validators: {
  readonly listPrograms: { readonly parameters: RequestCheck; readonly response: AnswerCheck; };
  readonly getProgram: { readonly parameters: RequestCheck; readonly response: AnswerCheck; };
  readonly listCredentialBatches: { readonly parameters: RequestCheck; readonly response: AnswerCheck; };
  readonly issueCredentials: { readonly parameters: RequestCheck; readonly request: RequestCheck; readonly response: AnswerCheck; };
  readonly getCredentialBatch: { readonly parameters: RequestCheck; readonly response: AnswerCheck; };
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
