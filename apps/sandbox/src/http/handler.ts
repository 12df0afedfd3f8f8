import type { PageFault } from "../faults/fault-kinds.ts";
import type { Mode } from "../record/shape.ts";
import type { Fields } from "./fields.ts";
import type { Reply } from "./reply.ts";

/** A request that was routed, authorised and validated by its spec. */
export interface Call {
  readonly path: Fields;
  readonly query: Fields;
  readonly body: Fields;
  /** The mode that the token of a Record request stands for. */
  readonly mode: Mode;
  /** How a page of a list is to be shown otherwise than it is. */
  readonly pageFault: PageFault | undefined;
}

/** Answers one operation; throws `Refused` for a documented refusal. */
export type Handler = (call: Call) => Reply;

/** The handlers of an API by operationId. */
export type Handlers = Readonly<Record<string, Handler>>;
