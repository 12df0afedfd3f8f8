import { Secret } from "@tieout/http";
import type { SettingsReader } from "./reader.ts";

/** The proxies that requests go through. Their addresses may hold a name and password. */
export interface ProxySettings {
  /** For https addresses; null where there is none of its own. */
  readonly https: Secret | null;
  /** For http addresses, and for https ones without a proxy of their own. */
  readonly http: Secret | null;
  /** Hosts that are asked directly, as `NO_PROXY` lists them. */
  readonly except: string | null;
}

const isProxy = (text: string): boolean =>
  /^[\x21-\x7e]+$/.test(text) && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** A proxy from `HTTPS_PROXY` or the like; as everywhere, the name in small letters goes first. */
const proxy = (reader: SettingsReader, name: string): Secret | null => {
  const small = name.toLowerCase();
  const where = reader.variable(small) === undefined ? name : small;
  const address = reader.variable(where);
  if (address === undefined) return null;
  if (isProxy(address)) return new Secret(address);
  // It is not shown: there may be a password in it.
  reader.configuration.push({
    where,
    problem: "is no address of a proxy; expected one such as http://proxy.example:3128",
  });
  return null;
};

/** Reads `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`; null where no proxy is named. */
export const proxySettings = (reader: SettingsReader): ProxySettings | null => {
  const [https, http] = [proxy(reader, "HTTPS_PROXY"), proxy(reader, "HTTP_PROXY")];
  if (https === null && http === null) return null;
  return { https, http, except: reader.variable("no_proxy") ?? reader.variable("NO_PROXY") ?? null };
};
