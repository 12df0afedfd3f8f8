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

/** Koard answered, and the answer was a refusal: see `status`, `code` and `detail`. */
export class KoardRefused extends ApiRefused {
  static override readonly brand: string = "KoardRefused";
}

/** No usable answer came from Koard. A write that was sent may still have taken effect. */
export class KoardUnreachable extends ApiUnreachable {
  static override readonly brand: string = "KoardUnreachable";
}

/** Koard answered 2xx with a body that breaks the spec: `path` says where, `expected` and `actual` how. */
export class KoardBrokeContract extends ContractBroken {
  static override readonly brand: string = "KoardBrokeContract";
}

/** The call itself breaks the spec, such as an id that cannot stand in a path. Nothing was sent. */
export class KoardRequestInvalid extends RequestInvalid {
  static override readonly brand: string = "KoardRequestInvalid";
}

/**
 * Whether Koard refused this very operation, with one of these statuses. Takes the statuses that are documented for it;
 * any other is found by `status`. Its `body` is then typed by the spec.
 */
export const isKoardRefusal = <Id extends keyof Refusals, Status extends Refusals[Id]>(
  error: unknown,
  operation: Id,
  ...statuses: readonly [Status, ...Status[]]
): error is KoardRefused & {
  readonly operation: Id;
  readonly status: Status;
  readonly body: RefusalBody<Spec, Id, Status>;
} =>
  error instanceof KoardRefused &&
  error.operation === operation &&
  statuses.some((status) => status === error.status);

/** What the shared caller throws in this client's name. */
export const errors: ErrorClasses = {
  refused: KoardRefused,
  unreachable: KoardUnreachable,
  contractBroken: KoardBrokeContract,
  requestInvalid: KoardRequestInvalid,
};
