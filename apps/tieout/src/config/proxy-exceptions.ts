import { BlockList, isIP } from "node:net";

/**
 * What `NO_PROXY` means for these addresses, in the form that Node understands: entries after commas alone, IPv6 without
 * brackets, and of networks (`10.0.0.0/8`, `fd00::/8`) the addresses that lie in them. Names and ports are Node's to
 * compare; a network that is none fits nothing, as Node has it.
 */
export const proxyExceptions = (noProxy: string, addresses: ReadonlyArray<string>): string => {
  const hosts = addresses.map((address) => unbracketed(new URL(address).hostname));
  const entries = noProxy.split(/[\s,]+/).filter((entry) => entry !== "");
  return entries
    .flatMap((entry) => (entry.includes("/") ? inNetwork(entry, hosts) : [unbracketed(entry)]))
    .join();
};

/** `[::1]:8080` as `::1:8080`, which is how Node puts host and port together. */
const unbracketed = (host: string): string => host.replace(/^\[([^\]]*)\]/, "$1");

const inNetwork = (entry: string, hosts: ReadonlyArray<string>): ReadonlyArray<string> => {
  const [network = "", bits = ""] = entry.split("/");
  const family = isIP(unbracketed(network)) === 6 ? "ipv6" : "ipv4";
  const most = family === "ipv6" ? 128 : 32;
  if (isIP(unbracketed(network)) === 0 || !/^\d{1,3}$/.test(bits) || Number(bits) > most) return [];
  const list = new BlockList();
  list.addSubnet(unbracketed(network), Number(bits), family);
  return hosts.filter((host) => isIP(host) === isIP(unbracketed(network)) && list.check(host, family));
};
