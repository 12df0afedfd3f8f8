import {
  type Batch,
  type BatchWithTransactions,
  isKoardRefusal,
  type KoardClient,
  type Transaction,
} from "@tieout/koard";
import { expectTypeOf, it } from "vitest";

// Nothing runs here: the type checker reads it. It imports the built package by its name alone, so that the tests
// of one release can be compiled against the next.
type Data<Method extends keyof KoardClient> = Awaited<ReturnType<KoardClient[Method]>>["data"];

it("answers are typed by the spec", () => {
  expectTypeOf<Data<"listBatches">["batches"]>().toEqualTypeOf<readonly Batch[]>();
  expectTypeOf<Data<"getBatch">>().toEqualTypeOf<BatchWithTransactions>();
  expectTypeOf<Data<"listTransactions">>().toEqualTypeOf<readonly Transaction[]>();
});

it("what may have been left out is optional, what is strict is there", () => {
  expectTypeOf<Transaction["card"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<Transaction["total_amount"]>().toEqualTypeOf<number>();
  expectTypeOf<Transaction["transaction_id"]>().toEqualTypeOf<string>();
});

it("open sets stay open", () => {
  expectTypeOf<Batch["status"]>().toEqualTypeOf<string>();
});

it("walks yield rows of the spec, and arrays of them", () => {
  const walks = (koard: KoardClient) => ({
    batches: koard.listBatches.items(),
    transactions: koard.listTransactions.items({ query: { mid: "m_1", limit: 20 } }),
    found: koard.searchTransactions.pages({ body: { batch_id: "b_1" }, idOf: (row) => row.transaction_id }),
  });
  type Walks = ReturnType<typeof walks>;
  expectTypeOf<Walks["batches"]>().toEqualTypeOf<AsyncGenerator<Batch, void, undefined>>();
  expectTypeOf<Walks["transactions"]>().toEqualTypeOf<AsyncGenerator<Transaction, void, undefined>>();
  expectTypeOf<Walks["found"]>().toEqualTypeOf<AsyncGenerator<readonly Transaction[], void, undefined>>();
});

it("a refusal is narrowed to its operation and status", () => {
  const told = (error: unknown) => {
    if (isKoardRefusal(error, "getBatch", 404, 423)) {
      expectTypeOf(error.operation).toEqualTypeOf<"getBatch">();
      expectTypeOf(error.status).toEqualTypeOf<404 | 423>();
    }
    // @ts-expect-error the spec does not document this status
    isKoardRefusal(error, "getBatch", 418);
    // @ts-expect-error a status has to be named
    isKoardRefusal(error, "getBatch");
  };
  expectTypeOf(told).returns.toBeVoid();
});

it("a wrong use is a type error", () => {
  const misuse = (koard: KoardClient) => {
    // @ts-expect-error the path is required
    void koard.getBatch();
    // @ts-expect-error no such member of the path
    void koard.getBatch({ path: { id: "b_1" } });
    // @ts-expect-error an amount is a number
    void koard.refundPayment({ path: { transaction_id: "t" }, body: { amount: "1" } });
    // @ts-expect-error listing takes no body
    void koard.listBatches({ body: {} });
    // @ts-expect-error a search has a body
    void koard.searchTransactions.items();
    // @ts-expect-error the offset is the walk's own
    void koard.listBatches.items({ query: { offset: 10 } });
    // @ts-expect-error and in a body just so
    void koard.searchTransactions.pages({ body: { offset: 10 } });
    // @ts-expect-error what has no pages has no walk
    void koard.getBatch.items();
  };
  expectTypeOf(misuse).returns.toBeVoid();
});
