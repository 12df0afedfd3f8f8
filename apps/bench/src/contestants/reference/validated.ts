import type { Validator } from "@tieout/http";
// The clients keep their validators to themselves; the reference uses the very same ones.
import * as koard from "../../../../../packages/koard-client/src/generated/validators.js";
import * as record from "../../../../../packages/record-client/src/generated/validators.js";
import type {
  BatchPage,
  BatchWithTransactions,
  CredentialBatch,
  CredentialBatchSummary,
  Enveloped,
  Program,
} from "../wire-api.ts";

const validated =
  <Body>(name: string, validator: Validator) =>
  (bytes: Buffer): Body => {
    const body: unknown = JSON.parse(bytes.toString("utf8"));
    if (!validator(body)) throw new Error(`${name} broke the spec: ${validator.errors?.[0]?.instancePath}`);
    // What the validator was made from is what the type was made from.
    return body as Body;
  };

/** Parses and validates each answer that is read. */
export const read = {
  batchPage: validated<BatchPage>("listBatches", koard.listBatchesResponse),
  batch: validated<BatchWithTransactions>("getBatch", koard.getBatchResponse),
  programs: validated<Enveloped<readonly Program[]>>("listPrograms", record.listProgramsResponse),
  credentialBatches: validated<Enveloped<readonly CredentialBatchSummary[]>>(
    "listCredentialBatches",
    record.listCredentialBatchesResponse,
  ),
  credentialBatch: validated<Enveloped<CredentialBatch>>(
    "getCredentialBatch",
    record.getCredentialBatchResponse,
  ),
};
