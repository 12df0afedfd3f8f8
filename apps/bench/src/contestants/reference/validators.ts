// The clients keep their validators to themselves; the reference uses the very same ones.
export {
  getBatchResponse as getBatch,
  listBatchesResponse as listBatches,
} from "../../../../../packages/koard-client/src/generated/validators.js";
export {
  getCredentialBatchResponse as getCredentialBatch,
  listCredentialBatchesResponse as listCredentialBatches,
  listProgramsResponse as listPrograms,
} from "../../../../../packages/record-client/src/generated/validators.js";
