// Proves that whatever JavaScript lets through, of any export, ends in an error of the package that names the option or
// the path, or in an answer: in no bare error, nothing that nobody awaits, and no write that is sent twice.

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as http from "../src/index.ts";
import { exampleApi } from "../src/testing.ts";
import { untyped } from "./calls.ts";
import { hostileValues } from "./hostile-values.ts";
import { json, type Loopback, serve } from "./loopback.ts";

const OURS =
  /^(?:OptionInvalid|RequestInvalid|ContractBroken|ApiRefused|ApiUnreachable|WalkUnstable|WalkEndless)$/;

let server: Loopback;
const strays: unknown[] = [];
const stray = (error: unknown) => strays.push(error);
beforeEach(async () => {
  server = await serve((_, response) => json(response, { rows: [{ id: "a" }], total: 1 }));
  process.on("unhandledRejection", stray).on("uncaughtException", stray);
});
afterEach(() => {
  process.off("unhandledRejection", stray).off("uncaughtException", stray);
});

const refund: http.Operation = {
  ...{ id: "refund", method: "POST", path: "/refund", retry: "keyed", idempotencyKey: "event_id" },
};
const list: http.Operation = {
  ...{ id: "list", method: "GET", path: "/rows", retry: "safe" },
  pagination: { style: "offset", in: "query", items: "rows", total: true },
};
const context = { api: "Koard", operation: "refund", errors: http.apiErrors };
/** What the hostile values throw has it in its message. */
const KEY = new http.Secret("sk_live_c4n4ry");
const transport = (options: object = {}) =>
  http.transport(untyped({ api: "Koard", totalTimeoutMs: 1000, secrets: [KEY], ...options }));
const request = (members: object = {}) => {
  const real = new Request(server.url, { method: "POST", body: "{}" });
  return new Proxy(real, {
    get: (_, name) => {
      const value = Reflect.has(members, name) ? Reflect.get(members, name) : Reflect.get(real, name);
      return typeof value === "function" ? value.bind(real) : value;
    },
  });
};
const client = (options: object = {}) => {
  const response = http.answerCheck(511);
  return untyped(
    http.bindOperations(
      untyped({
        ...{
          api: "Koard",
          operations: { refund, list },
          validators: { refund: { response }, list: { response } },
        },
        ...{ baseUrl: server.url, transport: transport() },
        ...options,
      }),
    ),
  );
};
/** The exports by name, for those that are used alike. */
const named = <Name extends keyof typeof http>(name: Name): (typeof http)[Name] =>
  untyped(Reflect.get(http, name));
const rowsOf = async (rows: AsyncGenerator): Promise<unknown[]> => {
  const read: unknown[] = [];
  for await (const row of rows) if (read.push(row) > 5) break;
  return read;
};
const security = { schemes: { key: { in: "header", name: "x-key" } }, required: [["key"]] } as const;
const walk = {
  ...{ api: "Koard", operation: "list", limit: 5, idOf: ({ id }: { id: string }) => id },
  readPage: async (offset: number) => ({ rows: offset > 0 ? [] : [{ id: "a" }] }),
};
const chain = (name: "pageWalk" | "cursorWalk" | "linkWalk") =>
  named(name)(untyped({ in: "query", items: "rows", page: "page", cursor: "after", next: "next" }))({
    ...{ api: "Koard", operation: "list", errors: http.apiErrors },
    call: () => Promise.resolve({ data: { rows: [] }, status: 200, response: new Response(), leftOut: [] }),
  });
const limiter = () => http.createLimiter({ concurrency: 1 });
const caller = { signal: new AbortController().signal, api: "Koard", deadlineAt: 5 };
const source = {
  ...{
    api: "Koard",
    operations: {},
    validators: {},
    queries: {},
    examples: { refund: { 200: { done: {} } } },
  },
};
const parts = {
  ...{ api: "Koard", errors: http.apiErrors, operations: { refund }, validators: {}, product: "till/1" },
};
const fields = {
  ...{ api: "Koard", operation: "refund", status: 404, detail: "", reason: "network", attempts: 1 },
  ...{ cause: new Error("x"), path: "$", expected: "a", actual: "b", of: "till", option: "key", pages: 1 },
};
const only = (names: readonly string[], given: object): object =>
  Object.fromEntries(Object.entries(given).filter(([name]) => names.includes(name)));

