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
