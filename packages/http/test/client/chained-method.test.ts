import { expect, it } from "vitest";
import {
  bindOperations,
  type CallInit,
  type CallMethod,
  cursorWalk,
  RequestInvalid,
} from "../../src/index.ts";

it("a walk whose parameters cannot be read says which, and asks for nothing", async () => {
  const { list } = bindOperations<{
    readonly list: CallMethod & { readonly items: (init: CallInit) => AsyncIterable<unknown> };
  }>({
    api: "Till",
    operations: {
      list: {
        ...{ id: "list", method: "GET", path: "/rows", retry: "safe" },
        walks: cursorWalk({ items: "rows", in: "query", cursor: "after", next: "next" }),
      },
    },
    validators: { list: {} },
    baseUrl: "https://till.invalid",
    transport: () => Promise.reject(new Error("it was sent")),
  });
  const query = {
    get size() {
      throw new Error("no size");
    },
  };
  const walked = async () => {
    for await (const _ of list.items({ query })) throw new Error("it walks");
  };
  await expect(walked()).rejects.toThrow(RequestInvalid);
  await expect(walked()).rejects.toMatchObject({
    operation: "list",
    path: "query",
    expected: "members by name",
  });
});
