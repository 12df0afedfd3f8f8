import { type OptionFields, OptionInvalid } from "../errors/api-errors.ts";
import { kindOf } from "../errors/clean-text.ts";

/**
 * Reads a request once, so that each attempt can send one that was never sent. Redirects are not followed:
 * the platform would carry custom key headers to another host.
 */
export const freshRequests = async (request: Request): Promise<(signal: AbortSignal) => Request> => {
  const { url, method, headers } = request;
  const body = request.body === null ? null : await request.arrayBuffer();
  return (signal) => new Request(url, { method, headers, body, redirect: "manual", signal });
};

/** Statuses that must not have a body, not even an empty one. */
const NULL_BODY_STATUSES: ReadonlySet<number> = new Set([204, 205, 304]);

/** Whether the platform lets a response of this status be made; some let one in that HTTP does not have. */
export const canBeRebuilt = ({ type, status }: Response): boolean =>
  type === "opaqueredirect" || (status >= 200 && status <= 599);

/** The response again, with a body that was wholly read. */
export const withBody = (response: Response, bytes: Uint8Array<ArrayBuffer>): Response => {
  const { headers, statusText } = response;
  // An unfollowed redirect may come as status 0, which no response can be made with.
  const status = response.type === "opaqueredirect" ? 302 : response.status;
  return new Response(NULL_BODY_STATUSES.has(status) ? null : uncopied(bytes), {
    status,
    statusText,
    headers,
  });
};

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

/** What a function of the caller's resolved with, where it is a response whose body can be read; else `OptionInvalid`. */
export const checkedResponse = (given: unknown, where: Pick<OptionFields, "of" | "option">): Response => {
  if (isResponse(given)) return given;
  const expected = "a function that resolves with a Response whose body is still to be read";
  throw new OptionInvalid({ ...where, expected, actual: kindOf(given) });
};

/** Looks at what is read of it, and not at its class: a response may come from another realm, or from a test. */
const isResponse = (given: unknown): given is Response =>
  typeof given === "object" &&
  given !== null &&
  "status" in given &&
  typeof given.status === "number" &&
  "headers" in given &&
  typeof Object(given.headers).get === "function" &&
  "body" in given &&
  (given.body === null || typeof Object(given.body).getReader === "function") &&
  "bodyUsed" in given &&
  given.bodyUsed === false;
