import type { Validator } from "@tieout/http";
// The clients keep their validators to themselves; the reference uses the very same ones.
import { validators as koard } from "../../../../../packages/koard-client/src/generated/validators.js";
import { validators as record } from "../../../../../packages/record-client/src/generated/validators.js";
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
  batchPage: validated<BatchPage>("listBatches", koard.listBatches.response),
  batch: validated<BatchWithTransactions>("getBatch", koard.getBatch.response),
  programs: validated<Enveloped<readonly Program[]>>("listPrograms", record.listPrograms.response),
  credentialBatches: validated<Enveloped<readonly CredentialBatchSummary[]>>(
    "listCredentialBatches",
    record.listCredentialBatches.response,
  ),
  credentialBatch: validated<Enveloped<CredentialBatch>>(
    "getCredentialBatch",
    record.getCredentialBatch.response,
  ),
};
