import { inspect } from "node:util";
import { exampleAnswer, loopback, type Received, type Reply } from "@tieout/openapi-codegen/testing";
import { describe, expect, it } from "vitest";
import spec from "../src/generated/openapi.json" with { type: "json" };
import {
  createRecordClient,
  modeOf,
  RecordBrokeContract,
  type RecordClientOptions,
  RecordRefused,
  RecordRequestInvalid,
  RecordUnreachable,
  Secret,
  type Violation,
} from "../src/index.ts";

const token = "sk_test_canary_0001";

const recordAnswering = async (
  answer: (request: Received) => Reply,
  options: Partial<RecordClientOptions> = {},
) => {
  const { baseUrl, received } = await loopback(answer);
  return { record: createRecordClient({ token, baseUrl, maxAttempts: 1, ...options }), received };
};
const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => "no error",
    (error: unknown) => error,
  );
const programs = () => exampleAnswer(spec, "listPrograms 200 twoPrograms");

describe("the token", () => {
  it.each([
    ["authorization", { authorization: `Bearer ${token}` }, "x-api-key"],
    ["x-api-key", { "x-api-key": token }, "authorization"],
  ] as const)("goes out as %s when asked to, and only there", async (keyHeader, sent, other) => {
    const { record, received } = await recordAnswering(() => ({ json: programs() }), { keyHeader });
    await record.listPrograms();
    expect(received[0]?.headers).toMatchObject(sent);
    expect(received[0]?.headers).not.toHaveProperty(other);
  });

  it("goes out as Authorization by default, to Record's one host", async () => {
    const seen: (string | null)[] = [];
    const fetch = async (request: Request) => {
      seen.push(request.url, request.headers.get("authorization"));
      return Response.json(programs());
    };
    await createRecordClient({ token: new Secret(token), fetch }).listPrograms();
    expect(seen).toStrictEqual([
      "https://api.getrecord.in/api/external/issuance/programs",
      `Bearer ${token}`,
    ]);
  });

  it.each([
    ["sk_test_1", "test"],
    ["sk_live_1", "live"],
    ["SK_LIVE_1", undefined],
    ["other", undefined],
  ])("%s selects the mode %s", (text, mode) => {
    expect(modeOf(text)).toBe(mode);
    expect(modeOf(new Secret(text))).toBe(mode);
  });

  it("that no header can carry is refused at once, without being shown", () => {
    const error = (() => {
      try {
        return createRecordClient({ token: "sk_live_1\n" });
      } catch (reason) {
        return reason;
      }
    })();
    expect(error).toBeInstanceOf(TypeError);
    expect(inspect(error)).not.toContain("sk_live_1");
  });
});

describe("a failure", () => {
  it("that is a refusal has status and code, and the token nowhere", async () => {
    const body = { success: false, error: { code: "UNAUTHORIZED", message: `token ${token} was revoked` } };
    const { record } = await recordAnswering(() => ({ status: 401, json: body }));
    const error = await failureOf(record.listPrograms());
    expect(error).toBeInstanceOf(RecordRefused);
    expect(error).toMatchObject({ operation: "listPrograms", status: 401, code: "UNAUTHORIZED" });
    const shown = `${error}${JSON.stringify(error)}${inspect(error, { depth: 9, showHidden: true })}`;
    expect(shown).not.toContain(token);
  });

  it.each([
    ["success: false", { success: false, message: "Try later", data: [] }, "$.success"],
    ["data: null", { success: true, data: null }, "$.data"],
    ["no data", { success: true }, "$"],
  ])("is a 200 with %s: never an empty list", async (_, json, path) => {
    const { record } = await recordAnswering(() => ({ json }));
    const error = await failureOf(record.listCredentialBatches());
    expect(error).toBeInstanceOf(RecordBrokeContract);
    expect(String(error)).toContain(path);
  });

  it("is a connection that is refused", async () => {
    const record = createRecordClient({ token, baseUrl: "http://127.0.0.1:9", maxAttempts: 1 });
    expect(await failureOf(record.listPrograms())).toBeInstanceOf(RecordUnreachable);
  });

  it.each(["a/b", "a?b", "a\tb"])("is the batch id %j, before anything is sent", async (batchId) => {
    const { record, received } = await recordAnswering(() => ({ json: {} }));
    expect(await failureOf(record.getCredentialBatch({ path: { batchId } }))).toBeInstanceOf(
      RecordRequestInvalid,
    );
    expect(received).toStrictEqual([]);
  });

  it("is a batch without recipients, before anything is sent", async () => {
    const { record, received } = await recordAnswering(() => ({ json: {} }));
    const body = { programId: "prog_1", batchName: "May", recipients: [] };
    const error = await failureOf(record.issueCredentials({ body }));
    expect(error).toBeInstanceOf(RecordRequestInvalid);
    expect(error).toMatchObject({ path: "$.recipients" });
    expect(received).toStrictEqual([]);
  });
});

describe("an answer that is partly wrong", () => {
  it("keeps its right recipients and members, and reports the others", async () => {
    const recipient = {
      recipientId: "rec_1",
      name: "Alice",
      email: "alice@example.com",
      credentialUrl: "https://x.y/1",
    };
    const batch = {
      batchId: "batch_1",
      programId: "prog_1",
      batchName: "May",
      orgId: "org_1",
      mode: "test",
      status: "a word nobody knows",
      issuedAt: "2025-05-21T13:39:41+05:30",
      recipients: [recipient, { ...recipient, recipientId: 2 }, { ...recipient, credentialUrl: "nowhere" }],
    };
    const { record } = await recordAnswering(() => ({ json: { success: true, data: batch, next: 2 } }));
    const violations: Violation[] = [];
    const { data, leftOut } = await record.getCredentialBatch({
      path: { batchId: "batch_1" },
      onViolation: (one) => violations.push(one),
    });
    expect(data.data.recipients).toHaveLength(2);
    expect(data.data.recipients[1]).not.toHaveProperty("credentialUrl");
    expect(data).toHaveProperty("next", 2);
    expect(leftOut).toStrictEqual(["/data/recipients/1"]);
    expect(violations.map(({ path, leftOut }) => [path, leftOut]).sort()).toStrictEqual([
      ["$.data.recipients[1].recipientId", "item"],
      ["$.data.recipients[2].credentialUrl", "field"],
    ]);
  });
});
