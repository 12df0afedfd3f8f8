import { createSecretKey, randomBytes } from "node:crypto";
import { forEachAtOnce } from "../pool.ts";
import { listedBatches, openApis } from "../wire-api.ts";
import { writeCohorts } from "./cohort-file.ts";
import { Store } from "./Store.ts";
import { writeSettlements } from "./settlement-file.ts";
import { read } from "./validated.ts";

// The careful handwritten pipeline: everything is read, validated, stored row by row, added up from the store and
// written. It makes two of tieout's files for worlds in which everything ties out, and cannot explain anything else.

const apis = openApis();
const store = new Store("reference.db");
const key = createSecretKey(randomBytes(32));

const batches = await listedBatches(apis, read.batchPage);
store.addPrograms(read.programs(await apis.programs()).data);
const issued = read.credentialBatches(await apis.credentialBatches()).data;
await forEachAtOnce(batches, async ({ id }) => {
  const bytes = await apis.batch(id);
  store.addSettlement(read.batch(bytes), bytes);
});
await forEachAtOnce(issued, async (header) => {
  const bytes = await apis.credentialBatch(header.batchId);
  store.addCredentialBatch(header, read.credentialBatch(bytes).data, bytes, key);
});
store.flush();
apis.close();

writeSettlements(store, "settlement-by-batch.csv");
writeCohorts(store, "credentials-by-cohort.csv");
store.db.close();
