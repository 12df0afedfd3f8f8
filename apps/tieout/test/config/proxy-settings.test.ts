import { describe, expect, it } from "vitest";
import { type NamedProxy, proxySettings } from "../../src/config/proxy-settings.ts";
import { SettingsReader } from "../../src/config/reader.ts";

const read = (environment: Readonly<Record<string, string>>) => {
  const reader = new SettingsReader(environment);
  const proxy = proxySettings(reader);
  const shown = (one: NamedProxy | null | undefined) => one && [one.variable, one.address.reveal()];
  const told = proxy === null ? null : { ...proxy, https: shown(proxy.https), http: shown(proxy.http) };
  return { proxy: told, faults: reader.configuration };
};

describe("a proxy", () => {
  it("is taken from the environment, the name in small letters first", () => {
    const environment = {
      HTTPS_PROXY: "http://large.test:1",
      https_proxy: "http://small.test:2",
      HTTP_PROXY: "http://user:p%40ss@plain.test:3",
      NO_PROXY: "localhost,.internal",
    };
    expect(read(environment).proxy).toEqual({
      https: ["https_proxy", "http://small.test:2"],
      http: ["HTTP_PROXY", "http://user:p%40ss@plain.test:3"],
      except: "localhost,.internal",
    });
  });

  it("is none where nothing, or a blank, names one", () => {
    expect(read({ NO_PROXY: "*", https_proxy: " " })).toEqual({ proxy: null, faults: [] });
  });

  it.each([
    ["http", 1],
    ["net, HTTP", 1],
    ["*", 1],
    ["ht*", 1],
    ["https", 1],
    ["net,undici,http2", 0],
    ["", 0],
  ])("with a password is not used while NODE_DEBUG=%s would print it", (debugged, faults) => {
    const reader = new SettingsReader({
      HTTPS_PROXY: "http://user:c4n4ry@proxy.test:1",
      NODE_DEBUG: debugged,
    });
    proxySettings(reader);
    expect(reader.configuration.map(({ where }) => where)).toEqual(Array(faults).fill("NODE_DEBUG"));
    expect(JSON.stringify(reader.configuration)).not.toContain("c4n4ry");
    const open = new SettingsReader({ HTTPS_PROXY: "http://proxy.test:1", NODE_DEBUG: debugged });
    proxySettings(open);
    expect(open.configuration).toEqual([]);
  });

  it.each(["proxy.test:3128", "socks5://proxy.test:1080", "://s3cret", "http://s3cret @proxy.test"])(
    "that no request can go through (%j) is a fault which does not show it",
    (address) => {
      const { proxy, faults } = read({ HTTPS_PROXY: address });
      expect(proxy).toBeNull();
      expect(faults).toEqual([
        {
          where: "HTTPS_PROXY",
          problem: "is no address of a proxy; expected one such as http://proxy.example:3128",
        },
      ]);
    },
  );
});
