import { setTimeout as sleep } from "node:timers/promises";
import { Effect } from "effect";
import type { Receiver } from "../../config/message-settings.ts";
import { fetchOverHttp } from "../../sources/wire/fetch-over-http.ts";

/** One try of a delivery: fails with why it did not arrive, in a few words. */
export type Attempt = (signal: AbortSignal) => Promise<void>;

/** What is to be delivered, and to whom, as sentences call it. */
export interface Delivery {
  readonly to: string;
  readonly attempt: Attempt;
}

const ATTEMPT_MS = 3500;
const PAUSE_MS = 1000;

/** A receiver that refuses will do so a second later. */
class Refused extends Error {}

/** How Node's client and the mail library say that time was over. */
const TIMED_OUT: ReadonlySet<string> = new Set(["ABORT_ERR", "ETIMEDOUT"]);

const NOT_TRUSTED = /CERT|SELF_SIGNED|UNABLE_TO|ALTNAME/;

/** Why a delivery did not arrive, without its address: who knows one can write to it. */
export const reasonOf = (cause: unknown): string => {
  if (cause instanceof Refused) return cause.message;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (NOT_TRUSTED.test(code)) return `its certificate is not trusted (${code})`;
  if (TIMED_OUT.has(code) || (cause instanceof Error && cause.name === "TimeoutError"))
    return `no answer within ${ATTEMPT_MS / 1000} s`;
  return code === "" ? "no connection" : code;
};

/** What an answer says of a delivery. */
const judge = (status: number): void => {
  if (status >= 200 && status < 300) return;
  if (status >= 300 && status < 400) throw new Refused(`it redirects (${status}), which is not followed`);
  if (status >= 400 && status < 500 && status !== 429) throw new Refused(`it answered ${status}`);
  throw new Error(`it answered ${status}`, { cause: status });
};

/** A delivery by `POST`. */
export const posting =
  (url: Receiver, body: string, headers: Readonly<Record<string, string>>): Attempt =>
  async (signal) => {
    const response = await fetchOverHttp(
      new Request(url.reveal(), { method: "POST", body, headers: { ...headers }, signal }),
    );
    await response.body?.cancel();
    judge(response.status);
  };

/** A look whether anybody answers where a delivery would go: it asks for the root of the address, and delivers nothing. */
export const answering =
  (url: string): Attempt =>
  async (signal) => {
    const response = await fetchOverHttp(new Request(new URL("/", url), { method: "HEAD", signal }));
    await response.body?.cancel();
  };

const twice = async ({ attempt }: Delivery, given: AbortSignal): Promise<void> => {
  const once = () => attempt(AbortSignal.any([given, AbortSignal.timeout(ATTEMPT_MS)]));
  try {
    await once();
  } catch (cause) {
    if (cause instanceof Refused || given.aborted) throw cause;
    await sleep(PAUSE_MS);
    await once();
  }
};

const failureOf = (cause: unknown): string =>
  cause instanceof Error && typeof cause.cause === "number" ? cause.message : reasonOf(cause);

/**
 * Delivers, all at once, each tried twice and given up within ten seconds. Gives a sentence for each that did not
 * arrive; none of them shows an address.
 */
export const deliver = (deliveries: ReadonlyArray<Delivery>): Effect.Effect<ReadonlyArray<string>> =>
  Effect.map(
    Effect.forEach(
      deliveries,
      (delivery) =>
        Effect.tryPromise({
          try: (signal) => twice(delivery, signal),
          catch: (cause) => `${delivery.to} was not reached: ${failureOf(cause)}`,
        }).pipe(
          Effect.flip,
          Effect.orElseSucceed(() => undefined),
        ),
      { concurrency: "unbounded" },
    ),
    (all) => all.filter((sentence) => sentence !== undefined),
  );
