import { ApiRefused, ApiUnreachable, ContractBroken, type ErrorClasses, RequestInvalid } from "@tieout/http";

/** Koard answered, and the answer was a refusal: see `status`, `code` and `detail`. */
export class KoardRefused extends ApiRefused {
  override readonly name: string = "KoardRefused";
}

/** No usable answer came from Koard. A write that was sent may still have taken effect. */
export class KoardUnreachable extends ApiUnreachable {
  override readonly name: string = "KoardUnreachable";
}

/** Koard answered 2xx with a body that breaks the spec: `path` says where, `expected` and `actual` how. */
export class KoardBrokeContract extends ContractBroken {
  override readonly name: string = "KoardBrokeContract";
}

/** The call itself breaks the spec, such as an id that cannot stand in a path. Nothing was sent. */
export class KoardRequestInvalid extends RequestInvalid {
  override readonly name: string = "KoardRequestInvalid";
}

/** What the shared caller throws in this client's name. */
export const errors: ErrorClasses = {
  refused: KoardRefused,
  unreachable: KoardUnreachable,
  contractBroken: KoardBrokeContract,
  requestInvalid: KoardRequestInvalid,
};
