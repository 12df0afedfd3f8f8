import {
  type CredentialBatchSummary,
  createRecordClient,
  isRecordRefusal,
  modeOf,
  type Program,
  type Recipient,
  type RecordBrokeContract,
  type RecordClient,
  type RecordRefused,
  type RecordUnreachable,
  Secret,
} from "@tieout/record";
import { fakeRecord } from "@tieout/record/testing";
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
  expectTypeOf<Recipient["email"]>().toEqualTypeOf<string | null | undefined>();
  expectTypeOf<Recipient["name"]>().toEqualTypeOf<string | undefined>();
});

it("a client is opened as in the last release, with a fake for a test", () => {
  const open = () => [
    createRecordClient({ token: "sk_test_1", fetch: fakeRecord().fetch }),
    createRecordClient({
      token: new Secret("sk_test_1"),
      keyHeader: "x-api-key",
      baseUrl: "http://127.0.0.1:1",
    }),
  ];
  expectTypeOf(open).returns.toEqualTypeOf<RecordClient[]>();
  expectTypeOf(modeOf).returns.toEqualTypeOf<"live" | "test" | undefined>();
});

it("an error tells as much as in the last release, and a refusal is narrowed", () => {
  expectTypeOf<RecordRefused["status"]>().toEqualTypeOf<number>();
  expectTypeOf<RecordRefused["code"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<RecordUnreachable["reason"]>().toEqualTypeOf<"network" | "timeout" | "deadline">();
  expectTypeOf<RecordBrokeContract["path"]>().toEqualTypeOf<string>();
  const told = (error: unknown) => {
    if (isRecordRefusal(error, "getProgram", 404)) expectTypeOf(error.status).toEqualTypeOf<404>();
    // @ts-expect-error a list is not documented to be unknown
    isRecordRefusal(error, "listPrograms", 404);
  };
  expectTypeOf(told).returns.toBeVoid();
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
