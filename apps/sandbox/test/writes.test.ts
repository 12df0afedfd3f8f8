// Proves that write operations change the world as Koard and Record document them, and the truth with it.
import { describe, expect, it } from "vitest";
import { type Asking, asking } from "./asking.ts";

const UTC = { timezone: "UTC", cutoff: "00:00" };

// biome-ignore lint/suspicious/noExplicitAny: bodies that the spec's own validators have checked
type Body = any;

const find = async ({ koard }: Asking, conditions: object): Promise<readonly Body[]> =>
  (await koard("/v1/transactions/search", { body: { limit: 500, ...conditions } })).body.transactions;

const plain = async (ask: Asking, status: string): Promise<Body> => {
  const rows = await find(ask, { status: [status] });
  const row = rows.find(
    ({ refunded, reversed, transaction_type }) =>
      !refunded && !reversed && transaction_type !== "verification",
  );
  expect(row).toBeDefined();
  return row;
};

const pay = ({ koard }: Asking, row: Body, action: string, body: object, version = "v1") =>
  koard(`/${version}/payments/${row.transaction_id}/${action}`, { body });

const batchOf = async ({ koard }: Asking, row: Body): Promise<Body> =>
  (await koard(`/v1/batches/${row.batch_id}`)).body;

describe("refundPayment", () => {
  it("adds up, moves the batch's refunded total, and turns to refunded when everything is given back", async ({
    onTestFinished,
  }) => {
    const ask = await asking(onTestFinished, { clean: true });
    const row = await plain(ask, "settled");
    const before = await batchOf(ask, row);
    const part = await pay(ask, row, "refund", { amount: 100 });
    expect([part.status, part.body.refunded, part.body.status]).toEqual([200, 100, "settled"]);
    const rest = await pay(ask, row, "refund", {});
    expect([rest.body.refunded, rest.body.status]).toEqual([row.total_amount, "refunded"]);
    const after = await batchOf(ask, row);
    expect(after.refunded_amount - before.refunded_amount).toBe(row.total_amount);
    expect(after.captured_amount).toBe(before.captured_amount);
    const told = ask.sandbox.truth(UTC).settlements.find(({ batchId }) => batchId === row.batch_id);
    expect(told).toMatchObject({ refundedComputed: String(after.refunded_amount), unexplained: "0" });
    ask.sandbox.setNight(2);
    expect((await ask.koard(`/v1/transactions/${row.transaction_id}`)).body.refunded).toBe(row.total_amount);
  });

  it("refuses more than is left, nothing at all, and what was never captured", async ({ onTestFinished }) => {
    const ask = await asking(onTestFinished);
    const row = await plain(ask, "settled");
    expect((await pay(ask, row, "refund", { amount: row.total_amount + 1 })).status).toBe(422);
    expect((await pay(ask, row, "refund", { amount: 0 })).status).toBe(422);
    expect((await pay(ask, row, "refund", { amount: "1" })).status).toBe(422);
    await pay(ask, row, "refund", {});
    expect((await pay(ask, row, "refund", { amount: 1 })).status).toBe(409);
    expect((await pay(ask, await plain(ask, "declined"), "refund", {})).status).toBe(409);
  });

  it("gives the first answer again for the same event_id, and changes nothing", async ({
    onTestFinished,
  }) => {
    const ask = await asking(onTestFinished);
    const [row, other] = [await plain(ask, "settled"), await plain(ask, "captured")];
    const event_id = "2C7A9D10-6E35-4F08-B1D4-90A8C7E6F501";
    const first = await pay(ask, row, "refund", { amount: 10, event_id });
    const batch = await batchOf(ask, row);
    expect((await pay(ask, row, "refund", { amount: 10, event_id })).body).toEqual(first.body);
    expect(await batchOf(ask, row)).toEqual(batch);
    expect((await pay(ask, row, "adjust", { type: "fixed", amount: 1, event_id })).status).toBe(409);
    expect((await pay(ask, other, "refund", { amount: 10, event_id })).status).toBe(409);
    const { body: found } = await ask.koard(`/v1/transactions?event_id=${event_id}`);
    expect(found.map(({ transaction_id }: Body) => transaction_id)).toEqual([row.transaction_id]);
    const { body: now } = await ask.koard(`/v1/transactions/${row.transaction_id}`);
    expect([now.event_id, now.history.map((event: Body) => event.event_id)]).toEqual([
      event_id,
      [row.event_id],
    ]);
  });
});

