import type { ErrorClasses } from "../errors/api-errors.ts";
import type { Limiter } from "../limit/limiter.ts";
import type { CallOptions, Operation } from "../operation.ts";
import type { Secret } from "../Secret.ts";
import type { Timing } from "../time/timing.ts";
import type { LargeBodies } from "./LargeBodies.ts";
import type { ReceivedBody } from "./received-body.ts";

/** What one call may ask of a transport. */
export interface TransportCall
  extends Pick<CallOptions, "signal" | "timeoutMs" | "deadline" | "maxAttempts"> {
  /**
   * Looks at the body of a 2xx answer inside the attempt. A `ContractBroken` that it throws is a failed
   * attempt like any other (a proxy's page, JSON cut short): sent again where the operation may be,
   * and thrown when no attempt is left.
   */
  readonly accept?: ((body: ReceivedBody) => void) | undefined;
  /** That the body of the request is a stream of the caller's, which can be sent but once: whatever the policy, it is. */
  readonly sendsStream?: boolean | undefined;
}

/**
 * Sends one logical call, as often as its policy allows, and answers with a response whose body is
 * wholly read: any 2xx, or the refusal that was final. Where an operation answers bytes, the body of a 2xx is not read but
 * handed on, within the same limits; `timeoutMs` then ends with its headers. Throws `ApiUnreachable` when no usable answer
 * came, `ApiRefused` for a redirect and for a `Retry-After` beyond the deadline, `ContractBroken` for a
 * body that is too large or was not accepted, and `signal.reason` when the caller gave up.
 */
export type Transport = (request: Request, operation: Operation, call?: TransportCall) => Promise<Response>;

/** A request that is about to be sent: when it was admitted, and for each attempt anew. */
export interface RequestEvent {
  readonly operation: string;
  /** Upper case. */
  readonly method: string;
  /** From 1. */
  readonly attempt: number;
}

/** A call that ends with a refusal: the last word of the API, after whatever attempts there were. */
export interface RefusalEvent {
  readonly operation: string;
  readonly status: number;
  /** How often the call was sent. */
  readonly attempts: number;
  /** How long the API asked to be left alone. */
  readonly retryAfterMs?: number;
}

/** A retry that is about to be waited for. */
export interface RetryEvent {
  readonly operation: string;
  /** The attempt that failed, from 1. */
  readonly attempt: number;
  readonly waitMs: number;
  /** A status (`"503"`), a code of the connection (`"ECONNRESET"`), or a few words; never a body or key. */
  readonly reason: string;
}

/** A response whose body is wholly read, retried or not. */
export interface ResponseEvent {
  readonly operation: string;
  readonly status: number;
  /** From sending the attempt to the last byte. */
  readonly ms: number;
  /** Of the body, decompressed; 0 where it was thrown away. */
  readonly bytes: number;
}

/** What a transport reports while it works: names, numbers and times, no address, body or key. What a hook throws is reported, and changes nothing. */
export interface TransportHooks {
  readonly onRequest?: ((event: RequestEvent) => void) | undefined;
  readonly onRetry?: ((event: RetryEvent) => void) | undefined;
  readonly onResponse?: ((event: ResponseEvent) => void) | undefined;
  readonly onRefusal?: ((event: RefusalEvent) => void) | undefined;
}

/** How a transport behaves. Everything but `api` has a default. */
export interface TransportOptions {
  /** The API's name in messages. */
  readonly api: string;
  /** Default: the platform's. Has to reject when its signal fires, and not to follow redirects by itself. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Keys that must not stand in any message. */
  readonly secrets?: readonly Secret[] | undefined;
  readonly errors?: ErrorClasses | undefined;
  /** Waited at before each attempt; share one between clients to share a limit. Default: none. */
  readonly limiter?: Pick<Limiter, "enter"> | undefined;
  /** Of one attempt, body included. Default {@link DEFAULT_TIMEOUT_MS}. */
  readonly timeoutMs?: number | undefined;
  /** Between two pieces of a body. Default {@link DEFAULT_IDLE_TIMEOUT_MS}. */
  readonly idleTimeoutMs?: number | undefined;
  /** Of a whole call that names no deadline, waits included. Default {@link DEFAULT_TOTAL_TIMEOUT_MS}. */
  readonly totalTimeoutMs?: number | undefined;
  /**
   * Of all attempts of a call together, and its own waits between them; not the waits that the API asks for. No further
   * attempt begins after it. Default: none.
   */
  readonly tryForMs?: number | undefined;
  /** Default {@link DEFAULT_MAX_ATTEMPTS}. */
  readonly maxAttempts?: number | undefined;
  /** Of a body, decompressed. Default {@link DEFAULT_MAX_BODY_BYTES}. */
  readonly maxBodyBytes?: number | undefined;
  /**
   * What large bodies wait at for each other; share one between clients to bound the memory of all their answers.
   * Default: one of its own.
   */
  readonly largeBodies?: LargeBodies | undefined;
  readonly hooks?: TransportHooks | undefined;
  /** Default: the real clock, timers and dice. */
  readonly timing?: Timing | undefined;
}

export const DEFAULT_TIMEOUT_MS = 60_000;
export const DEFAULT_IDLE_TIMEOUT_MS = 20_000;
export const DEFAULT_TOTAL_TIMEOUT_MS: number = 15 * 60_000;
export const DEFAULT_MAX_ATTEMPTS = 6;
/** Some 240,000 transactions of Koard's size; parsed, a body needs about eight times its bytes. */
export const DEFAULT_MAX_BODY_BYTES: number = 64 * 1024 * 1024;
