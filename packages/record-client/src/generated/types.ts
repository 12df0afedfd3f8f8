// Generated from specs/record/openapi.yaml by `pnpm generate`. Change the spec, not this file.

export interface paths {
    readonly "/credentials": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List every credential batch
         * @description Every batch of the token's organisation, over all its programmes, in one answer: headers with a count,
         *     without recipients. Takes no parameters, and its order is not promised.
         *
         *     Keys beside `data` are left in place, so that a caller can notice paging that the documentation does
         *     not mention (Record fact 5.1).
         */
        readonly get: operations["listCredentialBatches"];
        readonly put?: never;
        /**
         * Issue credentials to a batch of recipients
         * @description Issues one credential to each recipient, all under one programme, as a new batch that can be read at
         *     once. The API knows no idempotency key and no client reference: sending the same body again
         *     probably issues everything a second time, so this must never be repeated automatically. When the answer
         *     was lost, look for the batch with `listCredentialBatches` first.
         */
        readonly post: operations["issueCredentials"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/credentials/{batchId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The credential batch to read.
                 * @example batch_1779353381048_e3ixqz
                 */
                readonly batchId: components["parameters"]["BatchIdInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Read one credential batch with its recipients
         * @description One batch with every credential in it. It has no count: compare `recipients` with the list's
         *     `recipientCount`. An id of another organisation answers just as an unknown one does.
         *
         *     The answer names people, their e-mail addresses and a public page for each.
         */
        readonly get: operations["getCredentialBatch"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/programs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List every programme
         * @description Every programme of the token's organisation, in one answer. Takes no parameters. The order is not
         *     promised; the published sample runs from newest to oldest.
         */
        readonly get: operations["listPrograms"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/programs/{programId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The programme to read.
                 * @example prog_1779172339924_j3pr93
                 */
                readonly programId: components["parameters"]["ProgramIdInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Read one programme
         * @description One programme by its id. An id of another organisation answers just as an unknown one does.
         */
        readonly get: operations["getProgram"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description Id of a credential batch, unique and opaque. The digits in it look like a time but do not agree with
         *     `issuedAt`; never read a date from them (Record fact 5.5). One that could not stand in a path safely is
         *     refused (Record fact 5.21).
         * @example batch_1779353381048_e3ixqz
         */
        readonly BatchId: string;
        /**
         * @description The label that whoever issued the batch gave it; neither unique nor limited in length or characters.
         *     Often the name of a cohort.
         * @example May 2025 Cohort
         */
        readonly BatchName: string;
        /**
         * @description State of a batch. `issued` is the only value ever shown, and always the one right after creation; others
         *     may exist, and are not errors.
         * @example issued
         */
        readonly BatchStatus: string;
        /** @description A batch with its credentials. Unlike the list's summary it states no count. */
        readonly CredentialBatch: {
            readonly batchId: components["schemas"]["BatchId"];
            readonly batchName: components["schemas"]["BatchName"];
            /** @description When the batch was issued. The only date a credential has. */
            readonly issuedAt: components["schemas"]["Timestamp"];
            readonly mode: components["schemas"]["Mode"];
            readonly orgId: components["schemas"]["OrgId"];
            /** @description The programme that the batch was issued under. */
            readonly programId: components["schemas"]["ProgramId"];
            /** @description The credentials of the batch, one entry each. */
            readonly recipients: readonly components["schemas"]["Recipient"][];
            readonly status: components["schemas"]["BatchStatus"];
        };
        /** @description Envelope of one batch. */
        readonly CredentialBatchAnswer: {
            readonly data: components["schemas"]["CredentialBatch"];
            readonly message?: components["schemas"]["Message"];
            readonly success: components["schemas"]["Success"];
        };
        /** @description Envelope of the list of batches. Other keys beside `data` are kept, so that unknown paging shows. */
        readonly CredentialBatchListAnswer: {
            /** @description Every batch. Never null, not even when there is none. */
            readonly data: readonly components["schemas"]["CredentialBatchSummary"][];
            readonly message?: components["schemas"]["Message"];
            readonly success: components["schemas"]["Success"];
        } & {
            readonly [key: string]: unknown;
        };
        /** @description A batch as the list shows it, with a count instead of its credentials. */
        readonly CredentialBatchSummary: {
            readonly batchId: components["schemas"]["BatchId"];
            readonly batchName: components["schemas"]["BatchName"];
            /** @description When the batch was issued. The only date a credential has. */
            readonly issuedAt: components["schemas"]["Timestamp"];
            readonly mode: components["schemas"]["Mode"];
            readonly orgId: components["schemas"]["OrgId"];
            /** @description The programme that the batch was issued under. */
            readonly programId: components["schemas"]["ProgramId"];
            /**
             * @description How many credentials the batch holds (credentials, not people). Documented as a number; digits in
             *     a string are accepted too (Record fact 5.20).
             * @example 2
             * @example 2
             */
            readonly recipientCount: number | string;
            readonly status: components["schemas"]["BatchStatus"];
        };
        /** @description Envelope of a batch just issued. */
        readonly IssueAnswer: {
            readonly data: components["schemas"]["IssuedCredentialBatch"];
            readonly message?: components["schemas"]["Message"];
            readonly success: components["schemas"]["Success"];
        };
        /**
         * @description The batch that a POST made. Only what is needed to find the batch again must be right: credentials have
         *     been issued by then, and an error about a missing label would invite sending everything twice.
         */
        readonly IssuedCredentialBatch: {
            readonly batchId: components["schemas"]["BatchId"];
            readonly batchName?: components["schemas"]["BatchName"];
            /** @description When the batch was issued. */
            readonly issuedAt?: components["schemas"]["Timestamp"];
            readonly mode?: components["schemas"]["Mode"];
            readonly orgId?: components["schemas"]["OrgId"];
            /** @description The programme that the batch was issued under. */
            readonly programId?: components["schemas"]["ProgramId"];
            /** @description The credentials just issued, one entry each. */
            readonly recipients?: readonly components["schemas"]["IssuedRecipient"][];
            readonly status?: components["schemas"]["BatchStatus"];
        };
        /**
         * @description One credential just issued. Name and e-mail stand in the published sample of this answer but not in
         *     its table.
         */
        readonly IssuedRecipient: {
            /**
             * Format: uri
             * @description Public page of the credential.
             * @example https://app.getrecord.in/credential/rec_1779353381048_ab12cd
             */
            readonly credentialUrl?: string;
            /**
             * @description The person's e-mail address, as submitted.
             * @example alice@example.com
             */
            readonly email?: string;
            /**
             * @description The person's full name, as submitted.
             * @example Alice Johnson
             */
            readonly name?: string;
            readonly recipientId: components["schemas"]["RecipientId"];
        };
        /** @description What to issue, under which programme, to whom. */
        readonly IssueRequest: {
            readonly batchName: components["schemas"]["BatchName"];
            /** @description A programme of the token's organisation and mode. */
            readonly programId: components["schemas"]["ProgramId"];
            /** @description Whom to issue to, at least one. How many are allowed is not documented. */
            readonly recipients: readonly components["schemas"]["NewRecipient"][];
        };
        /**
         * @description Text for people. Nothing may depend on it.
         * @example Programs fetched successfully
         */
        readonly Message: string;
        /**
         * @description Whether the object is a real one or a trial. Follows from the token that made it.
         * @enum {string}
         */
        readonly Mode: "live" | "test";
        /** @description Somebody to issue a credential to. */
        readonly NewRecipient: {
            /**
             * @description The person's e-mail address. Record documents neither a check nor a removal of repeats.
             * @example alice@example.com
             */
            readonly email: string;
            /**
             * @description The person's full name.
             * @example Alice Johnson
             */
            readonly name: string;
        };
        /**
         * @description Id of the organisation that owns the object. All objects that one token sees should have the same.
         * @example org_1779085658651_hmhfv5
         */
        readonly OrgId: string;
        /** @description A programme, under which credentials are issued. It has no state, dates of its own or list of cohorts. */
        readonly Program: {
            /** @description When the programme was made. */
            readonly createdAt?: components["schemas"]["Timestamp"];
            /**
             * @description What the programme is about. Present in every sample, perhaps absent or empty in practice.
             * @example MongoDB Program
             */
            readonly description?: string;
            readonly mode: components["schemas"]["Mode"];
            /**
             * @description What the programme is called. May be changed later; `programId` is what identifies it.
             * @example MongoDB
             */
            readonly name: string;
            readonly orgId: components["schemas"]["OrgId"];
            readonly programId: components["schemas"]["ProgramId"];
            /** @description When the programme was last changed; equal to `createdAt` in all samples. */
            readonly updatedAt?: components["schemas"]["Timestamp"];
        };
        /** @description Envelope of one programme. */
        readonly ProgramAnswer: {
            readonly data: components["schemas"]["Program"];
            readonly message?: components["schemas"]["Message"];
            readonly success: components["schemas"]["Success"];
        };
        /**
         * @description Id of a programme, unique and opaque. Samples look like `prog_`, 13 digits, `_`, 6 of a-z and 0-9; the
         *     shape is not promised. One that could not stand in a path safely is refused (Record fact 5.21).
         * @example prog_1779172339924_j3pr93
         */
        readonly ProgramId: string;
        /** @description Envelope of the list of programmes. Other keys beside `data` are kept, so that unknown paging shows. */
        readonly ProgramListAnswer: {
            /** @description Every programme. Never null, not even when there is none. */
            readonly data: readonly components["schemas"]["Program"][];
            readonly message?: components["schemas"]["Message"];
            readonly success: components["schemas"]["Success"];
        } & {
            readonly [key: string]: unknown;
        };
        /** @description One credential. It has no state, date, expiry or outside reference of its own. */
        readonly Recipient: {
            /**
             * Format: uri
             * @description Public page of the credential; in the samples it ends in `recipientId`. It names a person.
             * @example https://app.getrecord.in/credential/rec_1779353381048_ab12cd
             */
            readonly credentialUrl?: string;
            /**
             * @description The person's e-mail address, as submitted: no promise about case, blanks or validity, so it may
             *     be empty or no address at all. The samples always have it; a credential without one was issued all the same.
             * @example alice@example.com
             */
            readonly email?: string | null;
            /**
             * @description The person's full name, as submitted.
             * @example Alice Johnson
             */
            readonly name?: string;
            readonly recipientId: components["schemas"]["RecipientId"];
        };
        /**
         * @description Id of the credential. Not the id of a person, who gets another with every credential.
         * @example rec_1779353381048_ab12cd
         */
        readonly RecipientId: string;
        /**
         * @description Body of a refusal. No issuance page shows one; the nested form is that of the sibling verification API, and
         *     that platform is not uniform. Decide by the HTTP status; take the code from `error.code`, else `code`,
         *     else a plain `error`.
         */
        readonly Refusal: {
            /** @description The code, where it stands beside `success`. */
            readonly code?: components["schemas"]["RefusalCode"];
            /** @description What was wrong, as a code with text or as text alone. */
            readonly error?: components["schemas"]["RefusalReason"] | string;
            /** @description Text for people, where it stands beside `success`. */
            readonly message?: string;
            /** @description False where it is sent. */
            readonly success?: boolean;
        };
        /**
         * @description Names the cause. The published lists differ from page to page, so others will come.
         * @example UNAUTHORIZED
         * @example FORBIDDEN
         * @example NOT_FOUND
         * @example MISSING_PROGRAM_ID
         * @example MISSING_BATCH_NAME
         * @example MISSING_RECIPIENTS
         * @example INTERNAL_ERROR
         */
        readonly RefusalCode: string;
        /** @description A code with text for people. */
        readonly RefusalReason: {
            readonly code?: components["schemas"]["RefusalCode"];
            /** @description Text for people. */
            readonly message?: string;
        };
        /**
         * @description Success needs a 2xx status and this. A 2xx that says anything else breaks the contract (Record fact 5.14).
         * @constant
         */
        readonly Success: true;
        /**
         * @description An instant as RFC 3339 text. Samples are UTC with milliseconds. Other offsets and any number of decimals
         *     are accepted; without an offset it is to be read as UTC (Record fact 5.6), which is why this is a pattern
         *     and not `format: date-time`.
         * @example 2025-05-21T08:09:41.048Z
         * @example 2025-05-21T13:39:41+05:30
         */
        readonly Timestamp: string;
    };
    responses: {
        /** @description The new batch. Which of 200 and 201 is sent is not documented. */
        readonly CredentialsIssued: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["IssueAnswer"];
            };
        };
        /** @description The programme or batch does not exist, or belongs to another organisation; the two are not told apart. */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
        /**
         * @description The token's organisation was not found, or access was refused. Documented for `listPrograms` only;
         *     as every operation resolves the organisation, expect it on all.
         */
        readonly OrganisationRefused: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
        /**
         * @description Any other refusal. Throttling (429), oversized bodies and gateway failures are not documented and may
         *     happen; the body may then be a proxy's page and no JSON at all.
         */
        readonly OtherRefusal: {
            headers: {
                readonly "Retry-After": components["headers"]["RetryAfter"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description Record failed. Known from the sibling verification API only, so expected here. */
        readonly ServerFailed: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description The token is missing, malformed, unknown or revoked. */
        readonly TokenRefused: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
    };
    parameters: {
        /**
         * @description The credential batch to read.
         * @example batch_1779353381048_e3ixqz
         */
        readonly BatchIdInPath: components["schemas"]["BatchId"];
        /**
         * @description The programme to read.
         * @example prog_1779172339924_j3pr93
         */
        readonly ProgramIdInPath: components["schemas"]["ProgramId"];
    };
    requestBodies: never;
    headers: {
        /**
         * @description How long to wait before trying again, in whole seconds or as an HTTP date. Never documented; honoured when sent.
         * @example 30
         */
        readonly RetryAfter: string;
    };
    pathItems: never;
}
export type BatchId = components['schemas']['BatchId'];
export type BatchName = components['schemas']['BatchName'];
export type BatchStatus = components['schemas']['BatchStatus'];
export type CredentialBatch = components['schemas']['CredentialBatch'];
export type CredentialBatchAnswer = components['schemas']['CredentialBatchAnswer'];
export type CredentialBatchListAnswer = components['schemas']['CredentialBatchListAnswer'];
export type CredentialBatchSummary = components['schemas']['CredentialBatchSummary'];
export type IssueAnswer = components['schemas']['IssueAnswer'];
export type IssuedCredentialBatch = components['schemas']['IssuedCredentialBatch'];
export type IssuedRecipient = components['schemas']['IssuedRecipient'];
export type IssueRequest = components['schemas']['IssueRequest'];
export type Message = components['schemas']['Message'];
export type Mode = components['schemas']['Mode'];
export type NewRecipient = components['schemas']['NewRecipient'];
export type OrgId = components['schemas']['OrgId'];
export type Program = components['schemas']['Program'];
export type ProgramAnswer = components['schemas']['ProgramAnswer'];
export type ProgramId = components['schemas']['ProgramId'];
export type ProgramListAnswer = components['schemas']['ProgramListAnswer'];
export type Recipient = components['schemas']['Recipient'];
export type RecipientId = components['schemas']['RecipientId'];
export type Refusal = components['schemas']['Refusal'];
export type RefusalCode = components['schemas']['RefusalCode'];
export type RefusalReason = components['schemas']['RefusalReason'];
export type Success = components['schemas']['Success'];
export type Timestamp = components['schemas']['Timestamp'];
export type ResponseCredentialsIssued = components['responses']['CredentialsIssued'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseOrganisationRefused = components['responses']['OrganisationRefused'];
export type ResponseOtherRefusal = components['responses']['OtherRefusal'];
export type ResponseServerFailed = components['responses']['ServerFailed'];
export type ResponseTokenRefused = components['responses']['TokenRefused'];
export type ParameterBatchIdInPath = components['parameters']['BatchIdInPath'];
export type ParameterProgramIdInPath = components['parameters']['ProgramIdInPath'];
export type HeaderRetryAfter = components['headers']['RetryAfter'];
export type $defs = Record<string, never>;
export interface operations {
    readonly listCredentialBatches: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All batches. An organisation without any has an empty list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CredentialBatchListAnswer"];
                };
            };
            readonly 401: components["responses"]["TokenRefused"];
            readonly 403: components["responses"]["OrganisationRefused"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly issueCredentials: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["IssueRequest"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["CredentialsIssued"];
            readonly 201: components["responses"]["CredentialsIssued"];
            /** @description Something that the body must have is not there; the code says which. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Refusal"];
                };
            };
            readonly 401: components["responses"]["TokenRefused"];
            readonly 403: components["responses"]["OrganisationRefused"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly getCredentialBatch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The credential batch to read.
                 * @example batch_1779353381048_e3ixqz
                 */
                readonly batchId: components["parameters"]["BatchIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The batch and its credentials. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CredentialBatchAnswer"];
                };
            };
            readonly 401: components["responses"]["TokenRefused"];
            readonly 403: components["responses"]["OrganisationRefused"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly listPrograms: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All programmes. An organisation without any has an empty list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProgramListAnswer"];
                };
            };
            readonly 401: components["responses"]["TokenRefused"];
            /** @description The token's organisation was not found, or may not read here. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Refusal"];
                };
            };
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly getProgram: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The programme to read.
                 * @example prog_1779172339924_j3pr93
                 */
                readonly programId: components["parameters"]["ProgramIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The programme. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProgramAnswer"];
                };
            };
            readonly 401: components["responses"]["TokenRefused"];
            readonly 403: components["responses"]["OrganisationRefused"];
            readonly 404: components["responses"]["NotFound"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
}
type FlattenedDeepRequired<T> = {
    [K in keyof T]-?: FlattenedDeepRequired<T[K] extends unknown[] | undefined | null ? Extract<T[K], unknown[]>[number] : T[K]>;
};
type ReadonlyArray<T> = [
    Exclude<T, undefined>
] extends [
    unknown[]
] ? Readonly<Exclude<T, undefined>> : Readonly<Exclude<T, undefined>[]>;
export const modeValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["Mode"]> = ["live", "test"];
