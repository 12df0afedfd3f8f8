// Generated from specs/koard/openapi.yaml by `pnpm generate`. Change the spec, not this file.

export interface paths {
    readonly "/v1/accounts/{account_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The account.
                 * @example ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21
                 */
                readonly account_id: components["parameters"]["AccountIdInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Read one account
         * @description One account that the key can see.
         */
        readonly get: operations["getAccount"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/accounts/{account_id}/api-keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The account.
                 * @example ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21
                 */
                readonly account_id: components["parameters"]["AccountIdInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * List the API keys of an account
         * @description The keys of one account, as a bare list. With `include_keys=true` the answer holds the secrets themselves:
         *     never log it.
         */
        readonly get: operations["listApiKeys"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/batches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List settlement batches
         * @description Headers of the batches that the key can see, without their transactions, a page at a time. The order is not
         *     promised, and there is no filter by date, currency or amount, so whoever wants a period has to walk
         *     all pages. Send `statuses` once for each value, and never the text `null` for a filter that is not wanted.
         */
        readonly get: operations["listBatches"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/batches/{batch_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The batch.
                 * @example 6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61
                 */
                readonly batch_id: components["parameters"]["BatchIdInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Read one batch, with its transactions if asked for
         * @description One batch header and, with `include_transactions=true`, all its transactions in the same answer: the
         *     embedded list cannot be paged. Where it holds fewer rows than `transaction_count` says, read the rest with
         *     `searchTransactions` and this `batch_id`.
         */
        readonly get: operations["getBatch"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/batches/{batch_id}/close": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The batch.
                 * @example 6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61
                 */
                readonly batch_id: components["parameters"]["BatchIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Close a batch and start its settlement
         * @description Closes the batch and hands it to settlement; takes no body. Which state the batch is in afterwards is not
         *     documented (`closed` or `submitted`), so read it again. Carries no idempotency key and must not be repeated
         *     automatically.
         */
        readonly post: operations["closeBatch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/batches/{batch_id}/edit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The batch.
                 * @example 6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61
                 */
                readonly batch_id: components["parameters"]["BatchIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Move transactions in or out of an open batch
         * @description Adds and removes transactions by id, or renumbers the batch. Only open batches can be edited, so membership
         *     is settled once a batch is closed. Carries no idempotency key and must not be repeated automatically.
         */
        readonly put: operations["editBatch"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/batches/open": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Open a batch on a terminal
         * @description Opens a batch under the number that the processor will know it by. For partners who run batches themselves.
         *     Carries no idempotency key, so it must not be repeated automatically: list the terminal's open batches
         *     first.
         */
        readonly post: operations["openBatch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/locations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Create a location
         * @description Creates a place where an account takes payments. Carries no idempotency key and must not be repeated
         *     automatically.
         */
        readonly post: operations["createLocation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/locations/{location_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The location.
                 * @example d41c7b26-9e3f-4a85-b7d2-60f1e2d3c4b5
                 */
                readonly location_id: components["parameters"]["LocationIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Change a location
         * @description Changes a location; presumably what is left out stays. Carries no idempotency key and must not be repeated
         *     automatically.
         */
        readonly put: operations["updateLocation"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/payments/{transaction_id}/adjust": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The transaction.
                 * @example d7fa08cf-9c29-4629-96ae-921c226c32cf
                 */
                readonly transaction_id: components["parameters"]["TransactionIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Add or change a tip
         * @description Sets the tip of an authorised or captured transaction, as an amount or as a percentage. Whether a surcharge is
         *     worked out anew is documented both ways.
         *
         *     A repeat with the same `event_id` adjusts nothing more and should return the first result.
         */
        readonly post: operations["adjustPayment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/payments/{transaction_id}/confirm": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The transaction.
                 * @example d7fa08cf-9c29-4629-96ae-921c226c32cf
                 */
                readonly transaction_id: components["parameters"]["TransactionIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Accept or refuse a surcharge
         * @description Says for a transaction in `surcharge_pending` whether the cardholder accepts the surcharge; on refusal the
         *     payment is canceled.
         *
         *     Although it takes an `event_id`, it must not be repeated automatically: a second attempt with the same one is
         *     documented to answer 400, the same as a missing `confirm`, so that a repeat after a lost answer would report a
         *     refusal of what has in fact happened. Look it up with `listTransactions` and the `event_id` instead.
         */
        readonly post: operations["confirmPayment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/payments/{transaction_id}/refund": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The transaction.
                 * @example d7fa08cf-9c29-4629-96ae-921c226c32cf
                 */
                readonly transaction_id: components["parameters"]["TransactionIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Give money back
         * @description Refunds a captured transaction, whole or in part. Several partial refunds may follow each other as long as
         *     their sum stays within what was captured; `refunded` in the answer is their running total, and the status turns
         *     to `refunded` only when everything went back. Whether a transaction must be settled first is documented both ways.
         *
         *     A repeat with the same `event_id` refunds nothing more and should return the first result.
         */
        readonly post: operations["refundPayment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/payments/{transaction_id}/reverse": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The transaction.
                 * @example d7fa08cf-9c29-4629-96ae-921c226c32cf
                 */
                readonly transaction_id: components["parameters"]["TransactionIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Release a hold or void a payment
         * @description Reverses an authorised or captured transaction, whole or in part, before it settles (the guides disagree on how
         *     late that may be). `reversed` in the answer is the running total of all reversals; what is left stays
         *     authorised, and the status turns to `reversed` only when everything was released.
         *
         *     A repeat with the same `event_id` reverses nothing more and should return the first result.
         */
        readonly post: operations["reversePayment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/transactions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List transactions
         * @description Transactions that the key can see, as a bare list without envelope or total: the last page is the one that
         *     comes short or empty. The order is not promised. Batch, status and date cannot be asked for here; use
         *     `searchTransactions`.
         *
         *     With `event_id` this is how to learn what became of a payment whose answer was lost.
         */
        readonly get: operations["listTransactions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/transactions/{transaction_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The transaction.
                 * @example d7fa08cf-9c29-4629-96ae-921c226c32cf
                 */
                readonly transaction_id: components["parameters"]["TransactionIdInPath"];
            };
            readonly cookie?: never;
        };
        /**
         * Read one transaction with its history
         * @description One transaction. The only read that promises to fill `history`. What lies outside the key's account
         *     hierarchy answers 404, just as an unknown id does.
         */
        readonly get: operations["getTransaction"];
        /**
         * Correct a passthrough transaction
         * @description Overwrites figures and state of a transaction that a third party processed: allowed only where Koard forwards
         *     the card's data and the transaction came through `EncryptedTlvPassthroughProcessor`. Amounts given replace the
         *     old ones, they are not added. Carries no idempotency key and must not be repeated automatically.
         */
        readonly put: operations["editTransaction"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/transactions/search": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Search transactions
         * @description Transactions that match every condition given, a page at a time. Although it is a POST it changes nothing and
         *     may be repeated like any read. Every member of the body may be left out; an empty object finds everything.
         *
         *     With `batch_id` this is the way to read a batch page by page.
         */
        readonly post: operations["searchTransactions"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/accounts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Create an account
         * @description Creates an account, and with version 2 also what its people need to sign in: an organisation, a place for
         *     webhooks and an API key. Carries no idempotency key and must not be repeated automatically.
         */
        readonly post: operations["createAccount"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/terminals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List terminals
         * @description Terminals that the key can see, a page at a time. The order is not promised. Never send the text `null` for a
         *     filter that is not wanted.
         */
        readonly get: operations["listTerminals"];
        readonly put?: never;
        /**
         * Create a terminal
         * @description Creates a terminal. What a processor needs differs; only the form for TSYS is known, and is what stands here.
         *     Carries no idempotency key and must not be repeated automatically.
         */
        readonly post: operations["createTerminal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/terminals/{terminal_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The terminal, by Koard's id.
                 * @example 3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44
                 */
                readonly terminal_id: components["parameters"]["TerminalIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Change a terminal or its batch schedule
         * @description Changes a terminal; presumably what is left out stays. A `batch_schedule` lets Koard close batches by itself, on
         *     TSYS, Elavon and Worldpay only; null goes back to closing them by hand. Carries no idempotency key and must
         *     not be repeated automatically.
         */
        readonly put: operations["updateTerminal"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/payments/{transaction_id}/auth": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The transaction.
                 * @example d7fa08cf-9c29-4629-96ae-921c226c32cf
                 */
                readonly transaction_id: components["parameters"]["TransactionIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Raise an authorisation
         * @description Asks the issuer for more on an existing authorisation. When the issuer declines, Koard goes back to the
         *     authorisation as it was.
         *
         *     A repeat with the same `event_id` raises nothing more and should return the first result.
         */
        readonly post: operations["authorizeIncrement"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/payments/{transaction_id}/capture": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The transaction.
                 * @example d7fa08cf-9c29-4629-96ae-921c226c32cf
                 */
                readonly transaction_id: components["parameters"]["TransactionIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Capture an authorised payment
         * @description Captures an authorisation, whole or in part, optionally with a tip; `total_amount` follows what was captured.
         *     Whether the rest of a partial capture stays capturable or is released is documented both ways.
         *
         *     A repeat with the same `event_id` captures nothing more and should return the first result.
         */
        readonly post: operations["capturePayment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export interface webhooks {
    readonly otherEvent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Something else happened
         * @description Any event, such as one about a batch. Nothing is known of its data but that it is an object.
         */
        readonly post: operations["receiveOtherEvent"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly transactionEvent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Something happened to a transaction
         * @description An event whose name begins with `transaction.`, with the transaction as it is then. Any 2xx answer means that
         *     it was taken; the same event may come again, with the same `svix-id`.
         */
        readonly post: operations["receiveTransactionEvent"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description An account. Its shape is known from a generated example only, so nothing but its id has to be right. */
        readonly Account: {
            /** @description Where the account is. */
            readonly address?: components["schemas"]["Address"] | null;
            /**
             * @description Processor configurations that the account may use.
             * @default []
             */
            readonly available_processor_configs?: readonly unknown[];
            /** @description When the account was made. */
            readonly created_at?: components["schemas"]["Timestamp"];
            /** @description When the account was deleted. */
            readonly deleted_at?: components["schemas"]["NullableTimestamp"];
            /** @description What the account is for. */
            readonly description?: string | null;
            /**
             * @description Whether it may configure Apple's side.
             * @default false
             */
            readonly has_access_to_apple_config?: boolean | null;
            /** @description Whether its people can sign in to Koard's merchant portal. */
            readonly has_access_to_mms?: boolean | null;
            /** @description Koard's id of the account. */
            readonly id: string;
            /** @description Merchant category code. */
            readonly mcc?: string | null;
            /** @description What the account is called. */
            readonly name?: string;
            /** @description Id of its organisation in the portal. */
            readonly organization_id?: string | null;
            /**
             * @description The accounts above this one.
             * @default []
             */
            readonly parent_account_ids?: readonly string[];
            /**
             * @description State of the account.
             * @example active
             * @example inactive
             * @example blocked
             */
            readonly status?: string;
            /** @description Surcharge as a percentage. */
            readonly surcharge_rate?: components["schemas"]["Rate"];
            /** @description Tax number. */
            readonly tax_id?: string | null;
            /**
             * @description What the account is; known are the values of `AccountType`.
             * @example admin
             * @example psp
             * @example partner
             * @example merchant
             */
            readonly type?: string;
            /** @description When the account was last changed. */
            readonly updated_at?: components["schemas"]["NullableTimestamp"];
        };
        /** @description The account to create. */
        readonly AccountCreateRequestV2: {
            readonly address: components["schemas"]["Address"];
            /** @description E-mail address of its first administrator. */
            readonly admin_email?: string | null;
            /** @description First name of its first administrator. */
            readonly admin_first_name?: string | null;
            /** @description Last name of its first administrator. */
            readonly admin_last_name?: string | null;
            /** @description Processor configurations that the account may use. */
            readonly available_processor_configs?: readonly unknown[] | null;
            /** @description What the account is for. */
            readonly description: string;
            /** @description Whether its people can sign in to Koard's merchant portal. */
            readonly has_access_to_mms?: boolean | null;
            /** @description Merchant category code. */
            readonly mcc?: string | null;
            /** @description What the account is called. */
            readonly name: string;
            /** @description The account to put it below. */
            readonly parent_id?: string | null;
            /** @description Surcharge as a percentage. */
            readonly surcharge_rate?: components["schemas"]["Rate"];
            /** @description Tax number. */
            readonly tax_id?: string | null;
            readonly type: components["schemas"]["AccountType"];
        };
        /**
         * @description What an account is.
         * @enum {string}
         */
        readonly AccountType: "admin" | "psp" | "partner" | "merchant";
        /** @description A postal address. */
        readonly Address: {
            /** @description City. */
            readonly city?: string;
            /** @description State, as an abbreviation. */
            readonly state?: string;
            /** @description Street and number. */
            readonly street_line1?: string;
            /**
             * @description What does not fit the first line; empty by default.
             * @default
             */
            readonly street_line2?: string | null;
            /** @description Postal code. */
            readonly zip?: string;
        };
        /** @description The tip, as an amount or in proportion. A `fixed` one needs `amount`. */
        readonly AdjustRequest: {
            /** @description The tip, in minor units. Needed for `fixed`. */
            readonly amount?: components["schemas"]["NullableAmount"];
            readonly event_id?: components["schemas"]["EventId"];
            /** @description The tip as a percentage (18 is 18 %), for `percentage`. A guide has fractions instead. */
            readonly percentage?: components["schemas"]["Rate"];
            /**
             * @description How the tip is given. A guide says `amount` for `fixed`; the reference is followed here.
             * @enum {string}
             */
            readonly type: "fixed" | "percentage";
        } | {
            /** @constant */
            readonly type?: "percentage";
        } | {
            readonly amount: number;
        };
        /**
         * Format: int64
         * @description Money as a whole number of the currency's minor unit (cents for USD), never a fraction or text.
         * @example 3206
         */
        readonly Amount: number;
        /** @description An API key of an account. */
        readonly ApiKey: {
            /** @description The account that the key belongs to. */
            readonly account_id?: string;
            /** @description When the key was made. */
            readonly created_at?: components["schemas"]["Timestamp"];
            /** @description When the key stops working. */
            readonly expires_at?: components["schemas"]["NullableTimestamp"];
            /** @description Id of the key, which is not the secret. */
            readonly id: string;
            /** @description The secret, where it was asked for. */
            readonly key?: string | null;
            /** @description What the key is called. */
            readonly name?: string | null;
            /**
             * @description State of the key.
             * @example active
             */
            readonly status?: string;
        };
        /** @description API keys without an envelope. */
        readonly ApiKeyList: readonly components["schemas"]["ApiKey"][];
        /**
         * @description A settlement batch of one terminal. It has no currency, fee, net or settled amount, and no time beside
         *     opening and closing.
         */
        readonly Batch: {
            /**
             * @description The account that owns the batch.
             * @example ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21
             */
            readonly account_id: string;
            /** @description Undocumented details of the batch. */
            readonly batch_metadata?: components["schemas"]["FreeForm"];
            /** @description What was captured in the batch, presumably before refunds. */
            readonly captured_amount: components["schemas"]["BatchAmount"];
            /** @description When the batch was cut off; presumably null while it is open. */
            readonly closed_at?: components["schemas"]["NullableTimestamp"];
            readonly id: components["schemas"]["BatchId"];
            /** @description When the batch began to collect. */
            readonly opened_at: components["schemas"]["Timestamp"];
            /**
             * @description The processor's number of the batch, by which its statements probably name it.
             * @example 000412
             */
            readonly processor_batch_id?: string | null;
            /**
             * @description The processor configuration that the batch settles under.
             * @example 9f2b7c1e-41d3-4e7b-8a60-c5f1d2e3b4a5
             */
            readonly processor_config_id: string;
            /**
             * @description Who processes the batch, as free text.
             * @example TSYS
             * @example Payroc
             * @example Fiserv
             * @example Elavon
             * @example Worldpay
             */
            readonly processor_name: string;
            /** @description What was refunded in the batch, as a positive number to subtract. */
            readonly refunded_amount: components["schemas"]["BatchAmount"];
            /** @description Presumably the processor's raw answer, which may name the rows of a partly accepted batch that failed. */
            readonly response?: components["schemas"]["FreeForm"];
            readonly status: components["schemas"]["BatchStatus"];
            /**
             * @description Koard's id of the terminal that the batch belongs to.
             * @example 3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44
             */
            readonly terminal_id: string;
            /**
             * @description How many transactions the batch has. Whether declined ones and refunds count is not documented.
             * @example 6
             */
            readonly transaction_count: number;
        };
        /**
         * Format: int64
         * @description A total of a batch, as a whole number of the minor unit of whatever currency its transactions have, and never
         *     below zero. The unit is not stated by the documentation.
         * @example 23813
         */
        readonly BatchAmount: number;
        /** @description What to change in an open batch. Whatever is left out stays. */
        readonly BatchEditRequest: {
            /** @description Ids of transactions to put in. */
            readonly added_transactions?: readonly components["schemas"]["TransactionId"][];
            /**
             * @description Another number at the processor.
             * @example 000414
             */
            readonly processor_batch_id?: string;
            /** @description Ids of transactions to take out. */
            readonly removed_transactions?: readonly components["schemas"]["TransactionId"][];
        };
        /**
         * @description Koard's id of a batch. Its format is not stated; probably a UUID.
         * @example 6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61
         */
        readonly BatchId: string;
        /** @description Which batch to open, and where. */
        readonly BatchOpenRequest: {
            /**
             * @description The number that the processor will know the batch by.
             * @example 000413
             */
            readonly processor_batch_id: string;
            /**
             * @description Koard's id of the terminal.
             * @example 3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44
             */
            readonly terminal_id: string;
        };
        /** @description One page of batch headers. */
        readonly BatchPage: {
            /** @description The batches of this page, without transactions. */
            readonly batches: readonly components["schemas"]["Batch"][];
            /** @description Items on a page, as the server applied it. */
            readonly limit?: number;
            /** @description Items skipped before this page. */
            readonly offset?: number;
            /** @description Number of this page, presumably from 1. */
            readonly page?: number;
            readonly total: components["schemas"]["Total"];
        } & {
            readonly [key: string]: unknown;
        };
        /** @description When Koard closes a terminal's batches by itself. */
        readonly BatchSchedule: {
            /**
             * @description Whether the schedule is followed. An active one needs entries.
             * @default true
             */
            readonly is_active?: boolean;
            /** @description Days and times; the members of an entry are not documented. */
            readonly schedule?: readonly {
                readonly [key: string]: unknown;
            }[];
            /**
             * @description A time zone of the United States.
             * @example US/Eastern
             */
            readonly timezone?: string;
        };
        /**
         * @description State of a batch. The documentation lists seven and defines none; a plain reading: `open` still collects,
         *     `closed` is cut off, `submitted` is with the processor, whose verdict is `accepted`, `partially_accepted`
         *     or `rejected`; `cancelled` was given up. Others are not refused, so that a new one can be shown.
         * @example open
         * @example closed
         * @example submitted
         * @example accepted
         * @example partially_accepted
         * @example rejected
         * @example cancelled
         */
        readonly BatchStatus: string;
        /** @description A batch and, where they were asked for, its transactions. */
        readonly BatchWithTransactions: components["schemas"]["Batch"] & {
            /**
             * @description The transactions of the batch. Whether it is absent, empty or null when not asked for is not
             *     documented; fewer rows than `transaction_count` mean that the rest was not loaded.
             */
            readonly transactions?: readonly components["schemas"]["Transaction"][] | null;
        };
        /** @description What an amount is made of, in minor units. Unlike everything in responses, named in camel case. */
        readonly Breakdown: {
            /** @description The price before tax and tip. */
            readonly subtotal: components["schemas"]["Amount"];
            /** @description Tax. */
            readonly taxAmount?: components["schemas"]["NullableAmount"];
            /** @description Tax rate. */
            readonly taxRate?: components["schemas"]["RequestRate"];
            /** @description Tip. */
            readonly tipAmount?: components["schemas"]["NullableAmount"];
            /** @description Tip rate. */
            readonly tipRate?: components["schemas"]["RequestRate"];
            /**
             * @description How the tip was given.
             * @example fixed
             * @example percentage
             */
            readonly tipType?: string | null;
        };
        /** @description What an amount is made of, with its surcharge. */
        readonly BreakdownWithSurcharge: components["schemas"]["Breakdown"] & {
            /** @description The surcharge, where there is one. */
            readonly surcharge?: components["schemas"]["Surcharge"] | null;
        };
        /** @description How much to capture. An empty object captures everything, without protection against a repeat. */
        readonly CaptureRequest: {
            /** @description How much, in minor units; left out or null for everything authorised. */
            readonly amount?: components["schemas"]["NullableAmount"];
            /** @description What the amount is made of. */
            readonly breakdown?: components["schemas"]["BreakdownWithSurcharge"] | null;
            readonly event_id?: components["schemas"]["EventId"];
            /** @description Tip, in minor units. */
            readonly tip_amount?: components["schemas"]["NullableAmount"];
        };
        /** @description What a card reader read, sealed. */
        readonly CardReadData: {
            /** @description Sealed general data. */
            readonly generalCardData?: string;
            /** @description Id of the reading. */
            readonly id?: string;
            /** @description Whether a PIN was asked for as a fallback. */
            readonly isPINFallback?: boolean;
            /** @description How the reading ended; the numbers are not documented. */
            readonly outcome?: number;
            /** @description Sealed payment data. */
            readonly paymentCardData?: string;
            /** @description Whether the cardholder went past the PIN. */
            readonly pinBypassed?: boolean;
        };
        /** @description What the cardholder decided. */
        readonly ConfirmRequest: {
            /** @description The amount, in minor units. */
            readonly amount?: components["schemas"]["NullableAmount"];
            /** @description What the amount is made of. */
            readonly breakdown?: components["schemas"]["BreakdownWithSurcharge"] | null;
            /** @description True to accept the surcharge, false to cancel the payment. */
            readonly confirm: boolean;
            readonly event_id?: components["schemas"]["EventId"];
        };
        /**
         * @description The idempotency key of one attempt, chosen by whoever sends it; a UUID does. One transaction gathers
         *     several. Koard makes one up when it is left out, and then the attempt cannot be repeated safely. That a repeat
         *     makes no second transaction is documented; that it answers with the first result is said by an SDK only, and
         *     409 is possible.
         * @example 5F0D4E0A-8E4B-4B06-9C58-1D2E3F4A5B01
         */
        readonly EventId: string | null;
        /** @description One fault of a request, in the form that such servers usually send. */
        readonly Fault: {
            /** @description Where in the request, from the outside in. */
            readonly loc?: readonly (string | number)[];
            /** @description What is wrong, for people. */
            readonly msg?: string;
            /** @description What is wrong, for programs. */
            readonly type?: string;
        };
        /**
         * @description An object whose members are not documented.
         * @example {
         *       "code": "GB"
         *     }
         * @example null
         */
        readonly FreeForm: {
            readonly [key: string]: unknown;
        } | null;
        /**
         * @description What the gateway answered. Only `authorizedAmount` bears on money.
         * @example {
         *       "type": "sale",
         *       "status": "pending",
         *       "currency": "USD",
         *       "authorizedAmount": 545
         *     }
         */
        readonly GatewayTransactionResponse: {
            /**
             * @description The issuer's approval code.
             * @example 522841
             */
            readonly approvalCode?: string | null;
            /** @description What the issuer granted; less than `total_amount` after a partial approval. */
            readonly authorizedAmount?: components["schemas"]["NullableAmount"];
            /**
             * @description ISO 4217 code of `authorizedAmount`.
             * @example USD
             */
            readonly currency?: string | null;
            /**
             * @description The processor's answer as a code.
             * @example A
             */
            readonly processorResponseCode?: string | null;
            /**
             * @description The gateway's answer as a code.
             * @example A
             */
            readonly responseCode?: string | null;
            /**
             * @description The gateway's answer as text.
             * @example APPROVAL
             */
            readonly responseMessage?: string | null;
            /**
             * @description The gateway's own word for the state.
             * @example pending
             */
            readonly status?: string | null;
            /**
             * @description The gateway's own word for the kind of transaction.
             * @example sale
             */
            readonly type?: string | null;
        } | null;
        /** @description How much more to authorise. */
        readonly IncrementRequest: {
            /** @description The amount, in minor units. Presumably what is added, not the new total. */
            readonly amount: components["schemas"]["Amount"];
            /** @description What the amount is made of. */
            readonly breakdown?: components["schemas"]["Breakdown"] | null;
            readonly event_id?: components["schemas"]["EventId"];
        };
        /**
         * @description The states of a batch that can be asked for.
         * @enum {string}
         */
        readonly KnownBatchStatus: "open" | "closed" | "submitted" | "accepted" | "partially_accepted" | "rejected" | "cancelled";
        /**
         * @description The states of a terminal that can be asked for.
         * @enum {string}
         */
        readonly KnownTerminalStatus: "active" | "inactive" | "blocked";
        /** @description A place where payments are taken. Known from a generated example only, so nothing but its id has to be right. */
        readonly Location: {
            /** @description The account that the location belongs to. */
            readonly account_id?: string;
            /** @description Where it is. */
            readonly address?: components["schemas"]["Address"] | null;
            /** @description ISO 3166 numeric code. */
            readonly country_code?: string | null;
            /** @description When the location was made. */
            readonly created_at?: components["schemas"]["NullableTimestamp"];
            /** @description ISO 4217 code. */
            readonly currency?: string | null;
            /** @description When the location was deleted. */
            readonly deleted_at?: components["schemas"]["NullableTimestamp"];
            /** @description E-mail address of the place. */
            readonly email?: string | null;
            /** @description Koard's id of the location. */
            readonly id: string;
            /** @description Details of the caller's own. */
            readonly metadata?: components["schemas"]["FreeForm"];
            /** @description What the location is called. */
            readonly name?: string;
            /** @description Telephone number of the place. */
            readonly phone?: string | null;
            /** @description The processor configuration used here. */
            readonly processor_config_id?: string | null;
            /**
             * @description State of the location.
             * @example active
             */
            readonly status?: string | null;
            /** @description Surcharge as a percentage. */
            readonly surcharge_rate?: components["schemas"]["Rate"];
            /** @description The terminal used here. */
            readonly terminal_id?: string | null;
            /** @description When the location was last changed. */
            readonly updated_at?: components["schemas"]["NullableTimestamp"];
        };
        /** @description The location to create. */
        readonly LocationCreate: {
            /** @description The account that the location belongs to. */
            readonly account_id: string;
            /** @description Where it is. Presumably of the same shape as an account's. */
            readonly address?: components["schemas"]["Address"] | null;
            /**
             * @description ISO 3166 numeric code.
             * @default 840
             */
            readonly country_code?: string | null;
            /**
             * @description ISO 4217 code.
             * @default USD
             */
            readonly currency?: string | null;
            /** @description E-mail address of the place. */
            readonly email?: string | null;
            /** @description Details of the caller's own. */
            readonly metadata?: components["schemas"]["FreeForm"];
            /** @description What the location is called. */
            readonly name: string;
            /** @description Telephone number of the place. */
            readonly phone?: string | null;
            /** @description The processor configuration used here. */
            readonly processor_config_id?: string | null;
            /**
             * @description State of the location.
             * @default active
             */
            readonly status?: string | null;
            /** @description Surcharge as a percentage. */
            readonly surcharge_rate?: components["schemas"]["Rate"];
            /** @description The terminal used here. */
            readonly terminal_id?: string | null;
        };
        /** @description What to change in a location. */
        readonly LocationUpdate: {
            /** @description The account that the location belongs to. */
            readonly account_id?: string | null;
            /** @description Where it is. Presumably of the same shape as an account's. */
            readonly address?: components["schemas"]["Address"] | null;
            /** @description ISO 3166 numeric code. */
            readonly country_code?: string | null;
            /** @description ISO 4217 code. */
            readonly currency?: string | null;
            /** @description E-mail address of the place. */
            readonly email?: string | null;
            /** @description Details of the caller's own. */
            readonly metadata?: components["schemas"]["FreeForm"];
            /** @description What the location is called. */
            readonly name?: string | null;
            /** @description Telephone number of the place. */
            readonly phone?: string | null;
            /** @description The processor configuration used here. */
            readonly processor_config_id?: string | null;
            /** @description State of the location. */
            readonly status?: string | null;
            /** @description Surcharge as a percentage. */
            readonly surcharge_rate?: components["schemas"]["Rate"];
            /** @description The terminal used here. */
            readonly terminal_id?: string | null;
        };
        /**
         * Format: int64
         * @description Money as a whole number of the currency's minor unit (cents for USD), or null.
         * @example 3206
         * @example null
         */
        readonly NullableAmount: number | null;
        /**
         * @description An instant as RFC 3339 text, like `Timestamp`, or null.
         * @example 2026-11-20T22:04:05.120Z
         * @example null
         */
        readonly NullableTimestamp: string | null;
        /** @description An event about something else, or about a transaction as far as its name goes. */
        readonly OtherEvent: {
            /**
             * @description Undocumented.
             * @example {
             *       "id": "6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61"
             *     }
             */
            readonly data: {
                readonly [key: string]: unknown;
            };
            /**
             * @description What happened.
             * @example batch.closed
             */
            readonly event: string;
        };
        /**
         * @description A percentage (3.0 is 3 %), for display; older guides use fractions. No money may be computed from it.
         * @example 3
         * @example 0
         * @example null
         */
        readonly Rate: number | null;
        /** @description How much to give back. An empty object refunds everything, without protection against a repeat. */
        readonly RefundRequest: {
            /** @description How much, in minor units; left out or null for the whole original amount. */
            readonly amount?: components["schemas"]["NullableAmount"];
            /** @description What the reader read, where the card is present. */
            readonly card_reader_data?: components["schemas"]["CardReadData"] | null;
            readonly event_id?: components["schemas"]["EventId"];
            /** @description The transaction again. */
            readonly transaction_id?: string | null;
        };
        /**
         * @description Body of a refusal. There is no machine-readable code and no request id; decide by the HTTP status. Print
         *     `detail` with a limit on its length.
         */
        readonly Refusal: {
            /** @description What was wrong; documented as text. */
            readonly detail?: string | readonly components["schemas"]["Fault"][] | components["schemas"]["StructuredDetail"] | null;
            /** @description The status again. */
            readonly httpStatusCode?: number | null;
        };
        /**
         * @description A rate as requests give it: a whole number of 100 or more counts basis points (875 is 8.75 %), anything below 100
         *     is a percentage.
         * @example 875
         * @example 8.75
         * @example null
         */
        readonly RequestRate: number | null;
        /** @description How much to release. An empty object releases everything, without protection against a repeat. */
        readonly ReverseRequest: {
            /** @description How much, in minor units; left out or null for everything. */
            readonly amount?: components["schemas"]["NullableAmount"];
            readonly event_id?: components["schemas"]["EventId"];
        };
        /** @description A refusal with a code, as the SDK can read it. */
        readonly StructuredDetail: {
            /** @description Names the cause. */
            readonly code?: string | number;
            /** @description Details of the cause. */
            readonly context?: readonly {
                /** @description Name of the detail. */
                readonly key?: string;
                /** @description Value of the detail. */
                readonly value?: unknown;
            }[] | null;
            /** @description Text for people. */
            readonly message?: string | null;
        };
        /** @description A surcharge on a payment. */
        readonly Surcharge: {
            /** @description In minor units. */
            readonly amount?: components["schemas"]["NullableAmount"];
            /** @description Whether to leave the surcharge out. */
            readonly bypass?: boolean | null;
            /** @description As a percentage. The SDK calls this member `percentage`. */
            readonly rate?: components["schemas"]["Rate"];
        };
        /** @description A terminal, as Koard and its processor know it. */
        readonly TerminalConfig: {
            /** @description The account that the terminal belongs to. */
            readonly account_id: string;
            /** @description The agent bank at the processor. */
            readonly agent_bank_number?: string | null;
            /** @description Bank identification number. */
            readonly bin?: string | null;
            /**
             * @description ISO 3166 numeric code. The default is seen in an example only.
             * @default 840
             */
            readonly country_code?: string | null;
            /** @description When the terminal was made. */
            readonly created_at?: components["schemas"]["Timestamp"];
            /**
             * @description ISO 4217 code, as letters or as digits. The default is seen in an example only.
             * @default USD
             * @example USD
             * @example 840
             */
            readonly currency_code?: string | null;
            /** @description When the terminal was deleted. */
            readonly deleted_at?: components["schemas"]["NullableTimestamp"];
            /** @description What the terminal is for. */
            readonly description?: string | null;
            /** @description Where the terminal stands. */
            readonly location_id?: string | null;
            /** @description Merchant category code. */
            readonly merchant_category_code?: string | null;
            /** @description The merchant's name. */
            readonly merchant_name?: string | null;
            /**
             * @description The processor's merchant id, with its leading zeros.
             * @example 886000001130
             */
            readonly mid?: string;
            /** @description What the terminal is called. */
            readonly name?: string;
            /** @description The processor configuration it settles under. */
            readonly processor_config_id?: string;
            /** @description Serial number of the device. */
            readonly serial_number?: string | null;
            /**
             * @description State of the terminal; known are the values of `KnownTerminalStatus`.
             * @example active
             * @example inactive
             * @example blocked
             */
            readonly status?: string | null;
            /** @description Surcharge as a percentage (3.5 is 3.5 %). Null turns automatic surcharges off; 0 means none unless a payment asks for one. */
            readonly surcharge_rate?: components["schemas"]["Rate"];
            /**
             * @description What the terminal can do, as a code of the processor. The default is seen in an example only.
             * @default 5
             */
            readonly terminal_capability?: string | null;
            /** @description Koard's id of the terminal, which its batches carry. */
            readonly terminal_id: string;
            /**
             * @description The processor's terminal id, with its leading zeros.
             * @example 00000001
             */
            readonly tid?: string;
            /**
             * @description Transactions of the terminal; empty by default.
             * @default []
             */
            readonly transactions?: readonly components["schemas"]["Transaction"][];
            /** @description When the terminal was last changed. */
            readonly updated_at?: components["schemas"]["NullableTimestamp"];
            /** @description The processor's parameter sheet. */
            readonly var_sheet?: unknown;
            /** @description An id at the processor; not explained. */
            readonly vid?: string | null;
        };
        /** @description What to change in a terminal. Only `batch_schedule` is documented; further members are let through. */
        readonly TerminalConfigUpdateV2: {
            /** @description When Koard closes batches by itself; null for never. */
            readonly batch_schedule?: components["schemas"]["BatchSchedule"] | null;
            /** @description What the terminal is for. */
            readonly description?: string | null;
            /** @description Where the terminal stands. */
            readonly location_id?: string | null;
            /** @description What the terminal is called. */
            readonly name?: string | null;
            /** @description State of the terminal. */
            readonly status?: components["schemas"]["KnownTerminalStatus"] | null;
            /** @description Surcharge as a percentage. Null turns automatic surcharges off. */
            readonly surcharge_rate?: components["schemas"]["Rate"];
        };
        /** @description A terminal at TSYS. Other processors have other forms, which are not known. */
        readonly TerminalCreateTsys: {
            /** @description The account that the terminal will belong to. */
            readonly account_id: string;
            /** @description The processor configuration it will settle under. */
            readonly processor_config_id: string;
            /** @description What the terminal is for. */
            readonly terminal_description?: string | null;
            /** @description What the terminal is called. */
            readonly terminal_name: string;
            /** @description The processor's parameter sheet; its members are not documented. */
            readonly var_sheet: unknown;
        };
        /** @description One page of terminals. */
        readonly TerminalPage: {
            /** @description Items on a page, as the server applied it. */
            readonly limit?: number;
            /** @description Items skipped before this page. */
            readonly offset?: number;
            /** @description Number of this page, from 1. */
            readonly page?: number;
            /** @description The terminals of this page. */
            readonly terminals: readonly components["schemas"]["TerminalWithMetadata"][];
            readonly total: components["schemas"]["Total"];
        };
        /** @description A terminal with details of the caller's own. */
        readonly TerminalWithMetadata: components["schemas"]["TerminalConfig"] & {
            /** @description Details of the caller's own. */
            readonly metadata?: components["schemas"]["FreeForm"];
        };
        /**
         * @description An instant as RFC 3339 text, with any offset and any number of decimals. Without an offset it is to be read as
         *     UTC (Koard fact 5.1), which is why this is a pattern and not `format: date-time`.
         * @example 2026-11-20T22:04:05.120Z
         * @example 2026-11-20T17:04:05-05:00
         */
        readonly Timestamp: string;
        /**
         * @description How many items there are over all pages.
         * @example 3
         */
        readonly Total: number;
        /**
         * @description A card transaction over its whole life. Refunds and reversals change it in place and add up in `refunded` and
         *     `reversed`; it has one creation time and no time of capture, settlement or refund.
         */
        readonly Transaction: {
            /** @description The merchant account that owns the transaction. */
            readonly account_id?: string;
            /**
             * @description Undocumented details; may hold card data of the chip.
             * @default {}
             */
            readonly additional_details?: {
                readonly [key: string]: unknown;
            };
            /** @description Apple's id of the transaction. The name stays for Android, where it may repeat `transaction_id`. */
            readonly apple_transaction_id?: string;
            /**
             * @description The batch that the transaction is in; presumably null until it is put in one.
             * @example 6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61
             */
            readonly batch_id?: string | null;
            /**
             * @description The masked card number. May show the first six digits beside the last four, so mask it again.
             * @example ****1234
             */
            readonly card?: string;
            /**
             * @description The card scheme, in varying spellings.
             * @example VISA
             * @example MASTERCARD
             * @example AMEX
             * @example MasterCard
             * @example Visa Credit
             */
            readonly card_brand?: string;
            /**
             * @description Credit or debit by the hints, a scheme in the samples.
             * @example Credit
             * @example Debit
             * @example MasterCard
             * @example Visa Credit
             */
            readonly card_type?: string;
            /**
             * Format: int64
             * @description When the sale or authorisation began, in milliseconds since 1970 UTC; not when it was captured or refunded.
             * @example 1753985520000
             */
            readonly created_at?: number;
            /**
             * @description ISO 4217 code of every amount here.
             * @example USD
             * @example EUR
             */
            readonly currency: string;
            /** @description The device around the reader; a hexadecimal hash in the sample. */
            readonly device_id?: string | null;
            /**
             * @description Id of the event that made this state, which is the idempotency key of its request.
             * @example 5F0D4E0A-8E4B-4B06-9C58-1D2E3F4A5B01
             */
            readonly event_id?: string;
            /**
             * @description The gateway between Koard and the processor.
             * @example sierra
             */
            readonly gateway?: string | null;
            /**
             * @description The gateway's id of the transaction.
             * @example BG6RJZHK8Q
             */
            readonly gateway_transaction_id?: string | null;
            readonly gateway_transaction_response?: components["schemas"]["GatewayTransactionResponse"];
            /**
             * @description Presumably earlier states of the transaction. Promised by `getTransaction` only; what an entry looks like
             *     and in which order they come is not documented.
             * @default []
             */
            readonly history?: readonly unknown[];
            /** @description Where the payment was taken. */
            readonly location_id?: string | null;
            /**
             * @description The merchant's name; empty by default.
             * @default
             */
            readonly merchant_name?: string;
            /** @description Merchant id that Koard assigned; in the published sample the same as `account_id`. */
            readonly mid?: string;
            /** @description Undocumented. */
            readonly owner_id?: string | null;
            /** @description The accounts above the owner. */
            readonly parent_account_ids?: readonly string[];
            /**
             * @description How the card was read.
             * @example contactlessIcc
             * @example apple_pay
             * @example credit_card
             */
            readonly payment_method?: string;
            /**
             * @description The processor.
             * @example tsys
             */
            readonly processor?: string | null;
            /**
             * @description The processor's merchant id.
             * @example 5289003
             */
            readonly processor_mid?: string;
            /**
             * @description The processor's answer as a code.
             * @example A
             */
            readonly processor_response_code?: string | null;
            /**
             * @description The processor's answer as text.
             * @example APPROVAL
             */
            readonly processor_response_message?: string | null;
            /**
             * @description The processor's terminal id.
             * @example 00000001
             */
            readonly processor_tid?: string;
            /** @description The reader that took the card. */
            readonly reader_identifier?: string;
            /** @description All refunds of the transaction so far, together. Null stands for none or not known. */
            readonly refunded?: components["schemas"]["NullableAmount"];
            /** @description All reversals of the transaction so far, together. Null stands for none or not known. */
            readonly reversed?: components["schemas"]["NullableAmount"];
            /**
             * @description State of the transaction; one of `TransactionStatus`, another text, or null.
             * @example captured
             * @example settled
             * @example refunded
             * @example declined
             */
            readonly status?: string | null;
            /**
             * @description Why the transaction is in its state.
             * @example approved
             * @example partial_approval
             * @example surcharge_expired
             * @example surcharge_pending
             * @example surcharge_declined_by_payer
             * @example payment_failed
             * @example timed_out
             * @example invalid_card
             * @example insufficient_funds
             * @example user_canceled
             * @example merchant_canceled
             * @example reversed_due_to_timeout
             */
            readonly status_reason?: string | null;
            /** @description The price before tax, tip and surcharge. */
            readonly subtotal?: components["schemas"]["Amount"];
            /** @description Read by the SDK and absent from every sample. */
            readonly surcharge_allowed?: unknown;
            /** @description Surcharge. */
            readonly surcharge_amount?: components["schemas"]["NullableAmount"];
            /**
             * @description Whether there is a surcharge.
             * @default false
             */
            readonly surcharge_applied?: boolean;
            /** @description Read by the SDK and absent from every sample. */
            readonly surcharge_disclosure?: unknown;
            /** @description Read by the SDK and absent from every sample. */
            readonly surcharge_percentage?: unknown;
            /** @description Surcharge as a percentage. */
            readonly surcharge_rate?: components["schemas"]["Rate"];
            /** @description Read by the SDK as an object, and absent from every sample. */
            readonly surcharging?: unknown;
            /** @description Tax. */
            readonly tax_amount?: components["schemas"]["NullableAmount"];
            /** @description Tax as a percentage, which need not agree with `tax_amount`. */
            readonly tax_rate?: components["schemas"]["Rate"];
            /** @description Terminal id that Koard assigned. */
            readonly tid?: string;
            /** @description Tip. */
            readonly tip_amount?: components["schemas"]["NullableAmount"];
            /**
             * @description How the tip was given.
             * @example fixed
             * @example percentage
             */
            readonly tip_type?: string | null;
            /**
             * @description The whole amount. Documented as subtotal, tax, tip and surcharge together, which the published sample does
             *     not keep; after a partial approval it may be more than the issuer granted.
             */
            readonly total_amount: components["schemas"]["Amount"];
            readonly transaction_id: components["schemas"]["TransactionId"];
            /**
             * @description What kind of transaction it is. The gateway's own `type` may say otherwise.
             * @example sale
             * @example manually_keyed_sale
             * @example auth
             * @example capture
             * @example refund
             * @example reverse
             * @example tip_adjust
             * @example incremental_auth
             * @example verification
             */
            readonly transaction_type?: string | null;
        };
        /** @description What to replace. Null and left out both mean that it stays. */
        readonly TransactionEditRequest: {
            /** @description What the issuer granted. */
            readonly authorized_amount?: components["schemas"]["NullableAmount"];
            /** @description Replaces the whole of the old breakdown. */
            readonly breakdown?: components["schemas"]["Breakdown"] | null;
            /** @description The new total of all refunds; replaces the old one. */
            readonly refunded?: components["schemas"]["NullableAmount"];
            /** @description The new total of all reversals; replaces the old one. */
            readonly reversed?: components["schemas"]["NullableAmount"];
            /** @description The new state. */
            readonly status?: components["schemas"]["TransactionStatus"] | null;
            /**
             * @description Why.
             * @example approved
             */
            readonly status_reason?: string | null;
        };
        /** @description An event about a transaction. */
        readonly TransactionEvent: {
            /** @description The transaction as it was when the event was made. */
            readonly data: components["schemas"]["Transaction"];
            /**
             * @description What happened. Names other than this one are to be expected.
             * @example transaction.created
             */
            readonly event: string;
        };
        /**
         * @description Koard's id of a transaction, the same from authorisation to the last refund.
         * @example d7fa08cf-9c29-4629-96ae-921c226c32cf
         */
        readonly TransactionId: string;
        /** @description Transactions without an envelope. */
        readonly TransactionList: readonly components["schemas"]["Transaction"][];
        /** @description One page of transactions. */
        readonly TransactionPage: {
            /** @description Items on a page, as the server applied it. */
            readonly limit?: number;
            /** @description Items skipped before this page. */
            readonly offset?: number;
            /** @description Number of this page, presumably from 1. */
            readonly page?: number;
            readonly total: components["schemas"]["Total"];
            /** @description The transactions of this page. */
            readonly transactions: readonly components["schemas"]["Transaction"][];
        };
        /** @description Conditions, all of which must hold. Null and left out both mean that there is no such condition. */
        readonly TransactionSearchRequest: {
            /** @description Only this account. */
            readonly account_id?: string | null;
            /** @description Only transactions in this batch. */
            readonly batch_id?: string | null;
            /** @description Only this card scheme. */
            readonly card_brand?: string | null;
            /** @description Only this card; which part of the number is meant is not documented. */
            readonly card_number?: string | null;
            /**
             * Format: int64
             * @description Only transactions up to this time, presumably in milliseconds since 1970; whether it is included is not
             *     documented.
             */
            readonly end_date?: number | null;
            /** @description Only what this attempt led to. */
            readonly event_id?: string | null;
            /** @description Only the transaction that the gateway knows by this id. */
            readonly gateway_transaction_id?: string | null;
            /**
             * @description Transactions on a page. The default is seen in an example only; the most allowed is not documented.
             * @default 100
             */
            readonly limit?: number | null;
            /** @description Only this location. */
            readonly location_id?: string | null;
            /** @description Only amounts of at most this, in minor units. */
            readonly max_amount?: components["schemas"]["NullableAmount"];
            /** @description Only amounts of at least this, in minor units. */
            readonly min_amount?: components["schemas"]["NullableAmount"];
            /**
             * @description How many transactions to skip. The default is seen in an example only.
             * @default 0
             */
            readonly offset?: number | null;
            /** @description Only this owner. */
            readonly owner_id?: string | null;
            /** @description Only what lies below one of these accounts. */
            readonly parent_account_ids?: readonly string[];
            /** @description Only this way of reading the card. */
            readonly payment_method?: string | null;
            /** @description Only this reader. */
            readonly reader_identifier?: string | null;
            /** @description Free text; what it is compared with is not documented. */
            readonly search_term?: string | null;
            /**
             * @description What to sort by. Only the default has been seen.
             * @default created_at
             * @example created_at
             */
            readonly sort_by?: string;
            /**
             * @description Which way to sort. Only the default has been seen.
             * @default desc
             * @example desc
             * @example asc
             */
            readonly sort_order?: string;
            /**
             * Format: int64
             * @description Only transactions from this time on, presumably in milliseconds since 1970 like `created_at`.
             */
            readonly start_date?: number | null;
            /** @description Only these states. */
            readonly status?: readonly components["schemas"]["TransactionStatus"][];
            /** @description Only this transaction. */
            readonly transaction_id?: string | null;
            /** @description Only these kinds. */
            readonly transaction_type?: readonly string[];
        };
        /**
         * @description State of a transaction. The documented list is known to be cut short, so any other text is possible.
         *     `refunded` and `reversed` stand only for the whole amount: a partial refund has no status of its own and shows
         *     in the amounts alone. Both spellings of canceled occur.
         * @example pending
         * @example authorized
         * @example captured
         * @example settled
         * @example declined
         * @example refunded
         * @example reversed
         * @example canceled
         * @example cancelled
         * @example error
         * @example surcharge_pending
         * @example surcharge_declined_by_payer
         * @example surcharge_applied
         * @example approved
         * @example pickup_card
         * @example timed_out
         * @example unknown
         */
        readonly TransactionStatus: string;
    };
    responses: {
        /** @description The new account. Which of 200 and 201 is sent is not documented. */
        readonly AccountCreated: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Account"];
            };
        };
        /** @description The batch on its way to settlement. Which of 200 and 202 is sent is not documented. */
        readonly BatchClosed: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Batch"];
            };
        };
        /** @description The open batch. Which of 200 and 201 is sent is not documented. */
        readonly BatchOpened: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Batch"];
            };
        };
        /** @description It exists already, or is in a state that forbids this. */
        readonly Conflict: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description What a receiver answers for an event that it has not taken, and wants again. */
        readonly EventNotTaken: {
            headers: {
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /** @description What a receiver answers for an event that it has taken. */
        readonly EventTaken: {
            headers: {
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The request is not valid. */
        readonly Invalid: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description The API key is missing, unknown or expired. */
        readonly KeyRefused: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description The new location. Which of 200 and 201 is sent is not documented. */
        readonly LocationCreated: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Location"];
            };
        };
        /** @description The merchant is blocked. */
        readonly MerchantBlocked: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description There is nothing by that id, or it lies outside the key's account hierarchy. */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description The key is known and may not do this. */
        readonly NotPermitted: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description The request is understood and cannot be processed. Its `detail` is probably a list of faults. */
        readonly NotProcessable: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description Any other refusal. What a gateway in between says may be no JSON at all. */
        readonly OtherRefusal: {
            headers: {
                readonly "Retry-After": components["headers"]["RetryAfter"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description Too many requests; slow down and try again. No limits are published. */
        readonly RateLimited: {
            headers: {
                readonly "Retry-After": components["headers"]["RetryAfter"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description Koard failed. */
        readonly ServerFailed: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description The new terminal. Which of 200 and 201 is sent is not documented. */
        readonly TerminalCreated: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["TerminalWithMetadata"];
            };
        };
    };
    parameters: {
        /**
         * @description Only what this account owns. Worth naming with a partner's key, which sees many accounts.
         * @example ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21
         */
        readonly AccountFilter: string;
        /**
         * @description The account.
         * @example ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21
         */
        readonly AccountIdInPath: string;
        /**
         * @description The batch.
         * @example 6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61
         */
        readonly BatchIdInPath: components["schemas"]["BatchId"];
        /**
         * @description The location.
         * @example d41c7b26-9e3f-4a85-b7d2-60f1e2d3c4b5
         */
        readonly LocationIdInPath: string;
        /**
         * @description How many items to skip. The default of 0 is seen in an example only.
         * @example 0
         */
        readonly Offset: number;
        /**
         * @description Only what runs under this processor configuration.
         * @example 9f2b7c1e-41d3-4e7b-8a60-c5f1d2e3b4a5
         */
        readonly ProcessorConfigFilter: string;
        /**
         * @description The terminal, by Koard's id.
         * @example 3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44
         */
        readonly TerminalIdInPath: string;
        /**
         * @description The transaction.
         * @example d7fa08cf-9c29-4629-96ae-921c226c32cf
         */
        readonly TransactionIdInPath: components["schemas"]["TransactionId"];
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
export type Account = components['schemas']['Account'];
export type AccountCreateRequestV2 = components['schemas']['AccountCreateRequestV2'];
export type AccountType = components['schemas']['AccountType'];
export type Address = components['schemas']['Address'];
export type AdjustRequest = components['schemas']['AdjustRequest'];
export type Amount = components['schemas']['Amount'];
export type ApiKey = components['schemas']['ApiKey'];
export type ApiKeyList = components['schemas']['ApiKeyList'];
export type Batch = components['schemas']['Batch'];
export type BatchAmount = components['schemas']['BatchAmount'];
export type BatchEditRequest = components['schemas']['BatchEditRequest'];
export type BatchId = components['schemas']['BatchId'];
export type BatchOpenRequest = components['schemas']['BatchOpenRequest'];
export type BatchPage = components['schemas']['BatchPage'];
export type BatchSchedule = components['schemas']['BatchSchedule'];
export type BatchStatus = components['schemas']['BatchStatus'];
export type BatchWithTransactions = components['schemas']['BatchWithTransactions'];
export type Breakdown = components['schemas']['Breakdown'];
export type BreakdownWithSurcharge = components['schemas']['BreakdownWithSurcharge'];
export type CaptureRequest = components['schemas']['CaptureRequest'];
export type CardReadData = components['schemas']['CardReadData'];
export type ConfirmRequest = components['schemas']['ConfirmRequest'];
export type EventId = components['schemas']['EventId'];
export type Fault = components['schemas']['Fault'];
export type FreeForm = components['schemas']['FreeForm'];
export type GatewayTransactionResponse = components['schemas']['GatewayTransactionResponse'];
export type IncrementRequest = components['schemas']['IncrementRequest'];
export type KnownBatchStatus = components['schemas']['KnownBatchStatus'];
export type KnownTerminalStatus = components['schemas']['KnownTerminalStatus'];
export type Location = components['schemas']['Location'];
export type LocationCreate = components['schemas']['LocationCreate'];
export type LocationUpdate = components['schemas']['LocationUpdate'];
export type NullableAmount = components['schemas']['NullableAmount'];
export type NullableTimestamp = components['schemas']['NullableTimestamp'];
export type OtherEvent = components['schemas']['OtherEvent'];
export type Rate = components['schemas']['Rate'];
export type RefundRequest = components['schemas']['RefundRequest'];
export type Refusal = components['schemas']['Refusal'];
export type RequestRate = components['schemas']['RequestRate'];
export type ReverseRequest = components['schemas']['ReverseRequest'];
export type StructuredDetail = components['schemas']['StructuredDetail'];
export type Surcharge = components['schemas']['Surcharge'];
export type TerminalConfig = components['schemas']['TerminalConfig'];
export type TerminalConfigUpdateV2 = components['schemas']['TerminalConfigUpdateV2'];
export type TerminalCreateTsys = components['schemas']['TerminalCreateTsys'];
export type TerminalPage = components['schemas']['TerminalPage'];
export type TerminalWithMetadata = components['schemas']['TerminalWithMetadata'];
export type Timestamp = components['schemas']['Timestamp'];
export type Total = components['schemas']['Total'];
export type Transaction = components['schemas']['Transaction'];
export type TransactionEditRequest = components['schemas']['TransactionEditRequest'];
export type TransactionEvent = components['schemas']['TransactionEvent'];
export type TransactionId = components['schemas']['TransactionId'];
export type TransactionList = components['schemas']['TransactionList'];
export type TransactionPage = components['schemas']['TransactionPage'];
export type TransactionSearchRequest = components['schemas']['TransactionSearchRequest'];
export type TransactionStatus = components['schemas']['TransactionStatus'];
export type ResponseAccountCreated = components['responses']['AccountCreated'];
export type ResponseBatchClosed = components['responses']['BatchClosed'];
export type ResponseBatchOpened = components['responses']['BatchOpened'];
export type ResponseConflict = components['responses']['Conflict'];
export type ResponseEventNotTaken = components['responses']['EventNotTaken'];
export type ResponseEventTaken = components['responses']['EventTaken'];
export type ResponseInvalid = components['responses']['Invalid'];
export type ResponseKeyRefused = components['responses']['KeyRefused'];
export type ResponseLocationCreated = components['responses']['LocationCreated'];
export type ResponseMerchantBlocked = components['responses']['MerchantBlocked'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseNotPermitted = components['responses']['NotPermitted'];
export type ResponseNotProcessable = components['responses']['NotProcessable'];
export type ResponseOtherRefusal = components['responses']['OtherRefusal'];
export type ResponseRateLimited = components['responses']['RateLimited'];
export type ResponseServerFailed = components['responses']['ServerFailed'];
export type ResponseTerminalCreated = components['responses']['TerminalCreated'];
export type ParameterAccountFilter = components['parameters']['AccountFilter'];
export type ParameterAccountIdInPath = components['parameters']['AccountIdInPath'];
export type ParameterBatchIdInPath = components['parameters']['BatchIdInPath'];
export type ParameterLocationIdInPath = components['parameters']['LocationIdInPath'];
export type ParameterOffset = components['parameters']['Offset'];
export type ParameterProcessorConfigFilter = components['parameters']['ProcessorConfigFilter'];
export type ParameterTerminalIdInPath = components['parameters']['TerminalIdInPath'];
export type ParameterTransactionIdInPath = components['parameters']['TransactionIdInPath'];
export type HeaderRetryAfter = components['headers']['RetryAfter'];
export type $defs = Record<string, never>;
export interface operations {
    readonly getAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The account.
                 * @example ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21
                 */
                readonly account_id: components["parameters"]["AccountIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The account. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["KeyRefused"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["NotProcessable"];
            readonly 423: components["responses"]["MerchantBlocked"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly listApiKeys: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Whether to include the secrets. The default of false is seen in an example only.
                 * @example false
                 */
                readonly include_keys?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The account.
                 * @example ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21
                 */
                readonly account_id: components["parameters"]["AccountIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The keys. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApiKeyList"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["KeyRefused"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["NotProcessable"];
            readonly 423: components["responses"]["MerchantBlocked"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly listBatches: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Only what this account owns. Worth naming with a partner's key, which sees many accounts.
                 * @example ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21
                 */
                readonly account_id?: components["parameters"]["AccountFilter"];
                /**
                 * @description Batches on a page, 1 to 500. The default of 50 is seen in an example only.
                 * @example 500
                 */
                readonly limit?: number;
                /**
                 * @description How many items to skip. The default of 0 is seen in an example only.
                 * @example 0
                 */
                readonly offset?: components["parameters"]["Offset"];
                /**
                 * @description Only what runs under this processor configuration.
                 * @example 9f2b7c1e-41d3-4e7b-8a60-c5f1d2e3b4a5
                 */
                readonly processor_config_id?: components["parameters"]["ProcessorConfigFilter"];
                /**
                 * @description Only batches in one of these states. The repeated key is how such servers usually read a list.
                 * @example [
                 *       "closed",
                 *       "submitted"
                 *     ]
                 */
                readonly statuses?: readonly components["schemas"]["KnownBatchStatus"][];
                /**
                 * @description Only batches of this terminal (Koard's id).
                 * @example 3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44
                 */
                readonly terminal_id?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page of batch headers. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BatchPage"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["KeyRefused"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["NotProcessable"];
            readonly 423: components["responses"]["MerchantBlocked"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly getBatch: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Whether to embed the transactions. The default of false is seen in an example only.
                 * @example true
                 */
                readonly include_transactions?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The batch.
                 * @example 6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61
                 */
                readonly batch_id: components["parameters"]["BatchIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The batch. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BatchWithTransactions"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["KeyRefused"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["NotProcessable"];
            readonly 423: components["responses"]["MerchantBlocked"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly closeBatch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The batch.
                 * @example 6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61
                 */
                readonly batch_id: components["parameters"]["BatchIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["BatchClosed"];
            readonly 202: components["responses"]["BatchClosed"];
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["KeyRefused"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["NotProcessable"];
            readonly 423: components["responses"]["MerchantBlocked"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly editBatch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The batch.
                 * @example 6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61
                 */
                readonly batch_id: components["parameters"]["BatchIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BatchEditRequest"];
            };
        };
        readonly responses: {
            /** @description The batch as edited. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Batch"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["KeyRefused"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["NotProcessable"];
            readonly 423: components["responses"]["MerchantBlocked"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly openBatch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BatchOpenRequest"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["BatchOpened"];
            readonly 201: components["responses"]["BatchOpened"];
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["KeyRefused"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["NotProcessable"];
            readonly 423: components["responses"]["MerchantBlocked"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly createLocation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LocationCreate"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["LocationCreated"];
            readonly 201: components["responses"]["LocationCreated"];
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["KeyRefused"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["NotProcessable"];
            readonly 423: components["responses"]["MerchantBlocked"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly updateLocation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The location.
                 * @example d41c7b26-9e3f-4a85-b7d2-60f1e2d3c4b5
                 */
                readonly location_id: components["parameters"]["LocationIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LocationUpdate"];
            };
        };
        readonly responses: {
            /** @description The location as changed. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Location"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["KeyRefused"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["NotProcessable"];
            readonly 423: components["responses"]["MerchantBlocked"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly adjustPayment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The transaction.
                 * @example d7fa08cf-9c29-4629-96ae-921c226c32cf
                 */
                readonly transaction_id: components["parameters"]["TransactionIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AdjustRequest"];
            };
        };
        readonly responses: {
            /** @description The transaction with its tip. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Transaction"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["KeyRefused"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["NotProcessable"];
            readonly 423: components["responses"]["MerchantBlocked"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly confirmPayment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The transaction.
                 * @example d7fa08cf-9c29-4629-96ae-921c226c32cf
                 */
                readonly transaction_id: components["parameters"]["TransactionIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ConfirmRequest"];
            };
        };
        readonly responses: {
            /** @description The transaction after the decision. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Transaction"];
                };
            };
            /** @description `confirm` is missing, or the `event_id` was used before. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Refusal"];
                };
            };
            readonly 401: components["responses"]["KeyRefused"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["NotProcessable"];
            readonly 423: components["responses"]["MerchantBlocked"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly refundPayment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The transaction.
                 * @example d7fa08cf-9c29-4629-96ae-921c226c32cf
                 */
                readonly transaction_id: components["parameters"]["TransactionIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RefundRequest"];
            };
        };
        readonly responses: {
            /** @description The transaction with its new running total. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Transaction"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["KeyRefused"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["NotProcessable"];
            readonly 423: components["responses"]["MerchantBlocked"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly reversePayment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The transaction.
                 * @example d7fa08cf-9c29-4629-96ae-921c226c32cf
                 */
                readonly transaction_id: components["parameters"]["TransactionIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReverseRequest"];
            };
        };
        readonly responses: {
            /** @description The transaction with its new running total. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Transaction"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["KeyRefused"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["NotProcessable"];
            readonly 423: components["responses"]["MerchantBlocked"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly listTransactions: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Only what this account owns. Worth naming with a partner's key, which sees many accounts.
                 * @example ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21
                 */
                readonly account_id?: components["parameters"]["AccountFilter"];
                /**
                 * @description Only what this attempt led to.
                 * @example 5F0D4E0A-8E4B-4B06-9C58-1D2E3F4A5B01
                 */
                readonly event_id?: string;
                /**
                 * @description Only the transaction that the gateway knows by this id.
                 * @example BG6RJZHK8Q
                 */
                readonly gateway_transaction_id?: string;
                /**
                 * @description Transactions on a page. The default of 100 is seen in an example only; no bounds are known.
                 * @example 100
                 */
                readonly limit?: number;
                /**
                 * @description Only this location.
                 * @example d41c7b26-9e3f-4a85-b7d2-60f1e2d3c4b5
                 */
                readonly location_id?: string;
                /**
                 * @description Only this merchant id, as Koard assigns them.
                 * @example ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21
                 */
                readonly mid?: string;
                /**
                 * @description How many transactions to skip. The default of 0 is seen in an example only.
                 * @example 0
                 */
                readonly offset?: number;
                /**
                 * @description Only taps on this reader.
                 * @example reader-0412
                 */
                readonly reader_identifier?: string;
                /**
                 * @description Only this terminal id, as Koard assigns them.
                 * @example 3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44
                 */
                readonly tid?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page of transactions. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TransactionList"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["KeyRefused"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["NotProcessable"];
            readonly 423: components["responses"]["MerchantBlocked"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly getTransaction: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The transaction.
                 * @example d7fa08cf-9c29-4629-96ae-921c226c32cf
                 */
                readonly transaction_id: components["parameters"]["TransactionIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The transaction. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Transaction"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["KeyRefused"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["NotProcessable"];
            readonly 423: components["responses"]["MerchantBlocked"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly editTransaction: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The transaction.
                 * @example d7fa08cf-9c29-4629-96ae-921c226c32cf
                 */
                readonly transaction_id: components["parameters"]["TransactionIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TransactionEditRequest"];
            };
        };
        readonly responses: {
            /** @description Presumably the transaction as corrected. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Transaction"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["KeyRefused"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["NotProcessable"];
            readonly 423: components["responses"]["MerchantBlocked"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly searchTransactions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TransactionSearchRequest"];
            };
        };
        readonly responses: {
            /** @description One page of what was found. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TransactionPage"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["KeyRefused"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["NotProcessable"];
            readonly 423: components["responses"]["MerchantBlocked"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly createAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AccountCreateRequestV2"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["AccountCreated"];
            readonly 201: components["responses"]["AccountCreated"];
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["KeyRefused"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["NotProcessable"];
            readonly 423: components["responses"]["MerchantBlocked"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly listTerminals: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Only what this account owns. Worth naming with a partner's key, which sees many accounts.
                 * @example ae4e8b9b-2d54-4c1a-9a57-0f3d6f1c8e21
                 */
                readonly account_id?: components["parameters"]["AccountFilter"];
                /**
                 * @description Terminals on a page, 1 to 200. The default of 50 is seen in an example only.
                 * @example 200
                 */
                readonly limit?: number;
                /**
                 * @description How many items to skip. The default of 0 is seen in an example only.
                 * @example 0
                 */
                readonly offset?: components["parameters"]["Offset"];
                /**
                 * @description Only what runs under this processor configuration.
                 * @example 9f2b7c1e-41d3-4e7b-8a60-c5f1d2e3b4a5
                 */
                readonly processor_config_id?: components["parameters"]["ProcessorConfigFilter"];
                /**
                 * @description Only this merchant id of the processor.
                 * @example 886000001130
                 */
                readonly processor_mid?: string;
                /**
                 * @description Only this terminal id of the processor.
                 * @example 00000001
                 */
                readonly processor_tid?: string;
                /**
                 * @description Free text; what it is compared with is not documented.
                 * @example counter
                 */
                readonly search?: string;
                /**
                 * @description Only terminals in this state.
                 * @example active
                 */
                readonly status?: components["schemas"]["KnownTerminalStatus"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page of terminals. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TerminalPage"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["KeyRefused"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["NotProcessable"];
            readonly 423: components["responses"]["MerchantBlocked"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly createTerminal: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TerminalCreateTsys"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["TerminalCreated"];
            readonly 201: components["responses"]["TerminalCreated"];
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["KeyRefused"];
            /** @description Only admins, payment service providers and partners may create terminals. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Refusal"];
                };
            };
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["NotProcessable"];
            readonly 423: components["responses"]["MerchantBlocked"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly updateTerminal: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The terminal, by Koard's id.
                 * @example 3c9d1a70-6f0e-4a59-8f0b-7f1f5f9d2a44
                 */
                readonly terminal_id: components["parameters"]["TerminalIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TerminalConfigUpdateV2"];
            };
        };
        readonly responses: {
            /** @description The terminal as changed. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TerminalWithMetadata"];
                };
            };
            /** @description A `batch_schedule` that the processor does not support, or an active one without entries. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Refusal"];
                };
            };
            readonly 401: components["responses"]["KeyRefused"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["NotProcessable"];
            readonly 423: components["responses"]["MerchantBlocked"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly authorizeIncrement: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The transaction.
                 * @example d7fa08cf-9c29-4629-96ae-921c226c32cf
                 */
                readonly transaction_id: components["parameters"]["TransactionIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["IncrementRequest"];
            };
        };
        readonly responses: {
            /** @description The raised authorisation. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Transaction"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["KeyRefused"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["NotProcessable"];
            readonly 423: components["responses"]["MerchantBlocked"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly capturePayment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The transaction.
                 * @example d7fa08cf-9c29-4629-96ae-921c226c32cf
                 */
                readonly transaction_id: components["parameters"]["TransactionIdInPath"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CaptureRequest"];
            };
        };
        readonly responses: {
            /** @description The captured transaction. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Transaction"];
                };
            };
            /** @description The transaction cannot be captured: it is captured already, voided, or no authorisation. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Refusal"];
                };
            };
            readonly 401: components["responses"]["KeyRefused"];
            readonly 403: components["responses"]["NotPermitted"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["NotProcessable"];
            readonly 423: components["responses"]["MerchantBlocked"];
            readonly 429: components["responses"]["RateLimited"];
            readonly 500: components["responses"]["ServerFailed"];
            readonly default: components["responses"]["OtherRefusal"];
        };
    };
    readonly receiveOtherEvent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OtherEvent"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["EventTaken"];
            readonly default: components["responses"]["EventNotTaken"];
        };
    };
    readonly receiveTransactionEvent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TransactionEvent"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["EventTaken"];
            readonly default: components["responses"]["EventNotTaken"];
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
export const accountTypeValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["AccountType"]> = ["admin", "psp", "partner", "merchant"];
export const knownBatchStatusValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["KnownBatchStatus"]> = ["open", "closed", "submitted", "accepted", "partially_accepted", "rejected", "cancelled"];
export const knownTerminalStatusValues: ReadonlyArray<FlattenedDeepRequired<components>["schemas"]["KnownTerminalStatus"]> = ["active", "inactive", "blocked"];
