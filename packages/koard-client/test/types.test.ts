import {
  type Answer,
  type Batch,
  type BatchWithTransactions,
  type CallOptions,
  createKoardClient,
  createLimiter,
  isKoardRefusal,
  type KoardBrokeContract,
  type KoardClient,
  type KoardRefused,
  type KoardRequestInvalid,
  type KoardUnreachable,
  Secret,
  type Transaction,
  type Violation,
} from "@tieout/koard";
import { fakeKoard } from "@tieout/koard/testing";
import { createKoardWebhooks, type KoardEvent, type KoardEventRejected } from "@tieout/koard/webhooks";
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
      // What the spec documents, and any of it may be missing: nothing holds a refusal against the spec.
      expectTypeOf(error.body).not.toBeAny();
      expectTypeOf(error.body).not.toBeUnknown();
      const detail = error.body?.detail;
      if (detail !== null && typeof detail === "object" && "code" in detail)
        expectTypeOf(detail.code).toEqualTypeOf<string | number | undefined>();
    }
    // @ts-expect-error the spec does not document this status
    isKoardRefusal(error, "getBatch", 418);
    // @ts-expect-error a status has to be named
    isKoardRefusal(error, "getBatch");
  };
  expectTypeOf(told).returns.toBeVoid();
});

it("a client is opened as in the last release", () => {
  const open = () => [
    createKoardClient({ apiKey: "k" }),
    createKoardClient({ apiKey: new Secret("k"), environment: "uat", baseUrl: "http://127.0.0.1:1" }),
    createKoardClient({
      apiKey: "k",
      fetch: async (request: Request) => fetch(request),
      limiter: createLimiter({ concurrency: 4, ratePerSecond: 20 }),
      timeoutMs: 1,
      idleTimeoutMs: 1,
      totalTimeoutMs: 1,
      maxAttempts: 1,
      maxBodyBytes: 1,
      hooks: { onRetry: ({ operation, attempt, waitMs, reason }) => [operation, attempt, waitMs, reason] },
      onViolation: ({ operation, path, expected, actual, id, leftOut }) => [
        operation,
        path,
        expected,
        actual,
        id,
        leftOut,
      ],
    }),
  ];
  expectTypeOf(open).returns.toEqualTypeOf<KoardClient[]>();
});

it("a call may say as much as in the last release, and answers as much", () => {
  const options = { headers: { a: "b" }, signal: new AbortController().signal, timeoutMs: 1, maxAttempts: 1 };
  expectTypeOf({
    ...options,
    deadline: new Date(0),
    onViolation: (_: Violation) => undefined,
  }).toExtend<CallOptions>();
  expectTypeOf<Awaited<ReturnType<KoardClient["getBatch"]>>>().toEqualTypeOf<Answer<BatchWithTransactions>>();
  expectTypeOf<Answer<unknown>["response"]>().toEqualTypeOf<Response>();
  expectTypeOf<Answer<unknown>["leftOut"]>().toEqualTypeOf<readonly string[]>();
});

it("an error tells as much as in the last release", () => {
  expectTypeOf<KoardRefused["operation"]>().toEqualTypeOf<string>();
  expectTypeOf<KoardRefused["status"]>().toEqualTypeOf<number>();
  expectTypeOf<KoardRefused["detail"]>().toEqualTypeOf<string>();
  expectTypeOf<KoardRefused["code"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<KoardRefused["retryAfterMs"]>().toEqualTypeOf<number | undefined>();
  expectTypeOf<KoardUnreachable["reason"]>().toEqualTypeOf<"network" | "timeout" | "deadline">();
  expectTypeOf<KoardUnreachable["attempts"]>().toEqualTypeOf<number>();
  for (const name of ["path", "expected", "actual"] as const) {
    expectTypeOf<KoardBrokeContract[typeof name]>().toEqualTypeOf<string>();
    expectTypeOf<KoardRequestInvalid[typeof name]>().toEqualTypeOf<string>();
  }
});

it("an event is narrowed by its kind", () => {
  const told = async (headers: Headers, body: string) => {
    const event = await createKoardWebhooks({ secret: ["whsec_a", "whsec_b"] }).receive({ headers, body });
    expectTypeOf(event).toEqualTypeOf<KoardEvent>();
    expectTypeOf(event.id).toEqualTypeOf<string>();
    expectTypeOf(event.event).toEqualTypeOf<string>();
    if (event.kind === "transaction") expectTypeOf(event.data).toEqualTypeOf<Transaction>();
    else expectTypeOf(event.data).toEqualTypeOf<{ readonly [name: string]: unknown }>();
  };
  expectTypeOf(told).returns.resolves.toBeVoid();
  expectTypeOf<KoardEventRejected["reason"]>().toEqualTypeOf<"unsigned" | "untimely" | "forged" | "broken">();
});

it("a fake is given to a client, and knows the answers of the spec", () => {
  const told = () => {
    const fake = fakeKoard();
    createKoardClient({ apiKey: "k", fetch: fake.fetch });
    fake.answer(
      "getBatch",
      { status: 404 },
      { example: "headerOnly" },
      { status: 200, example: "withTransactions" },
    );
    expectTypeOf(fake.asked[0]?.operation).toEqualTypeOf<string | undefined>();
    // @ts-expect-error no such example
    fake.answer("getBatch", { example: "empty" });
    // @ts-expect-error no such operation
    fake.answer("getBatches", { status: 200 });
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
