// Proves what is made of the errors of platforms, limiters and streams, whatever they do where they are looked at.

import { describe, expect, it } from "vitest";
import {
  AdmissionTooLate,
  AttemptFailed,
  connectionFailure,
  isAdmissionTooLate,
  isOf,
} from "../../src/errors/failures.ts";

const fail = (): never => {
  throw new Error("the caller's own sk_live_c4n4ry");
};

/** Throws wherever it is looked at. */
const hostile: unknown = new Proxy(new Error("x"), {
  get: fail,
  getOwnPropertyDescriptor: fail,
  getPrototypeOf: fail,
  has: fail,
});

describe("whether a limiter turned a caller away", () => {
  it("is known by name and members, also where another installed copy made it", () => {
    expect(isAdmissionTooLate(new AdmissionTooLate(429, 5))).toBe(true);
    const foreign = Object.assign(new Error("x"), { name: "AdmissionTooLate", status: 503, untilMs: 5 });
    expect(isAdmissionTooLate(foreign)).toBe(true);
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["an object that is no error", { name: "AdmissionTooLate", status: 429, untilMs: 5 }],
    ["another error", Object.assign(new Error("x"), { status: 429, untilMs: 5 })],
    ["one without a status", Object.assign(new Error("x"), { name: "AdmissionTooLate", untilMs: 5 })],
    ["one without an instant", Object.assign(new Error("x"), { name: "AdmissionTooLate", status: 429 })],
    [
      "one whose status is no number",
      Object.assign(new Error("x"), { name: "AdmissionTooLate", status: "429", untilMs: 5 }),
    ],
    [
      "one whose instant is no number",
      Object.assign(new Error("x"), { name: "AdmissionTooLate", status: 429, untilMs: Number.NaN }),
    ],
    ["one that throws where it is looked at", hostile],
  ])("is not said by %s", (_, error) => {
    expect(isAdmissionTooLate(error)).toBe(false);
  });
});

it("what throws where it is looked at is of no class, and a connection that failed", () => {
  expect(isOf(hostile, AttemptFailed)).toBe(false);
  expect(isOf(new AttemptFailed("timeout", "x"), AttemptFailed)).toBe(true);
  const failure = connectionFailure(hostile, []);
  expect([failure.reason, failure.message, failure.isFinal]).toEqual([
    "network",
    "the connection failed",
    false,
  ]);
});

describe("why a connection failed", () => {
  const nested = (depth: number, innermost: Error): Error =>
    depth === 0 ? innermost : new Error("fetch failed", { cause: nested(depth - 1, innermost) });
  const coded = (code: unknown): Error => Object.assign(new Error("connect"), { code });

  it("is the first code on the way down through its causes, five deep at most", () => {
    expect(connectionFailure(nested(4, coded("ECONNREFUSED")), []).message).toBe("ECONNREFUSED");
    expect(connectionFailure(nested(5, coded("ECONNREFUSED")), []).message).toBe("fetch failed");
    const several = new AggregateError([coded("EHOSTUNREACH"), coded("ECONNREFUSED")]);
    expect(connectionFailure(nested(1, several), []).message).toBe("EHOSTUNREACH");
  });

  it("is in words where no code is one, and never empty", () => {
    expect(connectionFailure(nested(1, coded("not a code")), []).message).toBe("connect");
    expect(connectionFailure(nested(1, coded(5)), []).message).toBe("connect");
    expect(connectionFailure(new Error(""), []).message).toBe("the connection failed");
    expect(connectionFailure("a text", []).message).toBe("the connection failed");
  });

  it.each(["CERT_HAS_EXPIRED", "ERR_TLS_CERT_ALTNAME_INVALID", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"])(
    "is final where a certificate is not trusted: %s",
    (code) => {
      const { message, isFinal } = connectionFailure(nested(1, coded(code)), []);
      expect([message, isFinal]).toEqual([`its certificate is not trusted (${code})`, true]);
      expect(connectionFailure(coded("ECONNRESET"), []).isFinal).toBe(false);
    },
  );

  it("is final where a proxy wants a name and password, and not where it has none to hand on", () => {
    const login = connectionFailure(nested(1, new Error("Proxy response (407) !== 200")), []);
    expect([login.message, login.isFinal]).toEqual(["the proxy answered 407", true]);
    const gone = connectionFailure(nested(1, new Error("Proxy response (502) !== 200")), []);
    expect([gone.message, gone.isFinal]).toEqual(["the proxy answered 502", false]);
  });

  it("names a proxy by its host alone, where its address is one", () => {
    const tunnel = (proxy: string) =>
      new Error(`Failed to establish tunnel to a.test:443 via ${proxy}: HTTP/1.1 502 Bad`);
    const known = connectionFailure(tunnel("http://me:c4n4ry@proxy.test:3128/"), []);
    expect([known.reason, known.message]).toEqual(["network", "the proxy proxy.test:3128 answered 502"]);
    expect(connectionFailure(tunnel("proxy"), []).message).toBe("the proxy answered 502");
  });

  it.each<[string, object, string]>([
    ["http://a.test", { address: "10.0.0.9", port: 80 }, ""],
    ["http://a.test", { address: "10.0.0.9", port: 443 }, " from the proxy 10.0.0.9:443"],
    ["https://a.test", { address: "10.0.0.9", port: 80 }, " from the proxy 10.0.0.9:80"],
    ["https://a.test:8443", { address: "10.0.0.9", port: 8443 }, ""],
    ["https://a.test:8443", { address: "10.0.0.9", port: 443 }, " from the proxy 10.0.0.9:443"],
    ["https://a.test", { port: 3128 }, ""],
    ["https://a.test", { address: "10.0.0.9" }, ""],
    ["https://a.test", { hostname: "a.test" }, ""],
    ["https://a.test", { hostname: "proxy.test" }, " from the proxy proxy.test"],
  ])("names a proxy where it was not %s that could not be reached: %j", (target, details, said) => {
    const failure = connectionFailure(Object.assign(coded("ECONNREFUSED"), details), [], new URL(target));
    expect(failure.message).toBe(`ECONNREFUSED${said}`);
  });

  it("is the network, told in one short line without keys", () => {
    const key = { reveal: () => "sk_live_c4n4ry" };
    const { name, reason, message } = connectionFailure(new Error(`bad sk_live_c4n4ry\n${"x".repeat(500)}`), [
      key,
    ]);
    expect([name, reason]).toEqual(["AttemptFailed", "network"]);
    expect(message).toMatch(/^bad \[redacted\] x+…$/);
    expect(message).toHaveLength(120);
    const untrusted = connectionFailure(coded("CERT_HAS_EXPIRED"), []);
    expect(untrusted.reason).toBe("network");
  });
});
