import { expectTypeOf, it } from "vitest";
import type { Batch, BatchWithTransactions, KoardClient, Transaction } from "../src/index.ts";

// Nothing runs here: the type checker reads it.
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
  };
  expectTypeOf(misuse).returns.toBeVoid();
});