describe("the other payment actions", () => {
  it("reverse in parts and as a whole, and not once settled", async ({ onTestFinished }) => {
    const ask = await asking(onTestFinished);
    const row = await plain(ask, "captured");
    const before = await batchOf(ask, row);
    const part = await pay(ask, row, "reverse", { amount: 50 });
    expect([part.body.reversed, part.body.status]).toEqual([50, "captured"]);
    expect((await batchOf(ask, row)).captured_amount).toBe(before.captured_amount - 50);
    const rest = await pay(ask, row, "reverse", {});
    expect([rest.body.reversed, rest.body.status]).toEqual([row.total_amount, "reversed"]);
    expect((await batchOf(ask, row)).captured_amount).toBe(before.captured_amount - row.total_amount);
    expect((await pay(ask, await plain(ask, "settled"), "reverse", {})).status).toBe(409);
  });

  it("adjust a tip by amount and by percentage", async ({ onTestFinished }) => {
    const ask = await asking(onTestFinished);
    const row = await plain(ask, "captured");
    const untipped = row.total_amount - (row.tip_amount ?? 0);
    const fixed = (await pay(ask, row, "adjust", { type: "fixed", amount: 300 })).body;
    expect([fixed.tip_amount, fixed.tip_type, fixed.total_amount]).toEqual([300, "fixed", untipped + 300]);
    const percent = (await pay(ask, row, "adjust", { type: "percentage", percentage: 18 })).body;
    expect(percent.tip_amount).toBe(Math.round(row.subtotal * 0.18));
    expect((await pay(ask, row, "adjust", { type: "fixed" })).status).toBe(422);
    expect((await pay(ask, row, "adjust", { type: "gift", amount: 1 })).status).toBe(422);
    expect((await pay(ask, row, "adjust", { type: "percentage", percentage: 1e100 })).status).toBe(422);
  });

  it("raise an authorisation and capture it, whole or in part, but once", async ({ onTestFinished }) => {
    const ask = await asking(onTestFinished, { transactions: 80 });
    const row = await plain(ask, "authorized");
    const raised = (await pay(ask, row, "auth", { amount: 500 }, "v3")).body;
    expect([raised.total_amount, raised.status]).toEqual([row.total_amount + 500, "authorized"]);
    const before = await batchOf(ask, row);
    expect((await pay(ask, row, "capture", { amount: raised.total_amount + 1 }, "v3")).status).toBe(422);
    const captured = (await pay(ask, row, "capture", { amount: 700, tip_amount: 70 }, "v3")).body;
    expect([captured.total_amount, captured.tip_amount, captured.status]).toEqual([770, 70, "captured"]);
    expect((await batchOf(ask, row)).captured_amount).toBe(before.captured_amount + 770);
    expect((await pay(ask, row, "capture", {}, "v3")).status).toBe(400);
    expect((await pay(ask, row, "auth", { amount: 1 }, "v3")).status).toBe(409);
  });

  it("confirm a surcharge, and document 400 for a repeat and for a missing answer", async ({
    onTestFinished,
  }) => {
    const ask = await asking(onTestFinished, { transactions: 120 });
    const [yes, no] = await find(ask, { status: ["surcharge_pending"] });
    expect((await pay(ask, yes, "confirm", {})).status).toBe(400);
    const confirmed = await pay(ask, yes, "confirm", { confirm: true, event_id: "E-1" });
    expect([confirmed.status, confirmed.body.status]).toEqual([200, "captured"]);
    expect((await pay(ask, yes, "confirm", { confirm: true, event_id: "E-1" })).status).toBe(400);
    expect((await pay(ask, no, "confirm", { confirm: false })).body.status).toBe(
      "surcharge_declined_by_payer",
    );
  });

  it("let a third party correct passthrough transactions alone", async ({ onTestFinished }) => {
    const ask = await asking(onTestFinished);
    const rows = await find(ask, { status: ["settled"] });
    const passthrough = rows.find(({ processor }) => processor === "encrypted_tlv_passthrough");
    const other = rows.find(({ processor }) => processor === "tsys");
    const edit = (row: Body, body: object) =>
      ask.koard(`/v1/transactions/${row.transaction_id}`, { method: "PUT", body });
    const breakdown = { subtotal: 1000, taxAmount: 90, taxRate: 900 };
    const { body } = await edit(passthrough, { breakdown, refunded: 40, status: "held" });
    expect(body).toMatchObject({
      subtotal: 1000,
      tax_amount: 90,
      tax_rate: 9,
      total_amount: 1090,
      refunded: 40,
      status: "held",
    });
    expect((await edit(other, { refunded: 1 })).status).toBe(403);
  });
});

