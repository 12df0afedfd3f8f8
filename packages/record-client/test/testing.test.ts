import { specExamples } from "@tieout/openapi-codegen/testing";
import { describe, expect, it } from "vitest";
import spec from "../src/generated/openapi.json" with { type: "json" };
import { operations } from "../src/generated/operations.ts";
import { createRecordClient, RecordRefused } from "../src/index.ts";
import { fakeRecord } from "../src/testing.ts";

const examples = specExamples(spec);

describe("a fake Record", () => {
  it.each(["https://api.getrecord.in/api/external/issuance", "http://127.0.0.1:1"])(
    "at %s answers every operation with the first example of its spec",
    async (baseUrl) => {
      const fake = fakeRecord();
      const record = createRecordClient({ token: "sk_test_1", baseUrl, fetch: fake.fetch });
      // The table holds every operation, so only the spec knows what this one takes.
      const methods = record as unknown as Record<string, (init: unknown) => Promise<{ data: unknown }>>;
      for (const id of Object.keys(operations)) {
        const example = examples.find(({ operation }) => operation === id);
        expect((await methods[id]?.(example?.init))?.data, id).toStrictEqual(example?.answer);
      }
      expect(fake.asked.map(({ operation }) => operation)).toStrictEqual(Object.keys(operations));
    },
  );

  it("refuses as Record does where it is asked to", async () => {
    const fake = fakeRecord();
    const record = createRecordClient({ token: "sk_test_1", fetch: fake.fetch });
    fake.answer("getCredentialBatch", { status: 404 });
    const error = await record
      .getCredentialBatch({ path: { batchId: "batch_1" } })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RecordRefused);
    expect(error).toMatchObject({ status: 404, code: expect.stringMatching(/./) });
    expect(fake.asked).toMatchObject([{ path: { batchId: "batch_1" } }]);
  });
});
