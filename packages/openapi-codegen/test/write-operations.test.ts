import { expect, it } from "vitest";
import { filesOf, type JsonObject } from "../src/index.ts";
import { documentWith } from "./generated-client.ts";

const done: JsonObject = { responses: { "204": { description: "" } } };
const headed: JsonObject = {
  responses: { "204": { description: "", headers: { "X-Left": { schema: { type: "integer" } } } } },
};
const bytes: JsonObject = { ...done, requestBody: { content: { "application/octet-stream": {} } } };

/** The types that the operations of a client take of the transport. */
const typesOf = async (...operations: readonly JsonObject[]): Promise<string | undefined> => {
  const paths = operations.map((operation, index): readonly [string, JsonObject] => [
    `/${index}`,
    { post: { operationId: `do${index}`, "x-retry": "never", ...operation } },
  ]);
  const files = await filesOf("till", documentWith({}, { paths: Object.fromEntries(paths) }));
  return /import type \{ (.+) \} from "@tieout\/http"/.exec(files["operations.ts"] ?? "")?.[1];
};

it("of several operations, what one needs is brought in, and nothing else", async () => {
  expect(await typesOf(done)).toBe("Answer, CallOptions, Operation, Security");
  expect(await typesOf(headed)).toBe("CallOptions, HeadedAnswer, Operation, Security");
  expect(await typesOf(done, headed)).toBe("Answer, CallOptions, HeadedAnswer, Operation, Security");
  expect(await typesOf(done, bytes)).toBe("Answer, BytesBody, CallOptions, Operation, Security");
  expect(await typesOf(bytes, headed, done)).toBe(
    "Answer, BytesBody, CallOptions, HeadedAnswer, Operation, Security",
  );
});

it("a list in a member of any name has the type of that member", async () => {
  const name = 'rows"of';
  const rows: JsonObject = { type: "array", items: { type: "object" } };
  const schema: JsonObject = { type: "object", required: [name], properties: { [name]: rows } };
  const parameters = ["limit", "offset"].map((one) => ({
    name: one,
    in: "query",
    schema: { type: "integer" },
  }));
  const files = await filesOf(
    "till",
    documentWith({
      parameters,
      responses: { "200": { description: "", content: { "application/json": { schema } } } },
      "x-pagination": { style: "offset", in: "query", items: name, total: false, maxLimit: 10 },
    }),
  );
  expect(files["operations.ts"]).toContain(`[${JSON.stringify(name)}][number]`);
});
