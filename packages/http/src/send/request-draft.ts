/**
 * Reads a request once, so that each attempt can send one that was never sent. Redirects are not followed:
 * the platform would carry custom key headers to another host.
 */
export const freshRequests = async (request: Request): Promise<(signal: AbortSignal) => Request> => {
  const { url, method, headers } = request;
  const body = request.body === null ? null : await request.arrayBuffer();
  return (signal) => new Request(url, { method, headers, body, redirect: "manual", signal });
};