type Use = (value: unknown) => unknown;

/** A use for each member of an object, with a hostile value in its place. */
const each = (name: string, members: readonly string[], use: (given: object) => unknown): [string, Use][] =>
  members.map((member) => [`${name}.${member}`, (value) => use({ [member]: value })]);

/** The class of each error, and the members that make one. */
const ERRORS: readonly [new (fields: ReturnType<typeof untyped>) => Error, readonly string[]][] = [
  [http.ApiRefused, ["api", "operation", "status", "detail", "code", "requestId", "retryAfterMs", "reply"]],
  [http.ApiUnreachable, ["api", "operation", "reason", "attempts", "cause", "reply"]],
  [http.ContractBroken, ["api", "operation", "path", "expected", "actual", "reply"]],
  [http.RequestInvalid, ["api", "operation", "path", "expected", "actual"]],
  [http.OptionInvalid, ["of", "option", "expected", "actual"]],
  [http.WalkUnstable, ["api", "operation", "pages", "detail"]],
  [http.WalkEndless, ["api", "operation", "pages", "detail"]],
];
const shown = (error: Error): unknown => [
  String(error),
  Reflect.get(error, "body"),
  Reflect.get(error, "headers"),
];

/** What a method may be given, in the place of what it is given rightly. */
const CALL = ["path", "query", "header", "cookie", "body", "headers", "signal", "timeoutMs", "deadline"];
const OPERATION = [
  "id",
  "method",
  "path",
  "retry",
  "idempotencyKey",
  "parameters",
  "emptyStatuses",
  "writes",
  "reads",
  "readsHeaders",
];

