import { createServer, get, setGlobalProxyFromEnv } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { proxyExceptions } from "../../src/config/proxy-exceptions.ts";

// Two real servers, one of which is the proxy, and Node's own client between them.
const proxy = createServer((_, response) => response.end("by proxy"));
const direct = createServer((_, response) => response.end("directly"));
const portOf = (server: typeof proxy): number => {
  const address = server.address();
  const isBound = (given: typeof address): given is AddressInfo =>
    typeof given === "object" && given !== null;
  return isBound(address) ? address.port : 0;
};

beforeAll(async () => {
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  // Both families, where the machine has both.
  await new Promise<void>((resolve) => direct.listen(0, resolve));
});
afterAll(() => {
  for (const server of [proxy, direct]) server.close();
});

const asked = async (host: string, noProxy: string): Promise<string> => {
  const url = `http://${host}:${portOf(direct)}/`;
  const environment = {
    http_proxy: `http://127.0.0.1:${portOf(proxy)}`,
    no_proxy: proxyExceptions(noProxy.replace("PORT", String(portOf(direct))), [url]),
  };
  const restore = setGlobalProxyFromEnv(environment);
  try {
    return await new Promise((resolve, reject) => {
      get(url, { agent: undefined }, (answer) => {
        answer.setEncoding("utf8").once("data", resolve);
      }).once("error", reject);
    });
  } finally {
    restore();
  }
};

describe("a host of NO_PROXY is asked directly", () => {
  it.each([
    ["127.0.0.1", "10.0.0.1 127.0.0.1"],
    ["127.0.0.1", " 10.0.0.1 ,\t127.0.0.1:PORT "],
    ["127.0.0.1", "127.0.0.0/8"],
    ["127.0.0.1", "0.0.0.0/0"],
    ["127.0.0.1", "127.0.0.1/32"],
    ["localhost", "LOCALHOST"],
    ["127.0.0.1", "*"],
  ])("%s by %j", async (host, noProxy) => {
    expect(await asked(host, noProxy)).toBe("directly");
  });

  it.each([
    ["127.0.0.1", "10.0.0.0/8"],
    ["127.0.0.1", "127.0.0.0/33"],
    ["127.0.0.1", "127.0.0.0/"],
    ["127.0.0.1", "/8"],
    ["127.0.0.1", "::/0"],
    ["localhost", "127.0.0.0/8"],
    ["127.0.0.1", ""],
  ])("%s by no %j", async (host, noProxy) => {
    expect(await asked(host, noProxy)).toBe("by proxy");
  });
});

it("reads IPv6 in brackets, with a port, and in a network", () => {
  const at = ["http://[::1]:8080", "http://[fd00::5]/", "http://[2001:db8::1]/"];
  expect(proxyExceptions("[::1]", at)).toBe("::1");
  expect(proxyExceptions("[::1]:8080", at)).toBe("::1:8080");
  expect(proxyExceptions("fd00::/8,[2001:db8::]/32", at)).toBe("fd00::5,2001:db8::1");
});
