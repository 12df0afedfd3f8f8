import type { KoardClient } from "@tieout/koard";

/** The first of a list that the sandbox's world is known to fill. */
const first = <Row>(rows: readonly Row[], what: string): Row => {
  const [row] = rows;
  if (row === undefined) throw new Error(`the sandbox has no ${what}`);
  return row;
};

const batchCalls = async (koard: KoardClient, freeTerminalId: string): Promise<void> => {
  const { data } = await koard.listBatches({ query: { limit: 500, statuses: ["open"] } });
  const path = { batch_id: first(data.batches, "open batch").id };
  await koard.getBatch({ path, query: { include_transactions: true } });
  await koard.getBatch({ path });
  await koard.editBatch({ path, body: { processor_batch_id: "000778" } });
  await koard.closeBatch({ path });
  await koard.openBatch({ body: { processor_batch_id: "000777", terminal_id: freeTerminalId } });
};

const read = async (walk: AsyncIterable<unknown>): Promise<void> => {
  for await (const _ of walk);
};

/** Pages small enough that each walk asks for several of them. */
const walks = async (koard: KoardClient): Promise<void> => {
  await read(koard.listBatches.items({ query: { limit: 25 } }));
  await read(koard.listTerminals.pages({ query: { limit: 4 } }));
  await read(koard.searchTransactions.pages({ body: { status: ["authorized"], limit: 4 } }));
};

const paymentCalls = async (koard: KoardClient): Promise<void> => {
  const some = async (status: string) => {
    const { data } = await koard.searchTransactions({ body: { status: [status], limit: 4 } });
    return data.transactions.map(({ transaction_id }) => ({ path: { transaction_id } }));
  };
  const captured = await some("captured");
  const authorized = first(await some("authorized"), "authorised transaction");
  const pending = first(await some("surcharge_pending"), "pending surcharge");
  await koard.refundPayment({ ...first(captured, "captured transaction"), body: { amount: 1 } });
  await koard.reversePayment({ ...first(captured.slice(1), "second one"), body: {} });
  const tipped = first(captured.slice(2), "third one");
  await koard.adjustPayment({ ...tipped, body: { type: "percentage", percentage: 18 } });
  await koard.confirmPayment({ ...pending, body: { confirm: true } });
  await koard.authorizeIncrement({ ...authorized, body: { amount: 100 } });
  await koard.capturePayment({ ...authorized, body: { tip_amount: 50 } });
};

const transactionCalls = async (koard: KoardClient): Promise<void> => {
  const { data } = await koard.listTransactions({ query: { limit: 500 } });
  const path = { transaction_id: first(data, "transaction").transaction_id };
  await koard.getTransaction({ path });
  const passthrough = data.filter(({ processor }) => processor === "encrypted_tlv_passthrough");
  const { transaction_id } = first(passthrough, "passthrough transaction");
  await koard.editTransaction({ path: { transaction_id }, body: { refunded: 5 } });
};

const accountCalls = async (koard: KoardClient, account_id: string): Promise<void> => {
  await koard.getAccount({ path: { account_id } });
  await koard.listApiKeys({ path: { account_id }, query: { include_keys: true } });
  await koard.createAccount({
    body: { name: "New", description: "", type: "merchant", address: { city: "Rome" } },
  });
  const { data } = await koard.createLocation({ body: { account_id, name: "Annexe" } });
  await koard.updateLocation({ path: { location_id: data.id }, body: { name: "Moved" } });
};

/** Calls every operation of Koard's spec so that it succeeds; throws whatever the client throws. */
export const callAllOfKoard = async (koard: KoardClient): Promise<void> => {
  const { terminals } = (await koard.listTerminals({ query: { limit: 200 } })).data;
  const { batches } = (await koard.listBatches({ query: { statuses: ["open"], limit: 500 } })).data;
  const busy = new Set(batches.map(({ terminal_id }) => terminal_id));
  const free = first(
    terminals.filter(({ terminal_id }) => !busy.has(terminal_id)),
    "terminal without an open batch",
  );
  await walks(koard);
  await batchCalls(koard, free.terminal_id);
  await paymentCalls(koard);
  await transactionCalls(koard);
  await accountCalls(koard, free.account_id);
  await koard.createTerminal({
    body: { account_id: free.account_id, processor_config_id: "p", terminal_name: "T", var_sheet: {} },
  });
  await koard.updateTerminal({ path: { terminal_id: free.terminal_id }, body: { status: "inactive" } });
};