const USES: readonly [string, Use][] = [
  ["transport", (value) => http.transport(untyped(value))],
  ...each(
    "transport",
    [
      "api",
      "fetch",
      "secrets",
      "errors",
      "limiter",
      "idleTimeoutMs",
      "tryForMs",
      "maxAttempts",
      "maxBodyBytes",
      "largeBodies",
    ],
    (given) => transport(given)(request(), refund),
  ),
  ["LargeBodies", (value) => transport({ largeBodies: value })(request(), refund)],
  ...each("transport", ["hooks", "timing"], (given) => transport(given)(request(), refund)),
  ...each("hooks", ["onRequest", "onRetry", "onResponse", "onRefusal"], (hooks) =>
    transport({ hooks })(request(), refund),
  ),
  ...each("timing", ["now", "after", "random"], (given) =>
    transport({ timing: { ...http.systemTiming, ...given } })(request(), refund),
  ),
  [
    "timing.after gives",
    (value) => transport({ timing: { ...http.systemTiming, after: () => value } })(request(), refund),
  ],
  ...each("errors", Object.keys(http.apiErrors), (given) => {
    const fetch = async () => new Response("{}", { status: 301 });
    return transport({ errors: { ...http.apiErrors, ...given }, fetch })(request(), refund);
  }),
  ["secrets[0]", (value) => transport({ secrets: [value] })(request(), refund)],
  ["limiter.enter gives", (value) => transport({ limiter: { enter: () => value } })(request(), refund)],
  ["limiter.enter's end", (value) => transport({ limiter: { enter: async () => value } })(request(), refund)],
  ["a transport's request", (value) => transport()(untyped(value), refund)],
  ["a transport's operation", (value) => transport()(request(), untyped(value))],
  ["a transport's call", (value) => transport()(request(), refund, untyped(value))],
  ...each("a transport's request", ["url", "method", "headers", "body", "signal", "arrayBuffer"], (given) =>
    transport()(request(given), refund),
  ),
  ...each("a transport's operation", OPERATION, (given) =>
    transport()(request(), untyped({ ...refund, ...given })),
  ),
  ...each("a transport's call", ["signal", "timeoutMs", "deadline", "maxAttempts", "accept"], (given) =>
    transport()(request(), refund, untyped(given)),
  ),
  ["createLimiter", (value) => http.createLimiter(untyped(value))],
  ...each("createLimiter", ["concurrency", "ratePerSecond", "timing"], (given) =>
    http.createLimiter(untyped({ concurrency: 1, ...given })).stats(),
  ),
  ["limiter.enter", (value) => limiter().enter(untyped(value))],
  ...each("limiter.enter", Object.keys(caller), (given) => limiter().enter(untyped({ ...caller, ...given }))),
  ["limiter.enter's outcome", async (value) => (await limiter().enter(caller))(untyped(value))],
  ...each("limiter.enter's outcome", ["status", "retryAfterMs"], async (given) =>
    (await limiter().enter(caller))(untyped({ status: 429, ...given })),
  ),
  ["bindOperations", (value) => http.bindOperations(untyped(value))],
  ...each(
    "bindOperations",
    [
      "api",
      "operations",
      "validators",
      "secrets",
      "errors",
      "onViolation",
      "newKey",
      "timing",
      "baseUrl",
      "headers",
      "servers",
      "credentials",
    ],
    (given) => client(given).refund?.({ body: {} }),
  ),
  ["operations.refund", (value) => client({ operations: { refund: value } }).refund({ body: {} })],
  ...each("operations.refund", [...OPERATION, "server", "security", "pagination"], (given) =>
    client({ operations: { refund: { ...refund, ...given } } }).refund({ body: {} }),
  ),
  ["validators.refund", (value) => client({ validators: { refund: value } }).refund({ body: {} })],
  ...each("validators.refund", ["parameters", "request", "response"], (refund) =>
    client({ validators: { refund } }).refund({ body: {} }),
  ),
  [
    "a check gives",
    (value) => client({ validators: { refund: { response: () => value } } }).refund({ body: {} }),
  ],
  ["newKey gives", (value) => client({ newKey: () => value }).refund({ body: {} })],
  ["a call", (value) => client().refund(value)],
  ...each("a call", [...CALL, "maxAttempts", "onViolation"], (given) =>
    client().refund({ body: {}, ...given }),
  ),
  ...CALL.slice(0, 6).flatMap((place) => [
    ...each(`a call.${place}`, ["id"], (given) => client().refund({ body: {}, [place]: given })),
    ...each(`a call.${place}.id`, ["a"], (id) => client().refund({ body: {}, [place]: { id } })),
  ]),
  ...each("a form", ["a"], (body) =>
    client({ operations: { refund: { ...refund, form: {} } } }).refund({ body }),
  ),
  ...["items", "pages", "stream", "streamPages"].flatMap((name): [string, Use][] => [
    [name, (value) => rowsOf(client().list[name](value))],
    ...each(name, ["query", "idOf", "maxPages", "maxRows"], (given) => rowsOf(client().list[name](given))),
    ...each(`${name}.query`, ["limit", "offset"], (query) => rowsOf(client().list[name]({ query }))),
  ]),
  ...(["walkItems", "walkPages", "streamItems", "streamPages"] as const).flatMap((name): [string, Use][] => [
    [name, (value) => rowsOf(named(name)(untyped(value)))],
    ...each(
      name,
      [...Object.keys(walk), "maxPages", "maxRows", "errors"].filter((one) => one !== "readPage"),
      (given) => rowsOf(named(name)(untyped({ ...walk, ...given }))),
    ),
    ...each(`${name}.readPage`, ["rows", "total"], (given) =>
      rowsOf(named(name)(untyped({ ...walk, readPage: async () => ({ rows: [], ...given }) }))),
    ),
    [`${name}.idOf gives`, (value) => rowsOf(named(name)(untyped({ ...walk, idOf: () => value })))],
  ]),
  ["Secret", (value) => new http.Secret(untyped(value))],
  ["Credentials' security", (value) => new http.Credentials(untyped(value), { key: "k" })],
  ["Credentials' keys", (value) => new http.Credentials(security, untyped(value))],
  ...each("Credentials' security", ["schemes", "required"], (given) =>
    new http.Credentials(untyped({ ...security, ...given }), { key: "k" }).of(refund, context),
  ),
  ...each("Credentials' scheme", ["in", "name", "prefix"], (given) => {
    const schemes = { key: { ...security.schemes.key, ...given } };
    return new http.Credentials(untyped({ ...security, schemes }), { key: "k" }).of(refund, context);
  }),
  ...each(
    "Credentials' password",
    ["username", "password"],
    (given) => new http.Credentials(security, untyped({ key: { username: "u", password: "p", ...given } })),
  ),
  ["Credentials.of", (value) => new http.Credentials(security, { key: "k" }).of(untyped(value), context)],
  ["Credentials.of's context", (value) => new http.Credentials(security, {}).of(refund, untyped(value))],
  ["checkClientOptions", (value) => http.checkClientOptions("till", untyped(value), {})],
  ["checkClientOptions' name", (value) => http.checkClientOptions(untyped(value), { timeoutMs: 0 }, {})],
  ["checkClientOptions' rules", (value) => http.checkClientOptions("till", {}, untyped(value))],
  ["checkOptions", (value) => http.checkOptions("till", untyped(value), { key: http.A_KEY })],
  ["checkOptions.key", (value) => http.checkOptions("till", { key: value }, { key: http.A_KEY })],
  ["oneOf", (value) => http.oneOf(untyped(value))],
  ["openClient's parts", (value) => http.openClient(untyped(value), {})],
  ["openClient's options", (value) => http.openClient(parts, untyped(value))],
  ...each("openClient's parts", [...Object.keys(parts), "baseUrl", "credentials", "servers"], (given) =>
    http.openClient(untyped({ ...parts, baseUrl: server.url, ...given }), {}),
  ),
  [
    "answerCheckByStatus",
    (value) => http.answerCheckByStatus(untyped(value), http.answerCheck(511))({}, context),
  ],
  ["answerCheckByStatus's other", (value) => http.answerCheckByStatus({}, untyped(value))({}, context)],
  [
    "answerCheckByStatus's context",
    (value) => http.answerCheckByStatus({}, http.answerCheck(511))({}, untyped(value)),
  ],
  ...(["answerCheck", "requestCheck", "parametersCheck"] as const).flatMap((name): [string, Use][] => [
    [name, (value) => named(name)(untyped(value))({}, context)],
    [`${name}'s body`, (value) => named(name)(0)(value, context)],
    [`${name}'s context`, (value) => named(name)(0)({}, untyped(value))],
    ...each(`${name}'s context`, [...Object.keys(context), "onViolation", "reply"], (given) =>
      named(name)(0)({}, untyped({ ...context, ...given })),
    ),
  ]),
  ["errorFacts", (value) => http.errorFacts(value)],
  ["errorFacts' cause", (value) => http.errorFacts(new Error("x", { cause: value }))],
  ...ERRORS.flatMap(([Class, names]): [string, Use][] => [
    [`instanceof ${Class.name}`, (value) => value instanceof Class],
    [`new ${Class.name}`, (value) => shown(new Class(untyped(value)))],
    ...each(`new ${Class.name}`, names, (given) =>
      shown(new Class(untyped({ ...only(names, fields), ...given }))),
    ),
  ]),
  ["systemTiming.after", (value) => http.systemTiming.after(untyped(value), () => undefined)()],
  ["systemTiming.after's run", (value) => http.systemTiming.after(1000, untyped(value))()],
  ["pickOperations", (value) => http.pickOperations("till", untyped(value))],
  ["pickOperations's operation", (value) => http.pickOperations("till", untyped({ refund: value }))],
  ...(["pageWalk", "cursorWalk", "linkWalk"] as const).flatMap((name): [string, Use][] => [
    [name, (value) => named(name)(untyped(value))],
    [`${name}'s init`, (value) => rowsOf(untyped(chain(name)).items(value))],
    [`${name}'s idOf`, (value) => rowsOf(untyped(chain(name)).items({ idOf: value }))],
    [`${name}'s query`, (value) => rowsOf(untyped(chain(name)).stream({ query: value }))],
  ]),
  ["formBody", (value) => http.formBody(untyped(value))({ a: 1 }, context)],
  ["formBody's body", (value) => http.formBody({})(value, context)],
  ["partsBody", (value) => http.partsBody(untyped(value))({ a: 1 }, context)],
  ["partsBody's body", (value) => http.partsBody({})(value, context)],
  ["partsBody's member", (value) => http.partsBody({})({ a: value }, context)],
  ["textBody", (value) => http.textBody(untyped(value))],
  ["bytesBody", (value) => http.bytesBody(untyped(value))],
  ["bytesBody's body", (value) => http.bytesBody()(value, context)],
  ["headersOf", (value) => http.headersOf(untyped(value))(new Headers(), context)],
  ["maskPersonal", (value) => http.maskPersonal(untyped(value))],
  ["maskPersonal's replace", (value) => http.maskPersonal("mia@example.com", untyped(value))],
  ["exampleApi", (value) => exampleApi(untyped(value))],
  ...each("exampleApi", [...Object.keys(source), "basePath"], (given) =>
    exampleApi(untyped({ ...source, ...given })).fetch("http://till.test/rows"),
  ),
  ["exampleApi.fetch", (value) => exampleApi(source).fetch(untyped(value))],
  ["exampleApi.answer", (value) => exampleApi(source).answer(untyped(value), untyped({ status: 200 }))],
  ["exampleApi.answer's choice", (value) => exampleApi(source).answer("refund", untyped(value))],
];

