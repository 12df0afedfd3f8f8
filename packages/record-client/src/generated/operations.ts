// Generated from specs/record/openapi.yaml by `pnpm generate`. Change the spec, not this file.

import type { Answer, CallOptions, Operation, Security } from "@tieout/http";
import type { operations as Spec } from "./types.ts";

export const listProgramsOperation: Operation = {
  "id": "listPrograms",
  "method": "GET",
  "path": "/programs",
  "retry": "safe"
};

export const getProgramOperation: Operation = {
  "id": "getProgram",
  "method": "GET",
  "path": "/programs/{programId}",
  "retry": "safe"
};

export const listCredentialBatchesOperation: Operation = {
  "id": "listCredentialBatches",
  "method": "GET",
  "path": "/credentials",
  "retry": "safe"
};

export const issueCredentialsOperation: Operation = {
  "id": "issueCredentials",
  "method": "POST",
  "path": "/credentials",
  "retry": "never",
  "bodyRequired": true
};

export const getCredentialBatchOperation: Operation = {
  "id": "getCredentialBatch",
  "method": "GET",
  "path": "/credentials/{batchId}",
  "retry": "safe"
};

/** What the transport must know about each operation of Record issuance API. */
export const operations: { readonly [Id in keyof Methods]: Operation } = {
  listPrograms: listProgramsOperation,
  getProgram: getProgramOperation,
  listCredentialBatches: listCredentialBatchesOperation,
  issueCredentials: issueCredentialsOperation,
  getCredentialBatch: getCredentialBatchOperation,
};

/** The keys of Record issuance API, and which of them an operation needs that says nothing of its own. */
export const security: Security = {
  "schemes": {
    "bearerToken": {
      "in": "header",
      "name": "authorization",
      "prefix": "Bearer "
    },
    "apiKeyHeader": {
      "in": "header",
      "name": "x-api-key"
    }
  },
  "required": [
    [
      "bearerToken"
    ],
    [
      "apiKeyHeader"
    ]
  ]
};

/** One method an operation of Record issuance API. */
export interface Methods {
  /**
   * List every programme
   *
   * Every programme of the token's organisation, in one answer. Takes no parameters. The order is not
   * promised; the published sample runs from newest to oldest.
   *
   * `GET /programs`
   */
  listPrograms(init?: CallOptions): Promise<Answer<Spec["listPrograms"]["responses"][200]["content"]["application/json"]>>;

  /**
   * Read one programme
   *
   * One programme by its id. An id of another organisation answers just as an unknown one does.
   *
   * `GET /programs/{programId}`
   */
  getProgram(init: CallOptions & { readonly path: NonNullable<Spec["getProgram"]["parameters"]["path"]> }): Promise<Answer<Spec["getProgram"]["responses"][200]["content"]["application/json"]>>;

  /**
   * List every credential batch
   *
   * Every batch of the token's organisation, over all its programmes, in one answer: headers with a count,
   * without recipients. Takes no parameters, and its order is not promised.
   *
   * Keys beside `data` are left in place, so that a caller can notice paging that the documentation does
   * not mention (Record fact 5.1).
   *
   * `GET /credentials`
   */
  listCredentialBatches(init?: CallOptions): Promise<Answer<Spec["listCredentialBatches"]["responses"][200]["content"]["application/json"]>>;

  /**
   * Issue credentials to a batch of recipients
   *
   * Issues one credential to each recipient, all under one programme, as a new batch that can be read at
   * once. The API knows no idempotency key and no client reference: sending the same body again
   * probably issues everything a second time, so this must never be repeated automatically. When the answer
   * was lost, look for the batch with `listCredentialBatches` first.
   *
   * `POST /credentials`
   */
  issueCredentials(init: CallOptions & { readonly body: NonNullable<Spec["issueCredentials"]["requestBody"]>["content"]["application/json"] }): Promise<Answer<Spec["issueCredentials"]["responses"][200]["content"]["application/json"]>>;

  /**
   * Read one credential batch with its recipients
   *
   * One batch with every credential in it. It has no count: compare `recipients` with the list's
   * `recipientCount`. An id of another organisation answers just as an unknown one does.
   *
   * The answer names people, their e-mail addresses and a public page for each.
   *
   * `GET /credentials/{batchId}`
   */
  getCredentialBatch(init: CallOptions & { readonly path: NonNullable<Spec["getCredentialBatch"]["parameters"]["path"]> }): Promise<Answer<Spec["getCredentialBatch"]["responses"][200]["content"]["application/json"]>>;

}

/** The statuses with which each operation is documented to refuse. */
export interface Refusals {
  readonly listPrograms: 401 | 403 | 500;
  readonly getProgram: 401 | 403 | 404 | 500;
  readonly listCredentialBatches: 401 | 403 | 500;
  readonly issueCredentials: 400 | 401 | 403 | 404 | 500;
  readonly getCredentialBatch: 401 | 403 | 404 | 500;
}
