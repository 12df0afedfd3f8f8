// Generated from specs/record/openapi.yaml by `pnpm generate`. Change the spec, not this file.

import { answerCheck, parametersCheck, requestCheck } from "@tieout/http";
import { all, constant, format, list, minItems, minLength, minimum, object, pattern, places, values } from "@tieout/http/schema";
const s1 = 1;
const s2 = /* @__PURE__ */ (() => constant(true))();
const s4 = /* @__PURE__ */ (() => all(1, pattern("^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt ]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)?$")))();
const s5 = /* @__PURE__ */ (() => all(1, pattern("^[^/?\\s]+$")))();
const s6 = /* @__PURE__ */ (() => all(1, minLength(1)))();
const s7 = /* @__PURE__ */ (() => all(1, values("live", "test")))();
const s3 = /* @__PURE__ */ (() => all(32, object({ programId: s5, name: 1, orgId: s6, mode: s7 }, {}, { due: { description: 1, createdAt: s4, updatedAt: s4 }, id: "programId" })))();
const s0 = /* @__PURE__ */ (() => all(32, object({ success: s2, data: all(16, list(s3, true, "programId")) }, {}, { tolerant: { message: s1 } })))();
const s8 = /* @__PURE__ */ (() => all(32, object({ success: s2, data: s3 }, {}, { tolerant: { message: s1 } })))();
const s11 = /* @__PURE__ */ (() => all(1, pattern("^[^/?\\s]+$")))();
const s12 = 1;
const s13 = 1;
const s10 = /* @__PURE__ */ (() => all(32, object({ batchId: s11, programId: s5, batchName: s12, orgId: s6, mode: s7, status: s13, recipientCount: all(3, minimum(0), pattern("^\\d{1,15}$")), issuedAt: s4 })))();
const s9 = /* @__PURE__ */ (() => all(32, object({ success: s2, data: all(16, list(s10, true, "batchId")) }, {}, { tolerant: { message: s1 } })))();
const s17 = /* @__PURE__ */ (() => all(1, minLength(1)))();
const s16 = /* @__PURE__ */ (() => all(32, object({ recipientId: s17 }, {}, { tolerant: { name: 1, email: 1 }, due: { credentialUrl: all(1, format("uri", /^[a-z][a-z\d+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-f]{2})+$/i)) }, id: "recipientId" })))();
const s15 = /* @__PURE__ */ (() => all(32, object({ batchId: s11 }, {}, { due: { programId: s5, batchName: s12, orgId: s6, mode: s7, status: s13, issuedAt: s4, recipients: all(16, list(s16, true, "recipientId")) }, id: "batchId" })))();
const s14 = /* @__PURE__ */ (() => all(32, object({ success: s2, data: s15 }, {}, { tolerant: { message: s1 } })))();
const s19 = /* @__PURE__ */ (() => all(32, object({ name: 1, email: 1 })))();
const s18 = /* @__PURE__ */ (() => all(32, object({ programId: s5, batchName: s12, recipients: all(16, minItems(1), list(s19)) })))();
const s22 = /* @__PURE__ */ (() => all(32, object({ recipientId: s17 }, { email: 65 }, { due: { name: 1, credentialUrl: all(1, format("uri", /^[a-z][a-z\d+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-f]{2})+$/i)) }, id: "recipientId" })))();
const s21 = /* @__PURE__ */ (() => all(32, object({ batchId: s11, programId: s5, batchName: s12, orgId: s6, mode: s7, status: s13, issuedAt: s4, recipients: all(16, list(s22, true, "recipientId")) })))();
const s20 = /* @__PURE__ */ (() => all(32, object({ success: s2, data: s21 }, {}, { tolerant: { message: s1 } })))();
export const listProgramsResponse = s0;
export const getProgramResponse = s8;
export const listCredentialBatchesResponse = s9;
export const issueCredentialsResponse = s14;
export const issueCredentialsRequest = s18;
export const getCredentialBatchResponse = s20;
export const noParameters = /* @__PURE__ */ (() => places())();
export const getProgramParameters = /* @__PURE__ */ (() => places([{ programId: s5 }]))();
export const getCredentialBatchParameters = /* @__PURE__ */ (() => places([{ batchId: s11 }]))();

export const listProgramsChecks = { parameters: /* @__PURE__ */ parametersCheck(noParameters), response: /* @__PURE__ */ answerCheck(listProgramsResponse) };
export const getProgramChecks = { parameters: /* @__PURE__ */ parametersCheck(getProgramParameters), response: /* @__PURE__ */ answerCheck(getProgramResponse) };
export const listCredentialBatchesChecks = { parameters: /* @__PURE__ */ parametersCheck(noParameters), response: /* @__PURE__ */ answerCheck(listCredentialBatchesResponse) };
export const issueCredentialsChecks = { parameters: /* @__PURE__ */ parametersCheck(noParameters), request: /* @__PURE__ */ requestCheck(issueCredentialsRequest), response: /* @__PURE__ */ answerCheck(issueCredentialsResponse) };
export const getCredentialBatchChecks = { parameters: /* @__PURE__ */ parametersCheck(getCredentialBatchParameters), response: /* @__PURE__ */ answerCheck(getCredentialBatchResponse) };

export const validators = {
  listPrograms: listProgramsChecks,
  getProgram: getProgramChecks,
  listCredentialBatches: listCredentialBatchesChecks,
  issueCredentials: issueCredentialsChecks,
  getCredentialBatch: getCredentialBatchChecks,
};
