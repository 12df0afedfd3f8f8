import { createHash, createHmac, type KeyObject } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import type { BatchWithTransactions, CredentialBatch, CredentialBatchSummary, Program } from "../wire-api.ts";

/** Details written in one transaction, as tieout does. */
const STORED_AT_ONCE = 20;

const SCHEMA = `
  CREATE TABLE settlement (
    id TEXT PRIMARY KEY, hash TEXT, processor_batch_id TEXT, account_id TEXT, terminal_id TEXT, processor_name TEXT,
    status TEXT, opened_at TEXT, closed_at TEXT, transaction_count INTEGER, captured INTEGER, refunded INTEGER
  );
  CREATE TABLE transaction_row (
    settlement TEXT, id TEXT, event_id TEXT, currency TEXT, type TEXT, status TEXT, status_reason TEXT,
    total INTEGER, refunded INTEGER, reversed INTEGER, authorized INTEGER
  );
  CREATE TABLE credential_batch (
    id TEXT PRIMARY KEY, hash TEXT, program TEXT, name TEXT, mode TEXT, status TEXT, recipients INTEGER, issued_at TEXT
  );
  CREATE TABLE credential (batch TEXT, id TEXT, person TEXT, PRIMARY KEY (batch, id)) WITHOUT ROWID;
  CREATE TABLE program (id TEXT PRIMARY KEY, name TEXT);
`;

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** Keeps every row that was read, as durably as tieout's ledger does: prepared statements in batched transactions. */
export class Store {
  readonly db: DatabaseSync;
  readonly #insert;
  #pending = 0;

  constructor(path: string) {
    this.db = new DatabaseSync(path);
    this.db.exec("PRAGMA journal_mode = WAL");
    this.db.exec("PRAGMA synchronous = FULL");
    this.db.exec(SCHEMA);
    const into = (table: string, columns: number) =>
      this.db.prepare(`INSERT INTO ${table} VALUES (${Array(columns).fill("?").join(", ")})`);
    this.#insert = {
      settlement: into("settlement", 12),
      row: into("transaction_row", 11),
      credentialBatch: into("credential_batch", 8),
      credential: into("credential", 3),
      program: into("program", 2),
    };
  }

  addPrograms(programs: readonly Program[]): void {
    for (const { programId, name } of programs) this.#insert.program.run(programId, name);
  }

  addSettlement(batch: BatchWithTransactions, bytes: Buffer): void {
    this.#begin();
    this.#insert.settlement.run(
      batch.id,
      sha256(bytes),
      batch.processor_batch_id ?? null,
      batch.account_id,
      batch.terminal_id,
      batch.processor_name,
      batch.status,
      new Date(batch.opened_at).toISOString(),
      batch.closed_at ? new Date(batch.closed_at).toISOString() : null,
      batch.transaction_count,
      batch.captured_amount,
      batch.refunded_amount,
    );
    for (const row of batch.transactions ?? [])
      this.#insert.row.run(
        batch.id,
        row.transaction_id,
        row.event_id ?? null,
        row.currency,
        row.transaction_type ?? null,
        row.status ?? null,
        row.status_reason ?? null,
        row.total_amount,
        row.refunded ?? null,
        row.reversed ?? null,
        row.gateway_transaction_response?.authorizedAmount ?? null,
      );
    this.#end();
  }

  addCredentialBatch(
    header: CredentialBatchSummary,
    batch: CredentialBatch,
    bytes: Buffer,
    key: KeyObject,
  ): void {
    this.#begin();
    const { batchId, programId, batchName, mode, status, recipientCount, issuedAt } = header;
    this.#insert.credentialBatch.run(
      batchId,
      sha256(bytes),
      programId,
      batchName,
      mode,
      status,
      Number(recipientCount),
      new Date(issuedAt).toISOString(),
    );
    for (const { recipientId, email } of batch.recipients) {
      const address = (email ?? "").trim().toLowerCase().normalize("NFC");
      const person = createHmac("sha256", key).update(address).digest("base64url");
      this.#insert.credential.run(batchId, recipientId, person);
    }
    this.#end();
  }

  /** Writes what is not written yet. */
  flush(): void {
    if (this.#pending > 0) this.db.exec("COMMIT");
    this.#pending = 0;
  }

  #begin(): void {
    if (this.#pending === 0) this.db.exec("BEGIN IMMEDIATE");
  }

  #end(): void {
    this.#pending += 1;
    if (this.#pending >= STORED_AT_ONCE) this.flush();
  }
}
