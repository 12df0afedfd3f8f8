import { expect, it } from "vitest";
import { apiErrors } from "../../src/errors/api-errors.ts";
import { Credentials, type Operation } from "../../src/index.ts";
import { rejection } from "../calls.ts";

const find: Operation = { id: "find", method: "GET", path: "/a", retry: "never" };
const context = { api: "Till", operation: "find", errors: apiErrors };
const schemes = {
  key: { in: "header", name: "x-key" },
  token: { in: "header", name: "authorization", prefix: "Bearer " },
  seat: { in: "query", name: "seat" },
  crumb: { in: "cookie", name: "crumb" },
} as const;

it("a request has the keys of the first alternative that all keys are given of", async () => {
  const required = [["key"], ["token", "seat"], ["crumb"]];
  const sent = (given: Readonly<Record<string, string>>) =>
    new Credentials({ schemes, required }, given).of(find, context);
  expect(await sent({ token: "t", seat: "s", crumb: "c" })).toEqual({
    headers: { authorization: "Bearer t" },
    query: [["seat", "s"]],
    cookies: [],
  });
  expect(await sent({ token: "t", crumb: "c" })).toEqual({
    headers: {},
    query: [],
    cookies: [["crumb", "c"]],
  });
  expect(String(await rejection(sent({ seat: "s" })))).toContain(
    "credentials: expected key, or token and seat, or crumb, got none",
  );
});

it("a key that a function gives is asked for at every call, and the newest two are kept out of messages", async () => {
  let nth = 0;
  const given = { key: () => `key-${++nth}` };
  const credentials = new Credentials({ schemes, required: [["key"]] }, given);
  const { secrets } = credentials;
  for (const sent of ["key-1", "key-2", "key-3"])
    expect((await credentials.of(find, context)).headers).toEqual({ "x-key": sent });
  expect(secrets.map((secret) => secret.reveal())).toEqual(["key-2", "key-3"]);
});
