import type { ErrorClasses } from "../errors/api-errors.ts";
import type { Answer, Operation } from "../operation.ts";
import type { Secret } from "../Secret.ts";
import type { Transport } from "../send/transport-options.ts";
import type { Timing } from "../time/timing.ts";
import type { OnViolation, OperationValidators } from "../validate/validator.ts";
import type { RequestDefaults } from "./build-request.ts";

/** Methods by `operationId`. */
export type MethodsShape<Methods> = {
  readonly [Id in keyof Methods]: (init: never) => Promise<Answer<unknown>>;
};

/** What a client consists of. */
export interface BindOptions<Methods> extends RequestDefaults {
  /** The API's name in messages. */
  readonly api: string;
  readonly operations: { readonly [Id in keyof Methods]: Operation };
  readonly validators: { readonly [Id in keyof Methods]?: OperationValidators };
  readonly transport: Transport;
  /** Keys that must not stand in any message. */
  readonly secrets?: readonly Secret[] | undefined;
  readonly errors?: ErrorClasses | undefined;
  /** For calls that bring none. Without any, an item that breaks the spec fails its call. */
  readonly onViolation?: OnViolation | undefined;
  /** Makes idempotency keys. Default: random UUIDs. */
  readonly newKey?: (() => string) | undefined;
  /** Default: the real clock. */
  readonly timing?: Pick<Timing, "now"> | undefined;
}

/** One operation by itself, for a client that has a few of them. `Method` is that of a client with all. */
export interface PickedOperation<Method> {
  readonly operation: Operation;
  readonly checks: OperationValidators;
  /** Stands for the type alone, and is never there. */
  readonly method?: Method;
}

/** The methods of a client that has these operations. */
export type PickedMethods<Picked> = {
  readonly [Id in keyof Picked]: Picked[Id] extends PickedOperation<infer Method> ? Method : never;
};