/** Why a use is at fault, or nothing. */
const faultOf = async (use: Use, value: unknown): Promise<string | undefined> => {
  const before = server.count();
  const error = await (async () => use(value))().then(
    () => undefined,
    (reason: unknown) => ({ reason }),
  );
  const sent = server.bodies.slice(before).filter((body) => body !== "").length;
  await new Promise((resolve) => setImmediate(resolve));
  if (strays.length > 0) return `nobody awaited ${String(strays.splice(0)[0])}`;
  if (sent > 1) return `sent ${sent} times`;
  if (error === undefined) return undefined;
  const { name, message, option, path } = Object(error.reason);
  if (!OURS.test(name)) return `a bare error: ${name}: ${message}`;
  if (String(message).includes("c4n4ry")) return "an error that quotes what the caller threw";
  if (/Invalid$/.test(name) && !(option || path)) return `names nothing: ${message}`;
  return name === "RequestInvalid" && sent > 0 ? `says that it was not sent, and was: ${message}` : undefined;
};

/** What is no fault: a time that is only short. */
const TAKEN = new Map([["1.5", /[tT]imeoutMs$/]]);

const NAMES = [...hostileValues().keys()];

describe("whatever is given as", () => {
  it.each(USES)("%s is taken, or named", async (where, use) => {
    const faults: string[] = [];
    for (const name of NAMES) {
      if (TAKEN.get(name)?.test(where)) continue;
      const fault = await faultOf(use, hostileValues().get(name));
      if (fault !== undefined) faults.push(`${name}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });
});

it("is asked of every function and class that the package exports", () => {
  const used = USES.map(([where]) => where).join("\n");
  const exported = Object.entries(http).filter(([, value]) => typeof value === "function");
  expect(exported.map(([name]) => name).filter((name) => !used.includes(name))).toEqual([]);
});
