import { ApiRefused, ApiUnreachable, ContractBroken, type ErrorClasses, RequestInvalid } from "@tieout/http";

/** Record answered, and the answer was a refusal: see `status`, `code` and `detail`. */
export class RecordRefused extends ApiRefused {
  override readonly name: string = "RecordRefused";
}

/** No usable answer came from Record. A write that was sent may still have taken effect. */
export class RecordUnreachable extends ApiUnreachable {
  override readonly name: string = "RecordUnreachable";
}

/** Record answered 2xx with a body that breaks the spec: `path` says where, `expected` and `actual` how. */
export class RecordBrokeContract extends ContractBroken {
  override readonly name: string = "RecordBrokeContract";
}

/** The call itself breaks the spec, such as an id that cannot stand in a path, or a batch without recipients. Nothing was sent. */
export class RecordRequestInvalid extends RequestInvalid {
  override readonly name: string = "RecordRequestInvalid";
}

/** What the shared caller throws in this client's name. */
export const errors: ErrorClasses = {
  refused: RecordRefused,
  unreachable: RecordUnreachable,
  contractBroken: RecordBrokeContract,
  requestInvalid: RecordRequestInvalid,
};
