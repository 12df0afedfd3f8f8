// Proves that a walk by links sends a key of the query once, whatever the links say of it, and follows none that leads elsewhere;
// and that keys of cookies go out together.

import { expect, it } from "vitest";
import {
  answerCheck,
  apiErrors,
  type CallInit,
  type CallMethod,
  Credentials,
  linkWalk,
  openClient,
} from "../../src/index.ts";
import { json, serve } from "../loopback.ts";

interface Methods {
  readonly list: CallMethod & { readonly items: (init?: CallInit) => AsyncIterable<unknown> };
}

const clientOf = (
  baseUrl: string,
  schemes: ConstructorParameters<typeof Credentials>[0]["schemes"],
  keys: Readonly<Record<string, string>>,
) =>
  openClient<Methods>(
    {
      ...{ api: "Till", product: "tieout-till/1.2.3", errors: apiErrors },
      operations: {
        list: {
          ...{ id: "list", method: "GET", path: "/rows", retry: "safe" },
          walks: linkWalk({ items: "rows", next: "next" }),
        },
      },
      validators: { list: { response: answerCheck(511) } },
      credentials: new Credentials({ schemes, required: [Object.keys(keys)] }, keys),
    },
    { baseUrl },
  );

/** What is asked for by a walk whose first page leads on to `/rows?` and this. */
const askedAfter = async (query: string, keys: Readonly<Record<string, string>>) => {
  const asked: (string | undefined)[] = [];
  const { url } = await serve(({ url }, response, nth) => {
    asked.push(url);
    json(response, { rows: [{ id: nth }], next: nth === 1 ? `/rows?${query}` : null });
  });
  const client = clientOf(
    url,
    { key: { in: "query", name: "api_key" }, seat: { in: "query", name: "seat[]" } },
    keys,
  );
  const rows: unknown[] = [];
  for await (const row of client.list.items({ query: { size: 1 } })) rows.push(row);
  expect(rows).toEqual([{ id: 1 }, { id: 2 }]);
  return asked;
};

it.each([
  ["the same", "after=a%2Fb+c&api_key=k1&size=1", "after=a%2Fb+c&size=1&api_key=k1"],
  ["another", "api_key=old&after=2", "after=2&api_key=k1"],
  ["one that is masked, twice", "api_key=***&after=2&api_key", "after=2&api_key=k1"],
  ["one whose name is encoded", "after=2&%61pi%5Fkey=k1", "after=2&api_key=k1"],
  ["nothing else", "api_key=k1", "api_key=k1"],
  [
    "none",
    "after=2&my_api_key=3&api_keys=4&q=api_key",
    "after=2&my_api_key=3&api_keys=4&q=api_key&api_key=k1",
  ],
])(
  "a link that holds %s of the client's key is followed with that of the client",
  async (_, query, expected) => {
    expect(await askedAfter(query, { key: "k1" })).toEqual(["/rows?size=1&api_key=k1", `/rows?${expected}`]);
  },
);

it("each of several keys takes the place of its own", async () => {
  const asked = await askedAfter("seat[]=1&api_key=2&seat%5B%5D=3&after=4", { key: "k1", seat: "s1" });
  expect(asked.at(-1)).toBe("/rows?after=4&api_key=k1&seat%5B%5D=s1");
});

it("a key that stands elsewhere leaves the link as it is", async () => {
  expect((await askedAfter("api_key=2&&after=4", {})).at(-1)).toBe("/rows?api_key=2&&after=4");
});

it.each(["https://other.invalid/rows?after=2", "/other?after=2"])(
  "a link to %s is not followed",
  async (next) => {
    const { url } = await serve((_, response) => json(response, { rows: [{ id: 1 }], next }));
    const client = clientOf(url, { key: { in: "query", name: "api_key" } }, { key: "k1" });
    const all = async () => {
      for await (const _ of client.list.items());
    };
    await expect(all()).rejects.toThrow("a link to another page of the same list");
  },
);

it("keys of cookies go out in one header", async () => {
  const came: (string | undefined)[] = [];
  const { url } = await serve(({ headers }, response) => {
    came.push(headers.cookie);
    json(response, { rows: [], next: null });
  });
  const schemes = { one: { in: "cookie", name: "a" }, two: { in: "cookie", name: "b" } } as const;
  await clientOf(url, schemes, { one: "1", two: "2" }).list();
  await clientOf(url, schemes, { one: "1", two: "2" }).list({ headers: { cookie: "c=3" } });
  expect(came).toEqual(["a=1; b=2", "c=3; a=1; b=2"]);
});
