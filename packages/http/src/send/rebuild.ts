import { orElse } from "../caller-code.ts";
import { isHeaderText, kindOf } from "../errors/clean-text.ts";
import { type OptionFields, OptionInvalid } from "../errors/OptionInvalid.ts";
import type { TransportCall } from "./transport-options.ts";

/**
 * Reads a request once, so that each attempt can send one that was never sent; one whose body is a stream of the caller's is
 * not read, and can be sent but once. Redirects are not followed:
 * the platform would carry custom key headers to another host.
 */
export const freshRequests = async (
  request: Request,
  { sendsStream = false }: Pick<TransportCall, "sendsStream">,
): Promise<(signal: AbortSignal) => Request> => {
  if (sendsStream) return (signal) => new Request(request, { redirect: "manual", signal });
  const { url, method, headers } = request;
  const body = request.body === null ? null : await request.arrayBuffer();
  return (signal) => new Request(url, { method, headers, body, redirect: "manual", signal });
};

/** Statuses that must not have a body, not even an empty one. */
const NULL_BODY_STATUSES: ReadonlySet<number> = new Set([204, 205, 304]);

/** What is read of a response, each of it once. */
export interface ReceivedResponse
  extends Pick<Response, "status" | "ok" | "statusText" | "headers" | "body"> {
  /** A redirect that was not followed, of which the platform may show nothing. */
  readonly isUnfollowed: boolean;
}

/** Whether the platform lets a response of this status be made; some let one in that HTTP does not have. */
export const canBeRebuilt = ({ isUnfollowed, status }: ReceivedResponse): boolean =>
  isUnfollowed || (status >= 200 && status <= 599);

/** The response again, with a body that was wholly read. */
export const withBody = (response: ReceivedResponse, bytes: Uint8Array<ArrayBuffer>): Response => {
  const { headers, statusText } = response;
  // An unfollowed redirect may come as status 0, which no response can be made with.
  const status = response.isUnfollowed ? 302 : response.status;
  return new Response(NULL_BODY_STATUSES.has(status) ? null : uncopied(bytes), {
    status,
    statusText,
    headers,
  });
};

/** The response again, with a body that is still to be read. */
export const withStream = ({ status, statusText, headers, body }: ReceivedResponse): Response =>
  new Response(NULL_BODY_STATUSES.has(status) ? null : body, { status, statusText, headers });

/** The bytes as a body that is made when somebody reads it; given as they are, they would be copied at once. */
const uncopied = (bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream(
    {
      pull: (controller) => {
        if (bytes.length > 0) controller.enqueue(bytes);
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );

/**
 * What a function of the caller's resolved with, where it is a response whose body can be read; else `OptionInvalid`.
 * Looks at what is read of it, and not at its class: a response may come from another realm, or from a test. Whatever
 * else it does where it is looked at again changes nothing any more.
 */
export const receivedResponse = (
  given: unknown,
  where: Pick<OptionFields, "of" | "option">,
): ReceivedResponse => {
  const received = orElse<ReceivedResponse | undefined>(
    () => read(given),
    () => undefined,
  );
  if (received !== undefined) return received;
  const expected = "a function that resolves with a Response whose body is still to be read";
  throw new OptionInvalid({ ...where, expected, actual: kindOf(given) });
};

const read = (given: unknown): ReceivedResponse | undefined => {
  const { status, statusText, type, body, bodyUsed, headers }: Partial<Record<keyof Response, unknown>> =
    Object(given);
  if (typeof status !== "number" || bodyUsed !== false) return undefined;
  if (typeof Object(headers)[Symbol.iterator] !== "function") return undefined;
  if (body !== null && typeof Object(body).getReader !== "function") return undefined;
  return {
    ...{ status, ok: status >= 200 && status < 300, isUnfollowed: type === "opaqueredirect" },
    statusText: typeof statusText === "string" && isHeaderText(statusText) ? statusText : "",
    headers: new Headers([...Object(headers)]),
    body: body === null ? null : Object(body),
  };
};
