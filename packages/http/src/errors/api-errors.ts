import { A_NUMBER, A_TEXT, AN_ERROR, hasMethods, required } from "../option-rules.ts";
import { checkOptions, type OptionRule, type OptionRules } from "../options.ts";
import { BrandedError } from "./BrandedError.ts";
import { messageText } from "./clean-text.ts";
import type { Reply } from "./reply.ts";

// Somebody may make one of his own, as tests do: what it is made of is checked like any other option.
const A_REPLY: OptionRule = { expected: "a reply", takes: /* @__PURE__ */ hasMethods("headers", "body") };
const TEXT: OptionRule = /* @__PURE__ */ required(A_TEXT);
const NUMBER: OptionRule = /* @__PURE__ */ required(A_NUMBER);
const CALLED: OptionRules = { api: TEXT, operation: TEXT, reply: A_REPLY };
const TOLD: OptionRules = { code: A_TEXT, requestId: A_TEXT, retryAfterMs: A_NUMBER };
const REFUSED: OptionRules = { ...CALLED, ...TOLD, status: NUMBER, detail: TEXT };
const BROKEN: OptionRules = { ...CALLED, path: TEXT, expected: TEXT, actual: TEXT };
const UNREACHABLE: OptionRules = {
  ...CALLED,
  reason: { ...TEXT, expected: "network, timeout or deadline" },
  ...{ attempts: NUMBER, cause: /* @__PURE__ */ required(AN_ERROR) },
};

/** What is known of a refusal. */
export interface RefusedFields {
  /** The API's name, as an operator knows it. */
  readonly api: string;
  readonly operation: string;
  readonly status: number;
  /** The API's own message, on one line and without keys; empty when it gave none that is readable. */
  readonly detail: string;
  /** The machine-readable code of the error body, where it has one. */
  readonly code?: string;
  readonly requestId?: string;
  /** How long the API asked to be left alone, counted from when it answered. */
  readonly retryAfterMs?: number;
  readonly reply?: Reply | undefined;
}

/** The API answered, and the answer was a refusal. */
export class ApiRefused<Body = unknown> extends BrandedError<Body> {
  static override readonly brand: string = "ApiRefused";
  readonly api: string;
  readonly operation: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(given: RefusedFields) {
    const fields = checkOptions(new.target.brand, given, REFUSED);
    const again =
      fields.retryAfterMs === undefined ? "" : `; come back in ${Math.ceil(fields.retryAfterMs / 1000)} s`;
    const detail = [fields.code, fields.detail].filter(Boolean).join(": ") || "no detail given";
    const { reply, ...facts } = fields;
    super(messageText(`${fields.api} refused ${fields.operation}: ${fields.status} ${detail}`, again), {
      facts,
      reply,
    });
    this.api = fields.api;
    this.operation = fields.operation;
    this.status = fields.status;
    this.detail = fields.detail;
    this.code = fields.code;
    this.requestId = fields.requestId;
    this.retryAfterMs = fields.retryAfterMs;
  }
}

/** Why there was no usable answer: no or a broken connection, too slow, or the caller's time was over. */
export type UnreachableReason = "network" | "timeout" | "deadline";

/** What is known when no usable answer came. */
export interface UnreachableFields {
  readonly api: string;
  readonly operation: string;
  readonly reason: UnreachableReason;
  /** How often the request was sent. */
  readonly attempts: number;
  /** The last failure, without keys. */
  readonly cause: Error;
  readonly reply?: Reply | undefined;
}

/**
 * No usable answer came. A write that was sent once may still have taken effect; one with a `status` was answered, and
 * it was the body that did not arrive.
 */
export class ApiUnreachable extends BrandedError {
  static override readonly brand: string = "ApiUnreachable";
  readonly api: string;
  readonly operation: string;
  readonly reason: UnreachableReason;
  readonly attempts: number;
  /** Of an answer whose body did not arrive whole. */
  readonly status: number | undefined;

  constructor(given: UnreachableFields) {
    const fields = checkOptions(new.target.brand, given, UNREACHABLE);
    const tries = fields.attempts === 1 ? "1 attempt" : `${fields.attempts} attempts`;
    const { cause, reply, ...facts } = fields;
    const status = reply?.status;
    super(
      messageText(`${fields.api} is unreachable for ${fields.operation}: ${cause.message}`, ` (${tries})`),
      {
        facts: { ...facts, status },
        cause,
        reply,
      },
    );
    this.api = fields.api;
    this.operation = fields.operation;
    this.reason = fields.reason;
    this.attempts = fields.attempts;
    this.status = status;
  }
}

/** Where and how a body breaks the spec. */
export interface BrokenFields {
  readonly api: string;
  readonly operation: string;
  /** JSON path: `$.transactions[3].total_amount`; `$` is the body itself. */
  readonly path: string;
  /** What the spec wants there, in words. */
  readonly expected: string;
  /** What was there, without personal data. */
  readonly actual: string;
  readonly reply?: Reply | undefined;
}

/** The API answered 2xx with a body that breaks its spec. */
export class ContractBroken extends BrandedError {
  static override readonly brand: string = "ContractBroken";
  readonly api: string;
  readonly operation: string;
  readonly path: string;
  readonly expected: string;
  readonly actual: string;
  /** Of the answer. */
  readonly status: number | undefined;

  constructor(given: BrokenFields) {
    const fields = checkOptions(new.target.brand, given, BROKEN);
    const { reply, ...facts } = fields;
    const status = reply?.status;
    super(messageText(`${fields.api} broke the contract of ${fields.operation}: ${where(fields)}`), {
      facts: { ...facts, status },
      reply,
    });
    this.status = status;
    this.api = fields.api;
    this.operation = fields.operation;
    this.path = fields.path;
    this.expected = fields.expected;
    this.actual = fields.actual;
  }
}

/** The caller's own request breaks the spec; nothing was sent. */
export class RequestInvalid extends BrandedError {
  static override readonly brand: string = "RequestInvalid";
  readonly api: string;
  readonly operation: string;
  readonly path: string;
  readonly expected: string;
  readonly actual: string;

  /** `path` begins with `$` for the body and with `path.` for a path parameter. */
  constructor(given: BrokenFields) {
    const fields = checkOptions(new.target.brand, given, BROKEN);
    const { reply: _, ...facts } = fields;
    super(messageText(`The ${fields.api} request ${fields.operation} was not sent: ${where(fields)}`), {
      facts,
    });
    this.api = fields.api;
    this.operation = fields.operation;
    this.path = fields.path;
    this.expected = fields.expected;
    this.actual = fields.actual;
  }
}

/** The classes that a client throws; each client brings its own subclasses. */
export interface ErrorClasses {
  readonly refused: new (fields: RefusedFields) => ApiRefused;
  readonly unreachable: new (fields: UnreachableFields) => ApiUnreachable;
  readonly contractBroken: new (fields: BrokenFields) => ContractBroken;
  readonly requestInvalid: new (fields: BrokenFields) => RequestInvalid;
}

/** The classes of this package, for a client that brings none. */
export const apiErrors: ErrorClasses = {
  refused: ApiRefused,
  unreachable: ApiUnreachable,
  contractBroken: ContractBroken,
  requestInvalid: RequestInvalid,
};

const where = ({ path, expected, actual }: BrokenFields): string =>
  `${path}: expected ${expected}, got ${actual}`;
