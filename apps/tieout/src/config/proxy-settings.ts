import { Secret } from "@tieout/http";
import type { SettingsReader } from "./reader.ts";

/** A proxy, and the variable that names it. */
export interface NamedProxy {
  /** It may hold a name and password. */
  readonly address: Secret;
  readonly variable: string;
}

/** The proxies that requests go through. */
export interface ProxySettings {
  /** For https addresses; null where those are asked directly. */
  readonly https: NamedProxy | null;
  /** For http addresses; null where those are asked directly. */
  readonly http: NamedProxy | null;
  /** Hosts that are asked directly, as `NO_PROXY` lists them. */
  readonly except: string | null;
}

const isProxy = (text: string): boolean =>
  /^[\x21-\x7e]+$/.test(text) && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** A proxy from `HTTPS_PROXY` or the like; as everywhere, the name in small letters goes first. */
const proxy = (reader: SettingsReader, name: string): NamedProxy | null => {
  const small = name.toLowerCase();
  const where = reader.variable(small) === undefined ? name : small;
  const address = reader.variable(where);
  if (address === undefined) return null;
  if (isProxy(address)) return { address: new Secret(address), variable: where };
  // It is not shown: there may be a password in it.
  reader.configuration.push({
    where,
    problem: "is no address of a proxy; expected one such as http://proxy.example:3128",
  });
  return null;
};

/** With these sections of its debugging Node prints the options of requests, and with them what opens a proxy. */
const PRINTS_OPTIONS = ["http", "https"];

/** Whether `NODE_DEBUG` names one of those: a list of sections, in which `*` stands for any letters. */
const printsOptions = (sections: string): boolean =>
  sections.split(",").some((section) => {
    const pattern = section
      .trim()
      .replaceAll(/[^\w*]/g, "\\$&")
      .replaceAll("*", ".*");
    return PRINTS_OPTIONS.some((name) => new RegExp(`^${pattern}$`, "i").test(name));
  });

const hasPassword = (proxy: NamedProxy | null): boolean =>
  proxy !== null && new URL(proxy.address.reveal()).password !== "";

/** Whether this Node can send requests through a proxy; loaded only where one is named, since others start sooner without. */
const canUseProxies = (): boolean => "setGlobalProxyFromEnv" in process.getBuiltinModule("node:http");

/** Reads `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`; null where no proxy is named. */
export const proxySettings = (reader: SettingsReader): ProxySettings | null => {
  const [https, http] = [proxy(reader, "HTTPS_PROXY"), proxy(reader, "HTTP_PROXY")];
  if (https === null && http === null) return null;
  if (!canUseProxies())
    reader.configuration.push({
      where: https === null ? "HTTP_PROXY" : "HTTPS_PROXY",
      problem: `is set, and this Node (${process.versions.node}) cannot go through a proxy; use Node 24.14 or newer, or unset it`,
    });
  const debugged = reader.variable("NODE_DEBUG") ?? "";
  if (printsOptions(debugged) && [https, http].some(hasPassword))
    reader.configuration.push({
      where: "NODE_DEBUG",
      problem: `is ${debugged}, with which Node prints the password of the proxy; leave http out of it`,
    });
  return { https, http, except: reader.variable("no_proxy") ?? reader.variable("NO_PROXY") ?? null };
};
