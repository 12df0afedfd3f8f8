// Generated from specs/record/openapi.yaml by `pnpm generate`. Change the spec, not this file.

import type { Validator } from "@tieout/http";

/** The validators of every operation, by operationId. */
export declare const validators: {
  readonly listPrograms: { readonly response: Validator; };
  readonly getProgram: { readonly response: Validator; };
  readonly listCredentialBatches: { readonly response: Validator; };
  readonly issueCredentials: { readonly request: Validator; readonly response: Validator; };
  readonly getCredentialBatch: { readonly response: Validator; };
};
export declare const listProgramsResponse: Validator;
export declare const getProgramResponse: Validator;
export declare const listCredentialBatchesResponse: Validator;
export declare const issueCredentialsResponse: Validator;
export declare const issueCredentialsRequest: Validator;
export declare const getCredentialBatchResponse: Validator;
