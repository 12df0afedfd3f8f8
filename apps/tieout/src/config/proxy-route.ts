import { proxyExceptions } from "./proxy-exceptions.ts";
import type { NamedProxy, ProxySettings } from "./proxy-settings.ts";

/** Whether an entry of `NO_PROXY` means a host, as Node compares them. */
const means = (entry: string, { hostname, host }: URL): boolean => {
  const suffix = entry.replace(/^\*(?=\.)/, "");
  return (
    entry === "*" ||
    entry === hostname ||
    entry === host ||
    (suffix.startsWith(".") && hostname.endsWith(suffix))
  );
};

/** The proxy through which an address is asked; null where that is done directly. */
const proxyFor = (address: string, proxy: ProxySettings | null): NamedProxy | null => {
  if (proxy === null) return null;
  const url = new URL(address);
  const entries = proxyExceptions(proxy.except ?? "", [address])
    .toLowerCase()
    .split(",");
  const isDirect = entries.some((entry) => means(entry, url));
  return isDirect ? null : url.protocol === "https:" ? proxy.https : proxy.http;
};

const DEFAULT_PORTS: Readonly<Record<string, string>> = { "https:": "443", "http:": "80" };

/** Host and port of an address, without the name and password that may stand before them. */
const hostAndPort = (address: string): string => {
  const { hostname, port, protocol } = new URL(address);
  return `${hostname}:${port === "" ? (DEFAULT_PORTS[protocol] ?? "") : port}`;
};

/**
 * How an address is asked, for a sentence: host and port, where that was said, and through which proxy of which variable.
 */
export const routeOf = (
  { baseUrl, baseUrlFrom }: { readonly baseUrl: string; readonly baseUrlFrom: string | null },
  proxy: ProxySettings | null,
): string => {
  const from = baseUrlFrom === null ? "" : ` (${baseUrlFrom})`;
  const through = proxyFor(baseUrl, proxy);
  const by =
    through === null
      ? ""
      : ` through the proxy ${hostAndPort(through.address.reveal())} (${through.variable})`;
  return `${hostAndPort(baseUrl)}${from}${by}`;
};
