import { orElse } from "../caller-code.ts";
import type { UnreachableReason } from "./api-errors.ts";
import { type Key, oneLine, redact } from "./clean-text.ts";
import type { Reply } from "./reply.ts";

/** What there is to know of a failed attempt besides why. */
export interface FailureContext {
  readonly isFinal?: boolean;
  readonly reply?: Reply | undefined;
}

/** An attempt that gave no usable answer: why, in a few words without keys. */
export class AttemptFailed extends Error {
  override readonly name: string = "AttemptFailed";
  readonly reason: UnreachableReason;
  /** Whether sending again cannot help, as with a certificate that is not trusted. */
  readonly isFinal: boolean;
  readonly #reply: Reply | undefined;

  constructor(reason: UnreachableReason, text: string, { isFinal = false, reply }: FailureContext = {}) {
    super(text);
    this.reason = reason;
    this.isFinal = isFinal;
    this.#reply = reply;
  }

  /** The answer, where one had begun before it failed. */
  get reply(): Reply | undefined {
    return this.#reply;
  }
}

/** `instanceof`, for whatever a stream, a signal or a function of the caller's may have thrown. */
export const isOf = <Class>(error: unknown, class_: new (...fields: never) => Class): error is Class =>
  orElse(
    () => error instanceof class_,
    () => false,
  );

/** A certificate that is not trusted today is not trusted in a second either. */
const CERTIFICATE_CODE = /^(CERT_|ERR_TLS_CERT|SELF_SIGNED_CERT|DEPTH_ZERO_SELF|UNABLE_TO_(GET|VERIFY))/;

/** How Node's two clients report that a proxy did not open the way; the code of neither has the reason. */
const PROXY_ANSWER =
  /^(?:Proxy response \(|Failed to establish tunnel to \S+ via (?<proxy>\S+): HTTP\/\d\.\d )(?<status>\d{3})/;

/** A name and password that a proxy does not take now it does not take in a second either. */
const PROXY_LOGIN_NEEDED = "407";

/**
 * What a rejected `fetch` or body means. The platform hides the reason in `cause`, often two deep
 * ("fetch failed" because of an `AggregateError` because of `ECONNREFUSED`), so the first error code on
 * the way down is what is shown. Where it was not `target` that could not be reached, it was a proxy, which is named.
 */
export const connectionFailure = (error: unknown, secrets: readonly Key[], target?: URL): AttemptFailed =>
  orElse(
    () => readFailure(error, secrets, target),
    () => new AttemptFailed("network", "the connection failed"),
  );

const readFailure = (error: unknown, secrets: readonly Key[], target?: URL): AttemptFailed => {
  let text = "the connection failed";
  let cause: unknown = error;
  for (let depth = 0; depth < 5 && cause instanceof Error; depth += 1) {
    const { status: answer, proxy } = PROXY_ANSWER.exec(cause.message)?.groups ?? {};
    if (answer !== undefined) {
      return new AttemptFailed("network", `the proxy${hostOf(proxy)} answered ${answer}`, {
        isFinal: answer === PROXY_LOGIN_NEEDED,
      });
    }
    const code: unknown = "code" in cause ? cause.code : undefined;
    if (typeof code === "string" && CERTIFICATE_CODE.test(code)) {
      return new AttemptFailed("network", `its certificate is not trusted (${code})`, { isFinal: true });
    }
    if (typeof code === "string" && /^[A-Z0-9_]+$/.test(code)) {
      return new AttemptFailed("network", `${code}${proxyIn(cause, target)}`);
    }
    text = oneLine(redact(cause.message, secrets), 120) || text;
    cause = cause instanceof AggregateError ? cause.errors[0] : cause.cause;
  }
  return new AttemptFailed("network", text);
};

/** The host of a proxy, in words; its address may hold a name and password. */
const hostOf = (proxy: string | undefined): string =>
  proxy !== undefined && URL.canParse(proxy) ? ` ${new URL(proxy).host}` : "";

/** The platform says whom it could not reach, by name or by address and port, where it knows. */
const proxyIn = (error: Error, target: URL | undefined): string => {
  if (target === undefined) return "";
  const { hostname, address, port }: { readonly [Part in "hostname" | "address" | "port"]?: unknown } =
    Object(error);
  if (typeof hostname === "string" && hostname !== target.hostname)
    return ` from the proxy ${oneLine(hostname, 100)}`;
  const ownPort = Number(target.port) || (target.protocol === "https:" ? 443 : 80);
  if (typeof address !== "string" || typeof port !== "number" || port === ownPort) return "";
  return ` from the proxy ${oneLine(address, 100)}:${port}`;
};

/** A caller was not let in, because the API wants to be left alone for longer than the caller can wait. */
export class AdmissionTooLate extends Error {
  override readonly name: string = "AdmissionTooLate";
  /** The status with which it asked for that. */
  readonly status: number;
  /** Until when, in milliseconds since the epoch. */
  readonly untilMs: number;

  constructor(status: number, untilMs: number) {
    super("the API asked to be left alone until after the deadline");
    this.status = status;
    this.untilMs = untilMs;
  }
}

/** Whether it is that, also where another installed copy of the package made the limiter. */
export const isAdmissionTooLate = (error: unknown): error is Pick<AdmissionTooLate, "status" | "untilMs"> =>
  orElse(
    () =>
      error instanceof Error &&
      error.name === "AdmissionTooLate" &&
      "status" in error &&
      Number.isFinite(error.status) &&
      "untilMs" in error &&
      Number.isFinite(error.untilMs),
    () => false,
  );
