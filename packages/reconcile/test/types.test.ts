import type {
  BusinessCalendar,
  ExceptionRow,
  Finding,
  formatMinor,
  ProofContext,
  proveSettlement,
  Settlement,
  SettlementRow,
  Severity,
  traceExceptions,
} from "@tieout/reconcile";
import { expectTypeOf, it } from "vitest";

// Nothing runs here: the type checker reads it. It imports the built package by its name alone, so that the tests
// of one release can be compiled against the next.

it("a settlement and its context are proved to rows and findings", () => {
  expectTypeOf<typeof proveSettlement>().parameters.toEqualTypeOf<[Settlement, ProofContext]>();
  type Proof = ReturnType<typeof proveSettlement>;
  expectTypeOf<Proof["rows"][number]>().toExtend<SettlementRow>();
  expectTypeOf<Proof["findings"][number]>().toExtend<Finding>();
});

it("findings become exceptions", () => {
  expectTypeOf<readonly Finding[]>().toExtend<Parameters<typeof traceExceptions>[0]>();
  expectTypeOf<ReturnType<typeof traceExceptions>[number]>().toExtend<ExceptionRow>();
  expectTypeOf<Severity>().toEqualTypeOf<"critical" | "high" | "medium" | "low" | "info">();
});

it("money is whole minor units, and never a number with a point", () => {
  expectTypeOf<typeof formatMinor>().toBeCallableWith(1234n, "EUR");
  expectTypeOf<typeof formatMinor>().returns.toEqualTypeOf<string>();
  // @ts-expect-error an amount has its currency with it
  expectTypeOf<typeof formatMinor>().toBeCallableWith(1234n);
});

it("a calendar is made of a zone and a cut-off", () => {
  expectTypeOf<ConstructorParameters<typeof BusinessCalendar>>().toExtend<[string, string, ...unknown[]]>();
});
