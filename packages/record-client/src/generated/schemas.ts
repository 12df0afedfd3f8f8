// Generated from specs/record/openapi.yaml by `pnpm generate`. Change the spec, not this file.

export type {
  BatchId,
  BatchName,
  BatchStatus,
  CredentialBatch,
  CredentialBatchAnswer,
  CredentialBatchListAnswer,
  CredentialBatchSummary,
  IssueAnswer,
  IssueRequest,
  IssuedCredentialBatch,
  IssuedRecipient,
  Message,
  Mode,
  NewRecipient,
  OrgId,
  Program,
  ProgramAnswer,
  ProgramId,
  ProgramListAnswer,
  Recipient,
  RecipientId,
  Refusal,
  RefusalCode,
  RefusalReason,
  Success,
  Timestamp,
} from "./types.ts";
export {
  modeValues,
} from "./types.ts";
export { vocabularies } from "./vocabularies.ts";
