import { createLimiter, type Limiter } from "@tieout/http";
import { type BatchWithTransactions, createKoardClient, KoardRefused } from "@tieout/koard";
import { BusinessCalendar, formatMinor } from "@tieout/reconcile";
import { createRecordClient, type RecordClient } from "@tieout/record";

const limiter: Limiter = createLimiter({ concurrency: 2 });

/** One batch, typed by the spec to its rows. */
export const totals = async (apiKey: string): Promise<number> => {
  const koard = createKoardClient({ apiKey, limiter });
  let sum = 0;
  for await (const { id } of koard.listBatches.items()) {
    const { data } = await koard.getBatch({ path: { batch_id: id } });
    const batch: BatchWithTransactions = data;
    for (const { total_amount } of batch.transactions ?? []) sum += total_amount;
  }
  // @ts-expect-error the path is required
  await koard.getBatch().catch((error: unknown) => error instanceof KoardRefused && error.status);
  return sum;
};

export const people = (token: string): RecordClient => createRecordClient({ token, limiter });

export const calendar: BusinessCalendar = new BusinessCalendar("Europe/Berlin", "02:30");

export const printed: string = formatMinor(1n, "EUR");
