import { describe, expect, it } from "vitest";
import { routeOf } from "../../src/config/proxy-route.ts";
import { proxySettings } from "../../src/config/proxy-settings.ts";
import { SettingsReader } from "../../src/config/reader.ts";

const route = (
  environment: Readonly<Record<string, string>>,
  baseUrl = "https://api.koard.test/v1",
  baseUrlFrom: string | null = null,
): string => routeOf({ baseUrl, baseUrlFrom }, proxySettings(new SettingsReader(environment)));

const PROXY = { HTTPS_PROXY: "http://user:s3cret@proxy.test:3128" };
const DIRECT = "api.koard.test:443";
const THROUGH = "api.koard.test:443 through the proxy proxy.test:3128 (HTTPS_PROXY)";

describe("how an address is asked", () => {
  it("names host and port, where that was said, and the proxy with its variable, without its password", () => {
    expect(route({})).toBe(DIRECT);
    expect(route(PROXY)).toBe(THROUGH);
    expect(route({ http_proxy: "http://other.test" }, "http://127.0.0.1:4010", "KOARD_BASE_URL")).toBe(
      "127.0.0.1:4010 (KOARD_BASE_URL) through the proxy other.test:80 (http_proxy)",
    );
  });

  it("is direct where only the other kind of address has a proxy", () => {
    expect(route({ HTTP_PROXY: "http://proxy.test:1" })).toBe(DIRECT);
  });

  it.each([
    ["*", DIRECT],
    ["api.koard.test", DIRECT],
    ["API.Koard.test", DIRECT],
    ["other.test, .koard.test", DIRECT],
    ["*.koard.test", DIRECT],
    ["koard.test", THROUGH],
    ["api.koard.test:8443", THROUGH],
    ["", THROUGH],
  ])("with NO_PROXY=%j is as Node has it", (NO_PROXY, expected) => {
    expect(route({ ...PROXY, NO_PROXY })).toBe(expected);
  });
});
