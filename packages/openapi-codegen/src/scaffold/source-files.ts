import { type ClientNames, keyOptions } from "./names.ts";

/** `src/errors.ts`: the four ways in which a call fails, in this API's name. */
export const errorsSource = ({
  pascal,
  title,
}: ClientNames): string => `import { ApiRefused, ApiUnreachable, ContractBroken, type ErrorClasses, type RefusalBody, RequestInvalid } from "@tieout/http";
import type { Refusals } from "./generated/operations.ts";
import type { operations as Spec } from "./generated/types.ts";

/** ${title} answered, and the answer was a refusal: see \`status\`, \`code\` and \`detail\`. */
export class ${pascal}Refused extends ApiRefused {
  static override readonly brand: string = "${pascal}Refused";
}

/** No usable answer came from ${title}. A write that was sent may still have taken effect. */
export class ${pascal}Unreachable extends ApiUnreachable {
  static override readonly brand: string = "${pascal}Unreachable";
}

/** ${title} answered 2xx with a body that breaks the spec: \`path\` says where, \`expected\` and \`actual\` how. */
export class ${pascal}BrokeContract extends ContractBroken {
  static override readonly brand: string = "${pascal}BrokeContract";
}

/** The call itself breaks the spec. Nothing was sent. */
export class ${pascal}RequestInvalid extends RequestInvalid {
  static override readonly brand: string = "${pascal}RequestInvalid";
}

/**
 * Whether ${title} refused this very operation, with one of these statuses. Takes the statuses that are documented for
 * it; any other is found by \`status\`. Its \`body\` is then typed by the spec.
 */
export const is${pascal}Refusal = <Id extends keyof Refusals, Status extends Refusals[Id]>(
  error: unknown,
  operation: Id,
  ...statuses: readonly [Status, ...Status[]]
): error is ${pascal}Refused & {
  readonly operation: Id;
  readonly status: Status;
  readonly body: RefusalBody<Spec, Id, Status>;
} =>
  error instanceof ${pascal}Refused &&
  error.operation === operation &&
  statuses.some((status) => status === error.status);

/** What the shared caller throws in this client's name. */
export const errors: ErrorClasses = {
  refused: ${pascal}Refused,
  unreachable: ${pascal}Unreachable,
  contractBroken: ${pascal}BrokeContract,
  requestInvalid: ${pascal}RequestInvalid,
};
`;

/** `src/testing.ts`: an API for tests that answers from the examples of the spec. */
export const testingSource = ({ pascal, title, baseUrl }: ClientNames): string => {
  const basePath = new URL(baseUrl ?? "/", "https://host.invalid").pathname.replace(/\/$/, "");
  const members = [
    `api: ${JSON.stringify(title)}`,
    ...(basePath === "" ? [] : [`basePath: ${JSON.stringify(basePath)}`]),
    "operations",
    "validators",
    "queries",
    "examples",
  ];
  return `import { type ExampleApi, exampleApi } from "@tieout/http/testing";
import { operations } from "./generated/operations.ts";
import { examples, queries } from "./generated/testing.js";
import { validators } from "./generated/validators.js";

export type { Asked } from "@tieout/http/testing";

/** ${title} in the process itself; see {@link fake${pascal}}. */
export type Fake${pascal} = ExampleApi<typeof examples>;

/**
 * Makes ${title} for tests, answering from the examples of the spec, without a port, a key or a wait: give its
 * \`fetch\` to the client. It remembers nothing that it is sent.
 */
export const fake${pascal} = (): Fake${pascal} => exampleApi({ ${members.join(", ")} });
`;
};

/** `src/index.ts`: what users of the package name. */
export const indexSource = ({ pascal }: ClientNames): string => `export {
  type Answer,
  type CallOptions,
  createLimiter,
  type Limiter,
  type OnViolation,
  type PagedMethod,
  Secret,
  type Violation,
  WalkEndless,
  WalkUnstable,
} from "@tieout/http";
export { create${pascal}Client, type ${pascal}Client, type ${pascal}ClientOptions } from "./client.ts";
export { is${pascal}Refusal, ${pascal}BrokeContract, ${pascal}Refused, ${pascal}RequestInvalid, ${pascal}Unreachable } from "./errors.ts";
export { type Methods, operations, type Refusals } from "./generated/operations.ts";
export * from "./generated/schemas.ts";
export type { paths } from "./generated/types.ts";
`;

