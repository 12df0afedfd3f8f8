import type { Batch, BatchPage, BatchWithTransactions } from "@tieout/koard";
import type { CredentialBatch, CredentialBatchSummary, Program } from "@tieout/record";
import { openPool } from "./pool.ts";

/** What a list or details of Record are wrapped in. */
export interface Enveloped<Data> {
  readonly data: Data;
}

export type { Batch, BatchPage, BatchWithTransactions, CredentialBatch, CredentialBatchSummary, Program };

/** Rows of a page of Koard's list. */
const PAGE_ROWS = 500;

const variable = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
};

/** Both APIs as bytes, each read once as it is asked for. */
export const openApis = () => {
  const koard = openPool(variable("KOARD_BASE_URL"));
  const record = openPool(variable("RECORD_BASE_URL"));
  const koardHeaders = { "x-koard-apikey": variable("KOARD_API_KEY") };
  const recordHeaders = { authorization: `Bearer ${variable("RECORD_API_TOKEN")}` };
  return {
    batchPage: (offset: number) =>
      koard.read(`/v1/batches?limit=${PAGE_ROWS}&offset=${offset}`, koardHeaders),
    batch: (id: string) => koard.read(`/v1/batches/${id}?include_transactions=true`, koardHeaders),
    programs: () => record.read("/programs", recordHeaders),
    credentialBatches: () => record.read("/credentials", recordHeaders),
    credentialBatch: (id: string) => record.read(`/credentials/${id}`, recordHeaders),
    close: () => {
      koard.close();
      record.close();
    },
  };
};

export type Apis = ReturnType<typeof openApis>;

/** Every batch that Koard lists; `read` makes a page of its bytes. */
export const listedBatches = async (
  apis: Apis,
  read: (bytes: Buffer) => BatchPage,
): Promise<readonly Batch[]> => {
  const batches: Batch[] = [];
  for (;;) {
    const page = read(await apis.batchPage(batches.length));
    batches.push(...page.batches);
    if (page.batches.length === 0 || batches.length >= page.total) return batches;
  }
};
