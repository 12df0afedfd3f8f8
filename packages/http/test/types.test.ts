import type {
  ApiRefused,
  ApiUnreachable,
  createLimiter,
  Secret,
  Transport,
  TransportOptions,
  transport,
  walkPages,
} from "@tieout/http";
import { expectTypeOf, it } from "vitest";

// Nothing runs here: the type checker reads it. It imports the built package by its name alone, so that the tests
// of one release can be compiled against the next.

it("a transport needs the name of its API and nothing else", () => {
  expectTypeOf<{ readonly api: string }>().toExtend<TransportOptions>();
  expectTypeOf<typeof transport>().toBeCallableWith({ api: "Koard", timeoutMs: 1, maxAttempts: 2 });
  expectTypeOf<typeof transport>().returns.toEqualTypeOf<Transport>();
  expectTypeOf<Parameters<Transport>[0]>().toEqualTypeOf<Request>();
  expectTypeOf<ReturnType<Transport>>().resolves.toEqualTypeOf<Response>();
});

it("a limiter needs a concurrency, and stands in a transport's options", () => {
  expectTypeOf<typeof createLimiter>().toBeCallableWith({ concurrency: 1, ratePerSecond: 2.5 });
  expectTypeOf<ReturnType<typeof createLimiter>>().toExtend<NonNullable<TransportOptions["limiter"]>>();
  // @ts-expect-error how many at once is for the caller to say
  expectTypeOf<typeof createLimiter>().toBeCallableWith({ ratePerSecond: 2 });
});

it("errors tell what they know as fields", () => {
  expectTypeOf<ApiRefused>().toExtend<Error>();
  expectTypeOf<ApiRefused["status"]>().toEqualTypeOf<number>();
  expectTypeOf<ApiRefused["retryAfterMs"]>().toEqualTypeOf<number | undefined>();
  expectTypeOf<ApiUnreachable["reason"]>().toEqualTypeOf<"network" | "timeout" | "deadline">();
});

it("a key goes in as text, and comes out only when asked for", () => {
  expectTypeOf<Secret["reveal"]>().toEqualTypeOf<() => string>();
  expectTypeOf<Secret>().not.toExtend<string>();
});

it("a walk is for `for await`", () => {
  expectTypeOf<ReturnType<typeof walkPages>>().toExtend<AsyncIterable<unknown>>();
});
