import { type Sandbox, type SandboxOptions, startSandbox } from "../src/index.ts";

/** An answer over HTTP: status, headers and the parsed body. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // Tests look into bodies that the spec's own validators have checked.
  // biome-ignore lint/suspicious/noExplicitAny: a typed client would be the thing under test elsewhere
  readonly body: any;
}

/** Ways to ask a running sandbox, with the right keys unless told otherwise. */
export interface Asking {
  readonly sandbox: Sandbox;
  koard(
    path: string,
    request?: { method?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Answer>;
  record(
    path: string,
    request?: { method?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Answer>;
}

const ask =
  (baseUrl: string, keys: Record<string, string>): Asking["koard"] =>
  async (path, { method, body, headers } = {}) => {
    const response = await fetch(baseUrl + path, {
      method: method ?? (body === undefined ? "GET" : "POST"),
      headers: { "content-type": "application/json", ...(headers ?? keys) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };

/** The day of night 1 in every test. */
export const TODAY = "2026-11-20";

/** Starts a sandbox that refuses to break its own specs, and closes it when the test ends. */
export const asking = async (
  onTestFinished: (close: () => Promise<void>) => void,
  options: Partial<SandboxOptions> = {},
): Promise<Asking> => {
  const sandbox = await startSandbox({ today: TODAY, validateResponses: true, ...options });
  onTestFinished(() => sandbox.close());
  return {
    sandbox,
    koard: ask(sandbox.koardBaseUrl, { "x-koard-apikey": sandbox.koardKey }),
    record: ask(sandbox.recordBaseUrl, { authorization: `Bearer ${sandbox.recordToken}` }),
  };
};