/** `src/picks.ts`: the operations one by one, and the client that takes them. */
export const picksSource = ({
  pascal,
}: ClientNames): string => `export { pick${pascal}Client } from "./client.ts";
export * from "./generated/picks.ts";
`;

/** `test/client.test.ts`: over a real server, a refusal that holds the key nowhere, and every example of the spec. */
export const clientTest = (names: ClientNames): string => {
  const { pascal, firstOperation, onlyKey } = names;
  const keyed = keyOptions(names, "apiKey");
  const options = keyed === "" ? "" : `${keyed}, `;
  const sent =
    onlyKey?.in === "header"
      ? `
  expect(received[0]?.headers["${onlyKey.name}"]).toBe(\`${onlyKey.prefix ?? ""}\${apiKey}\`);`
      : "";
  return `${keyed === "" ? "" : `import { inspect } from "node:util";\n`}import { loopback, specExamples } from "@tieout/openapi-codegen/testing";
import { expect, it } from "vitest";
import spec from "../src/generated/openapi.json" with { type: "json" };
import { create${pascal}Client, ${pascal}Refused } from "../src/index.ts";
import { fake${pascal} } from "../src/testing.ts";

const apiKey = "canary-key-0001";

it("a refusal names status and operation, and holds the key nowhere", async () => {
  const { baseUrl${sent === "" ? "" : ", received"} } = await loopback(() => ({ status: 401, json: { detail: \`not \${apiKey}\` } }));
  const client = create${pascal}Client({ ${options}baseUrl });
  const error = await client.${callInTest(firstOperation)}.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(${pascal}Refused);
  expect(error).toMatchObject({ status: 401, operation: "${firstOperation.id}" });${sent}
  ${keyed === "" ? "" : "expect(inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)).not.toContain(apiKey);"}
});

it("every example of the spec passes the client whole", async () => {
  for (const { name, operation, init, answer } of specExamples(spec)) {
    const { baseUrl } = await loopback(() => ({ json: answer }));
    const client = create${pascal}Client({ ${options}baseUrl });
    // The examples are of every operation, so only the spec knows what each one takes.
    const methods = client as unknown as Record<string, (init: unknown) => Promise<{ data: unknown }>>;
    expect((await methods[operation]?.(init))?.data, name).toStrictEqual(answer);
  }
});

it("the fake knows every operation that the spec has an example of", async () => {
  const fake = fake${pascal}();
  const client = create${pascal}Client({ ${options}${names.baseUrl === undefined ? `baseUrl: "https://host.invalid", ` : ""}fetch: fake.fetch });
  const methods = client as unknown as Record<string, (init: unknown) => Promise<unknown>>;
  const examples = specExamples(spec);
  for (const { operation, init } of examples) await methods[operation]?.(init);
  expect(fake.asked.map(({ operation }) => operation)).toStrictEqual(examples.map(({ operation }) => operation));
});
`;
};

const callInTest = ({ id, parameters, request }: ClientNames["firstOperation"]): string => {
  const inPath = parameters
    .filter((parameter) => parameter.in === "path")
    .map(({ name }) => `${JSON.stringify(name)}: "1"`);
  const elsewhere = ["query", "header", "cookie"].filter((place) =>
    parameters.some((parameter) => parameter.in === place && parameter.required),
  );
  const parts = [
    ...(inPath.length > 0 ? [`path: { ${inPath.join(", ")} }`] : []),
    // Only the author of the spec knows what to send; until then the type checker points here.
    ...elsewhere.map((place) => `${place}: {}`),
    ...(request?.required ? ["body: {}"] : []),
  ];
  return parts.length === 0 ? `${id}()` : `${id}({ ${parts.join(", ")} })`;
};
