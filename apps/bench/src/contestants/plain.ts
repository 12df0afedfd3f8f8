import { writeFileSync } from "node:fs";
import { stringify } from "csv-stringify/sync";
import type { BatchPage, BatchWithTransactions, CredentialBatch, Enveloped } from "./wire-api.ts";

// What somebody would write in an afternoon: fetch, one request after the other, and a CSV library. It checks
// nothing, remembers nothing, and writes every row, for somebody else to add up in a spreadsheet.

const { KOARD_BASE_URL, KOARD_API_KEY, RECORD_BASE_URL, RECORD_API_TOKEN } = process.env;

const koard = async (path: string): Promise<unknown> =>
  (await fetch(`${KOARD_BASE_URL}${path}`, { headers: { "x-koard-apikey": KOARD_API_KEY ?? "" } })).json();
const record = async (path: string): Promise<unknown> =>
  (
    await fetch(`${RECORD_BASE_URL}${path}`, { headers: { authorization: `Bearer ${RECORD_API_TOKEN}` } })
  ).json();

const batches: object[] = [];
const rows: object[] = [];
for (let offset = 0; ; ) {
  // A plain script trusts what it is sent.
  const page = (await koard(`/v1/batches?limit=500&offset=${offset}`)) as BatchPage;
  for (const { id } of page.batches) {
    const batch = (await koard(`/v1/batches/${id}?include_transactions=true`)) as BatchWithTransactions;
    const { transactions, batch_metadata: _, response: __, ...header } = batch;
    batches.push(header);
    for (const row of transactions ?? [])
      rows.push({
        transaction_id: row.transaction_id,
        event_id: row.event_id,
        batch_id: row.batch_id,
        currency: row.currency,
        transaction_type: row.transaction_type,
        status: row.status,
        status_reason: row.status_reason,
        total_amount: row.total_amount,
        refunded: row.refunded,
        reversed: row.reversed,
        authorized: row.gateway_transaction_response?.authorizedAmount,
      });
  }
  offset += page.batches.length;
  if (offset >= page.total) break;
}
writeFileSync("batches.csv", stringify(batches, { header: true }));
writeFileSync("transactions.csv", stringify(rows, { header: true }));

const credentials: object[] = [];
const issued = (await record("/credentials")) as Enveloped<ReadonlyArray<{ readonly batchId: string }>>;
for (const { batchId } of issued.data) {
  const { data } = (await record(`/credentials/${batchId}`)) as Enveloped<CredentialBatch>;
  const { recipients, ...header } = data;
  for (const { recipientId, email } of recipients) credentials.push({ ...header, recipientId, email });
}
writeFileSync("credentials.csv", stringify(credentials, { header: true }));
