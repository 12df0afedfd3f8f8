import { orElse } from "../caller-code.ts";
import { apiErrors } from "../errors/api-errors.ts";
import { isPlain, kindOf } from "../errors/clean-text.ts";
import { OptionInvalid } from "../errors/OptionInvalid.ts";
import type { Operation } from "../operation.ts";
import { CHECKS, each, OPERATIONS } from "../operation-rules.ts";
import { A_TEXT, required } from "../option-rules.ts";
import { checkOptions, type OptionRules } from "../options.ts";
import type { OperationValidators } from "../validate/validator.ts";
import { type Answers, type AnyChoice, type Choice, pick } from "./answers.ts";
import { type Asked, type RequestRules, readIncoming } from "./incoming.ts";
import { type MswHttp, mswHandlers } from "./msw.ts";
import { pageOf } from "./pages.ts";

/** What a spec holds, as the generated half of a client holds it. */
export interface ExampleSource<Examples extends Readonly<Record<string, Answers>>> extends RequestRules {
  readonly examples: Examples;
}

/** An API that answers from the examples of its spec, in the process itself. */
export interface ExampleApi<Examples extends Readonly<Record<string, Answers>>> {
  /**
   * In place of the platform's `fetch`. Answers with the first 2xx example of the operation, unless `answer`
   * chose another; a list is cut to the `limit` and `offset` asked for, and is one page where it is paged otherwise. A
   * request that the spec does not know, or that breaks it, is answered by a 400 whose `detail` reports how; so is one of an
   * operation whose answer has a body of which the spec has no example.
   */
  readonly fetch: (input: Request | URL | string, init?: RequestInit) => Promise<Response>;
  /**
   * Chooses what an operation answers from now on: the choices in turn, the last of them ever after. Throws
   * `OptionInvalid` for one that the spec does not have.
   */
  readonly answer: <Id extends keyof Examples>(
    operation: Id,
    ...choices: readonly [Choice<Examples[Id]>, ...Choice<Examples[Id]>[]]
  ) => void;
  /**
   * The same for msw: `setupServer(...fake.handlers(http, baseUrl))`, with `http` of msw and the address that the client calls.
   * Everything beneath that address is answered, what the spec does not know by a 400.
   */
  readonly handlers: <Handler>(http: MswHttp<Handler>, baseUrl: string) => readonly Handler[];
  /** Every request that kept to the spec, in order. */
  readonly asked: readonly Asked[];
}

/** Makes an API that answers from a spec's examples. */
export const exampleApi = <Examples extends Readonly<Record<string, Answers>>>(
  source: ExampleSource<Examples>,
): ExampleApi<Examples> => {
  const { api, examples, ...rules } = checkOptions("exampleApi", source, SOURCE);
  const asked: Asked[] = [];
  const chosen = new Map<string, AnyChoice[]>();

  const answerOf = (operation: string): ReturnType<typeof pick> => {
    const queued = chosen.get(operation) ?? [];
    const choice = queued.length > 1 ? queued.shift() : queued[0];
    return pick(examples[operation] ?? {}, choice ?? {});
  };

  const answered = async (request: Request): Promise<Response> => {
    const read = await readIncoming({ api, ...rules }, request);
    if ("fault" in read) return Response.json({ detail: read.fault }, { status: 400 });
    asked.push(read.asked);
    const picked = answerOf(read.operation.id);
    if (picked === undefined) return Response.json({ detail: "the spec has no 2xx answer" }, { status: 400 });
    const { status, body } = picked;
    const { operation } = read;
    if (body === undefined && hasBody(operation, rules.validators, status)) {
      const detail = `${operation.id}: the spec has no example of its answer ${status}; write one into it, or into its overlay`;
      return Response.json({ detail }, { status: 400 });
    }
    if (body === undefined) return new Response(null, { status });
    if (status >= 300) return Response.json(body, { status });
    // A range such as `image/*` is no type that an answer can have.
    const type = operation.accept?.split(", ").find((one) => !one.includes("*"));
    const init = { status, ...(type !== undefined && { headers: { "content-type": type } }) };
    // As bytes, since a text would be given a type.
    if (operation.reads !== undefined) return new Response(new TextEncoder().encode(textOf(body)), init);
    return Response.json(
      pageOf(body, read, (page) => keepsToSpec(rules.validators[operation.id], page)),
      init,
    );
  };

  const keepsToSpec = (checks: OperationValidators | undefined, body: unknown): boolean =>
    orElse(
      () => {
        // A check may take something out of what it is given.
        checks?.response?.(structuredClone(body), { api, operation: "fake", errors: apiErrors });
        return true;
      },
      () => false,
    );

  return {
    fetch: async (input, init) => answered(requestOf(input, init)),
    handlers: (http, baseUrl) => mswHandlers(http, baseUrl, answered),
    answer: (operation, ...choices) => {
      const answers = typeof operation === "string" ? Object.entries(examples) : [];
      const [id, documented] = answers.find(([known]) => known === operation) ?? [];
      if (id === undefined || documented === undefined) throw unanswerable("operation", api, operation);
      for (const choice of choices) {
        const known = orElse(
          () => pick(documented, choice),
          () => undefined,
        );
        if (known === undefined) throw unanswerable("choice", `${api} of ${id}`, choice);
      }
      chosen.set(id, [...choices]);
    },
    asked,
  };
};

/** Whether an answer of this status has a body that the client reads. */
const hasBody = (operation: Operation, validators: RequestRules["validators"], status: number): boolean =>
  status < 300 &&
  !operation.emptyStatuses?.includes(status) &&
  (operation.reads ?? validators[operation.id]?.response) !== undefined;

const areAnswers = (value: unknown): boolean => isPlain(value) && Object.values(value).every(isPlain);

const SOURCE: OptionRules = {
  ...{ api: required(A_TEXT), basePath: A_TEXT, operations: OPERATIONS, validators: CHECKS },
  queries: required(each("compiled schemas", (value) => typeof value === "function")),
  examples: required(each("answers by status", areAnswers)),
};

/** The example of a text, or of bytes, is written in a spec as a text. */
const textOf = (body: unknown): string => (typeof body === "string" ? body : JSON.stringify(body));

/** The platform's own errors name neither what was given nor where. */
const requestOf = (input: Request | URL | string, init: RequestInit | undefined): Request =>
  orElse(
    () => new Request(input, init),
    () => {
      const expected = "what the platform makes a Request of";
      throw new OptionInvalid({ of: "fetch", option: "input", expected, actual: kindOf(input) });
    },
  );

const unanswerable = (option: string, where: string, given: unknown): OptionInvalid => {
  const actual = orElse(
    () => String(JSON.stringify(given)),
    () => kindOf(given),
  );
  return new OptionInvalid({ of: "answer", option, expected: `one that the spec of ${where} has`, actual });
};