describe("batches", () => {
  const openTerminal = async ({
    koard,
  }: Asking): Promise<{ readonly free: string; readonly busy: string }> => {
    const busy = (await koard("/v1/batches?statuses=open")).body.batches.map(
      ({ terminal_id }: Body) => terminal_id,
    );
    const all = (await koard("/v2/terminals")).body.terminals.map(({ terminal_id }: Body) => terminal_id);
    return { free: all.find((id: string) => !busy.includes(id)), busy: busy[0] };
  };

  it("open once a terminal, take transactions in, close, and are accepted two nights later", async ({
    onTestFinished,
  }) => {
    const ask = await asking(onTestFinished, { clean: true });
    const { free, busy } = await openTerminal(ask);
    const open = (terminal_id: string) =>
      ask.koard("/v1/batches/open", { body: { processor_batch_id: "000777", terminal_id } });
    expect((await open(busy)).status).toBe(409);
    expect((await open("none")).body.detail).toBe("Terminal not found for the given account");
    const opened = (await open(free)).body;
    expect(opened).toMatchObject({
      status: "open",
      transaction_count: 0,
      captured_amount: 0,
      processor_batch_id: "000777",
    });
    expect((await ask.koard("/v1/batches?limit=1")).body).toMatchObject({
      total: 61,
      batches: [{ id: opened.id }],
    });

    const source = (await ask.koard("/v1/batches?statuses=open")).body.batches.find(
      ({ transaction_count }: Body) => transaction_count > 5,
    );
    const [row] = (await find(ask, { batch_id: source.id, status: ["captured"] })).filter(
      ({ reversed }) => !reversed,
    );
    const edit = (id: string, body: object) => ask.koard(`/v1/batches/${id}/edit`, { method: "PUT", body });
    const withRow = (await edit(opened.id, { added_transactions: [row.transaction_id] })).body;
    expect([withRow.transaction_count, withRow.captured_amount]).toEqual([1, row.total_amount]);
    expect((await batchOf(ask, { batch_id: source.id })).transaction_count).toBe(
      source.transaction_count - 1,
    );
    expect((await find(ask, { batch_id: opened.id })).map(({ batch_id }) => batch_id)).toEqual([opened.id]);
    expect((await edit(source.id, { removed_transactions: [row.transaction_id] })).status).toBe(409);

    const close = () => ask.koard(`/v1/batches/${opened.id}/close`, { method: "POST" });
    expect((await close()).body).toMatchObject({ status: "closed", captured_amount: row.total_amount });
    expect((await close()).body.detail).toBe("Batch is not open");
    expect((await edit(opened.id, { removed_transactions: [row.transaction_id] })).status).toBe(409);
    const statuses = [];
    for (const night of [2, 3]) {
      ask.sandbox.setNight(night);
      statuses.push((await batchOf(ask, { batch_id: opened.id })).status);
    }
    expect(statuses).toEqual(["submitted", "accepted"]);
  });

  it("let go of a transaction, which is then in no batch but still listed", async ({ onTestFinished }) => {
    const ask = await asking(onTestFinished, { batches: 4, transactions: 30 });
    const listed = async () =>
      (await ask.koard("/v1/transactions?limit=500")).body.map((row: Body) => row.transaction_id).toSorted();
    const before = await listed();
    const batches = (await ask.koard("/v1/batches?statuses=open")).body.batches;
    const { id } = batches.find(({ transaction_count }: Body) => transaction_count > 3);
    const [row] = await find(ask, { batch_id: id });
    const { status } = await ask.koard(`/v1/batches/${id}/edit`, {
      method: "PUT",
      body: { removed_transactions: [row.transaction_id] },
    });
    expect(status).toBe(200);
    expect((await ask.koard(`/v1/transactions/${row.transaction_id}`)).body.batch_id).toBeNull();
    expect(await listed()).toEqual(before);
  });

  it("stay as they were closed, though the night's plan had more transactions to come", async ({
    onTestFinished,
  }) => {
    const ask = await asking(onTestFinished);
    const { id, transaction_count } = (await ask.koard("/v1/batches?statuses=open")).body.batches.at(-1);
    await ask.koard(`/v1/batches/${id}/close`, { method: "POST" });
    ask.sandbox.setNight(2);
    expect(await batchOf(ask, { batch_id: id })).toMatchObject({ status: "submitted", transaction_count });
  });
});

