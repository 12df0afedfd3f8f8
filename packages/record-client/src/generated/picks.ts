// Generated from specs/record/openapi.yaml by `pnpm generate`. Change the spec, not this file.

import type { PickedOperation } from "@tieout/http";
import {
  type Methods,
  listProgramsOperation as operation_listPrograms,
  getProgramOperation as operation_getProgram,
  listCredentialBatchesOperation as operation_listCredentialBatches,
  issueCredentialsOperation as operation_issueCredentials,
  getCredentialBatchOperation as operation_getCredentialBatch,
} from "./operations.ts";
import {
  listProgramsChecks as checks_listPrograms,
  getProgramChecks as checks_getProgram,
  listCredentialBatchesChecks as checks_listCredentialBatches,
  issueCredentialsChecks as checks_issueCredentials,
  getCredentialBatchChecks as checks_getCredentialBatch,
} from "./validators.js";

/** `GET /programs` */
export const listPrograms: PickedOperation<Methods["listPrograms"]> = {
  operation: operation_listPrograms,
  checks: checks_listPrograms,
};
/** `GET /programs/{programId}` */
export const getProgram: PickedOperation<Methods["getProgram"]> = {
  operation: operation_getProgram,
  checks: checks_getProgram,
};
/** `GET /credentials` */
export const listCredentialBatches: PickedOperation<Methods["listCredentialBatches"]> = {
  operation: operation_listCredentialBatches,
  checks: checks_listCredentialBatches,
};
/** `POST /credentials` */
export const issueCredentials: PickedOperation<Methods["issueCredentials"]> = {
  operation: operation_issueCredentials,
  checks: checks_issueCredentials,
};
/** `GET /credentials/{batchId}` */
export const getCredentialBatch: PickedOperation<Methods["getCredentialBatch"]> = {
  operation: operation_getCredentialBatch,
  checks: checks_getCredentialBatch,
};
