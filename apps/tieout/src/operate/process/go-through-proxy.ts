import { Context, Effect } from "effect";
import { proxyExceptions } from "../../config/proxy-exceptions.ts";
import type { ProxySettings } from "../../config/proxy-settings.ts";

const environment = (
  { https, http, except }: ProxySettings,
  addresses: ReadonlyArray<string>,
): Record<string, string> => ({
  ...(https === null ? {} : { https_proxy: https.address.reveal() }),
  ...(http === null ? {} : { http_proxy: http.address.reveal() }),
  ...(except === null ? {} : { no_proxy: proxyExceptions(except, addresses) }),
});

/** Whether a process does so for all that it works on, as one does that works on several nights at once. */
export const IsThroughProxy = Context.Reference<boolean>("tieout/operate/IsThroughProxy", {
  defaultValue: () => false,
});

/**
 * Sends every request of the process through the proxies, for as long as the scope lives, but to those of `addresses`
 * (where the requests will go) that are to be asked directly. By itself Node heeds them
 * only where `NODE_USE_ENV_PROXY` is set before it starts.
 */
export const goThroughProxy = (proxy: ProxySettings | null, addresses: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    if (proxy === null || (yield* IsThroughProxy)) return;
    yield* Effect.acquireRelease(
      // Loaded only now: a run without a proxy starts sooner without it.
      Effect.promise(async () =>
        (await import("node:http")).setGlobalProxyFromEnv(environment(proxy, addresses)),
      ),
      (restore) => Effect.sync(restore),
    );
  });
