import type { ErrorClasses } from "../errors/api-errors.ts";
import type { Answer, Operation } from "../operation.ts";
import type { Secret } from "../Secret.ts";
import type { Transport } from "../send/transport-options.ts";
import type { Timing } from "../time/timing.ts";
import type { OnViolation, OperationValidators } from "../validate/validator.ts";

/** What the generic caller passes to the library that builds URLs and headers. */
export interface RequestInput {
  readonly params: {
    readonly path: Readonly<Record<string, string | number>>;
    readonly query: Readonly<Record<string, unknown>>;
  };
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body is read by the transport, so the library has to leave it alone. */
  readonly parseAs: "stream";
  /** Sends what the library has built. */
  readonly fetch: (request: Request) => Promise<Response>;
}

/** `client.request` of openapi-fetch, as far as it is used: builds the request and gives it to `input.fetch`. */
export type RequestFunction = (
  method: string,
  path: string,
  input: RequestInput,
) => Promise<{ readonly response: Response }>;

/** Methods by `operationId`. */
export type MethodsShape<Methods> = {
  readonly [Id in keyof Methods]: (init: never) => Promise<Answer<unknown>>;
};

/** What a client consists of. */
export interface BindOptions<Methods> {
  /** The API's name in messages. */
  readonly api: string;
  readonly operations: { readonly [Id in keyof Methods]: Operation };
  readonly validators: { readonly [Id in keyof Methods]?: OperationValidators };
  readonly request: RequestFunction;
  readonly transport: Transport;
  /** Keys that must not stand in any message. */
  readonly secrets?: readonly Secret[];
  readonly errors?: ErrorClasses;
  /** For calls that bring none. Without any, an item that breaks the spec fails its call. */
  readonly onViolation?: OnViolation;
  /** Makes idempotency keys. Default: random UUIDs. */
  readonly newKey?: () => string;
  /** Default: the real clock. */
  readonly timing?: Pick<Timing, "now">;
}
