import type { CredentialBatchSummary, Program, Recipient, RecordClient } from "@tieout/record";
import { expectTypeOf, it } from "vitest";

// Nothing runs here: the type checker reads it. It imports the built package by its name alone, so that the tests
// of one release can be compiled against the next.
type Data<Method extends keyof RecordClient> = Awaited<ReturnType<RecordClient[Method]>>["data"];

it("answers are typed by the spec, inside Record's envelope", () => {
  expectTypeOf<Data<"listPrograms">["data"]>().toEqualTypeOf<readonly Program[]>();
  expectTypeOf<Data<"listCredentialBatches">["data"]>().toEqualTypeOf<readonly CredentialBatchSummary[]>();
});

it("what may have been left out is optional, what is strict is there", () => {
  expectTypeOf<Program["mode"]>().toEqualTypeOf<"live" | "test">();
  expectTypeOf<Recipient["email"]>().toEqualTypeOf<string>();
  expectTypeOf<Recipient["name"]>().toEqualTypeOf<string | undefined>();
});

it("a wrong use is a type error", () => {
  const misuse = (record: RecordClient) => {
    // @ts-expect-error a batch has a name
    void record.issueCredentials({ body: { programId: "p", recipients: [] } });
    // @ts-expect-error the path parameter is called programId
    void record.getProgram({ path: { id: "p" } });
    // @ts-expect-error Record's lists have no pages, so there is nothing to walk
    void record.listPrograms.items();
  };
  expectTypeOf(misuse).returns.toBeVoid();
});