describe("issueCredentials", () => {
  it("makes a batch that can be read at once, and another one for the same again", async ({
    onTestFinished,
  }) => {
    const { record, sandbox } = await asking(onTestFinished);
    const before = sandbox.truth(UTC).counts;
    const programId = (await record("/programs")).body.data[0].programId;
    const recipients = [
      { name: "Alice", email: "Alice@Example.com" },
      { name: "Bob", email: "bob@example.com" },
    ];
    const issue = async () =>
      (await record("/credentials", { body: { programId, batchName: "New cohort", recipients } })).body.data;
    const [first, second] = [await issue(), await issue()];
    expect(first.batchId).not.toBe(second.batchId);
    const { data } = (await record(`/credentials/${first.batchId}`)).body;
    expect(data).toEqual(first);
    expect(data.recipients.map(({ email }: Body) => email)).toEqual(["Alice@Example.com", "bob@example.com"]);
    const after = sandbox.truth(UTC);
    expect(after.counts.credentialsIssued - before.credentialsIssued).toBe(4);
    expect(after.cohorts.find(({ cohort }) => cohort === "New cohort")).toMatchObject({
      batches: 2,
      people: 2,
      reissued: 2,
    });
    expect(data.issuedAt < sandbox.asOf).toBe(true);
  });

  it("keeps test and live apart", async ({ onTestFinished }) => {
    const { record, sandbox } = await asking(onTestFinished);
    const headers = { "x-api-key": sandbox.recordTestToken };
    const [program] = (await record("/programs", { headers })).body.data;
    expect(program.mode).toBe("test");
    const body = {
      programId: program.programId,
      batchName: "Trial",
      recipients: [{ name: "A", email: "a@b.example" }],
    };
    expect((await record("/credentials", { body })).status).toBe(404);
    expect((await record("/credentials", { body, headers })).body.data.mode).toBe("test");
    const modes = async (keys?: Record<string, string>) =>
      new Set(
        (await record("/credentials", keys === undefined ? {} : { headers: keys })).body.data.map(
          ({ mode }: Body) => mode,
        ),
      );
    expect([await modes(), await modes(headers)]).toEqual([new Set(["live"]), new Set(["test"])]);
  });
});
