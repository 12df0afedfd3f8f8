import { isPlain, kindOf } from "../errors/clean-text.ts";
import { OptionInvalid } from "../errors/OptionInvalid.ts";

/** As much of `http` of msw (Mock Service Worker, 2.0 or newer) as is called. It is given, so that nobody needs msw who does not. */
export interface MswHttp<Handler> {
  readonly all: (
    address: RegExp,
    resolver: (info: { readonly request: Request }) => Promise<Response>,
  ) => Handler;
}

/** Handlers of msw by which `fetch` answers whatever goes to a server, what its spec does not know too. */
export const mswHandlers = <Handler>(
  http: MswHttp<Handler>,
  baseUrl: string,
  fetch: (request: Request) => Promise<Response>,
): readonly Handler[] => {
  const refuse = (option: string, expected: string, given: unknown): never => {
    throw new OptionInvalid({ of: "handlers", option, expected, actual: kindOf(given) });
  };
  const given: unknown = http;
  if (!isPlain(given) || typeof given["all"] !== "function") refuse("http", "the http of msw", given);
  const isAddress = typeof baseUrl === "string" && /^https?:\/\//.test(baseUrl) && URL.canParse(baseUrl);
  if (!isAddress) refuse("baseUrl", "the address that the client calls, with https://", baseUrl);
  const { href } = new URL(baseUrl);
  // msw takes query and fragment away before it compares.
  const begin = href.replace(/\/$/, "").replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return [http.all(new RegExp(`^${begin}(?:/|$)`), ({ request }) => fetch(request))];
};
