import {
  ApiRefused,
  ApiUnreachable,
  ContractBroken,
  type ErrorClasses,
  type RefusalBody,
  RequestInvalid,
} from "@tieout/http";
import type { Refusals } from "./generated/operations.ts";
import type { operations as Spec } from "./generated/types.ts";

/** Record answered, and the answer was a refusal: see `status`, `code` and `detail`. */
export class RecordRefused extends ApiRefused {
  static override readonly brand: string = "RecordRefused";
}

/** No usable answer came from Record. A write that was sent may still have taken effect. */
export class RecordUnreachable extends ApiUnreachable {
  static override readonly brand: string = "RecordUnreachable";
}

/** Record answered 2xx with a body that breaks the spec: `path` says where, `expected` and `actual` how. */
export class RecordBrokeContract extends ContractBroken {
  static override readonly brand: string = "RecordBrokeContract";
}

/** The call itself breaks the spec, such as an id that cannot stand in a path, or a batch without recipients. Nothing was sent. */
export class RecordRequestInvalid extends RequestInvalid {
  static override readonly brand: string = "RecordRequestInvalid";
}

/**
 * Whether Record refused this very operation, with one of these statuses. Takes the statuses that are documented for it;
 * any other is found by `status`. Its `body` is then typed by the spec.
 */
export const isRecordRefusal = <Id extends keyof Refusals, Status extends Refusals[Id]>(
  error: unknown,
  operation: Id,
  ...statuses: readonly [Status, ...Status[]]
): error is RecordRefused & {
  readonly operation: Id;
  readonly status: Status;
  readonly body: RefusalBody<Spec, Id, Status>;
} =>
  error instanceof RecordRefused &&
  error.operation === operation &&
  statuses.some((status) => status === error.status);

/** What the shared caller throws in this client's name. */
export const errors: ErrorClasses = {
  refused: RecordRefused,
  unreachable: RecordUnreachable,
  contractBroken: RecordBrokeContract,
  requestInvalid: RecordRequestInvalid,
};
