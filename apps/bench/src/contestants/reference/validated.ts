import { answerCheck, apiErrors, type Schema } from "@tieout/http";
import type {
  BatchPage,
  BatchWithTransactions,
  CredentialBatch,
  CredentialBatchSummary,
  Enveloped,
  Program,
} from "../wire-api.ts";
import * as validators from "./validators.ts";

const validated =
  <Body>(operation: string, schema: Schema) =>
  (bytes: Buffer): Body => {
    const context = { api: "the reference", operation, errors: apiErrors };
    const { body } = answerCheck(schema)(JSON.parse(bytes.toString("utf8")), context);
    // What the schema was made from is what the type was made from.
    return body as Body;
  };

/** Parses and validates each answer that is read. */
export const read = {
  batchPage: validated<BatchPage>("listBatches", validators.listBatches),
  batch: validated<BatchWithTransactions>("getBatch", validators.getBatch),
  programs: validated<Enveloped<readonly Program[]>>("listPrograms", validators.listPrograms),
  credentialBatches: validated<Enveloped<readonly CredentialBatchSummary[]>>(
    "listCredentialBatches",
    validators.listCredentialBatches,
  ),
  credentialBatch: validated<Enveloped<CredentialBatch>>("getCredentialBatch", validators.getCredentialBatch),
};
