// Generated from specs/record/openapi.yaml by `pnpm generate`. Change the spec, not this file.

import type { Validator } from "@tieout/http";

/** The example answers of every operation, by status and name. */
export declare const examples: {
  readonly listPrograms: { readonly 200: { readonly "twoPrograms": unknown; readonly "none": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 500: { readonly "internalError": unknown } };
  readonly getProgram: { readonly 200: { readonly "program": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 404: { readonly "notFound": unknown }; readonly 500: { readonly "internalError": unknown } };
  readonly listCredentialBatches: { readonly 200: { readonly "threeBatches": unknown; readonly "none": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 500: { readonly "internalError": unknown } };
  readonly issueCredentials: { readonly 200: { readonly "mayCohort": unknown }; readonly 201: { readonly "mayCohort": unknown }; readonly 400: { readonly "missingProgramId": unknown; readonly "missingBatchName": unknown; readonly "missingRecipients": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 404: { readonly "notFound": unknown }; readonly 500: { readonly "internalError": unknown } };
  readonly getCredentialBatch: { readonly 200: { readonly "mayCohort": unknown }; readonly 401: { readonly "unauthorized": unknown }; readonly 403: { readonly "forbidden": unknown }; readonly 404: { readonly "notFound": unknown }; readonly 500: { readonly "internalError": unknown } };
};

/** Holds the query of every operation against the spec; takes the texts of a URL. */
export declare const queries: {
  readonly listPrograms: Validator;
  readonly getProgram: Validator;
  readonly listCredentialBatches: Validator;
  readonly issueCredentials: Validator;
  readonly getCredentialBatch: Validator;
};
export declare const listProgramsQuery: Validator;
export declare const getProgramQuery: Validator;
export declare const listCredentialBatchesQuery: Validator;
export declare const issueCredentialsQuery: Validator;
export declare const getCredentialBatchQuery: Validator;
