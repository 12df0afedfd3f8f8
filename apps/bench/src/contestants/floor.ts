import { forEachAtOnce } from "./pool.ts";
import {
  type BatchPage,
  type CredentialBatchSummary,
  type Enveloped,
  listedBatches,
  openApis,
} from "./wire-api.ts";

// What no pipeline can do without: every byte read, decoded and parsed, and nothing done with it. With `--drop`
// details are not even decoded: what the server and the loopback can do, to show that neither is what is measured.

const isDropping = process.argv.includes("--drop");

const parse = (bytes: Buffer): unknown => JSON.parse(bytes.toString("utf8"));
const take = (bytes: Buffer): unknown => (isDropping ? undefined : parse(bytes));

const apis = openApis();
// The bench's own server keeps to the spec.
const batches = await listedBatches(apis, (bytes) => parse(bytes) as BatchPage);
take(await apis.programs());
const issued = parse(await apis.credentialBatches()) as Enveloped<readonly CredentialBatchSummary[]>;
await forEachAtOnce(batches, async ({ id }) => {
  take(await apis.batch(id));
});
await forEachAtOnce(issued.data, async ({ batchId }) => {
  take(await apis.credentialBatch(batchId));
});
apis.close();
