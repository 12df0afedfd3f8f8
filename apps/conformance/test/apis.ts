import { createKoardClient, KoardRefused } from "@tieout/koard";
import koardSpec from "@tieout/koard/openapi.json" with { type: "json" };
import { type SpecExample, specExamples } from "@tieout/openapi-codegen/testing";
import { createRecordClient, RecordRefused } from "@tieout/record";
import recordSpec from "@tieout/record/openapi.json" with { type: "json" };
import type { Sandbox } from "@tieout/sandbox";
import { callAllOfKoard } from "./koard-calls.ts";
import { type Prism, readByPrism } from "./prism.ts";
import { callAllOfRecord } from "./record-calls.ts";

/** A client's methods by operationId. What each takes only the spec knows. */
type AnyMethods = Readonly<Record<string, (init: object) => Promise<{ readonly data: unknown }>>>;

const one = ({ baseUrl, fetch }: Pick<Prism, "baseUrl" | "fetch">) => ({ baseUrl, fetch, maxAttempts: 1 });

/** Both APIs, each with its real client, which tries every call once. */
export const APIS = [
  {
    api: "Koard",
    spec: koardSpec,
    operations: await readByPrism(koardSpec),
    refused: KoardRefused,
    of: (sandbox: Sandbox) => ({ url: sandbox.koardBaseUrl, key: sandbox.koardKey }),
    callAll: (prism: Prism, apiKey: string) => callAllOfKoard(createKoardClient({ apiKey, ...one(prism) })),
    // A client holds every operation of its spec, and nothing else.
    methods: (prism: Prism, apiKey: string) =>
      createKoardClient({ apiKey, ...one(prism) }) as unknown as AnyMethods,
  },
  {
    api: "Record",
    spec: recordSpec,
    operations: await readByPrism(recordSpec),
    refused: RecordRefused,
    of: (sandbox: Sandbox) => ({ url: sandbox.recordBaseUrl, key: sandbox.recordToken }),
    callAll: (prism: Prism, token: string) => callAllOfRecord(createRecordClient({ token, ...one(prism) })),
    methods: (prism: Prism, token: string) =>
      createRecordClient({ token, ...one(prism) }) as unknown as AnyMethods,
  },
] as const;

const METHODS = ["get", "put", "post", "delete", "patch"];

/** The operationIds of a spec, in order of the alphabet. */
export const operationIdsOf = (spec: { readonly paths: object }): readonly string[] =>
  Object.values(spec.paths)
    .flatMap((item: Record<string, { readonly operationId?: string }>) =>
      METHODS.flatMap((method) => item[method]?.operationId ?? []),
    )
    .toSorted();

/** Calls an operation as the spec's example does, with headers besides. */
export const callExample = async (
  methods: AnyMethods,
  { operation, init }: SpecExample,
  headers: Record<string, string> = {},
): Promise<unknown> => {
  const method = methods[operation];
  if (method === undefined) throw new Error(`the client has no method ${operation}`);
  return (await method({ ...init, headers })).data;
};

/** One example for each operation of a spec. */
export const firstExamples = (spec: unknown): readonly SpecExample[] => {
  const all = specExamples(spec);
  return all.filter(({ operation }, index) => operation !== all[index - 1]?.operation);
};
