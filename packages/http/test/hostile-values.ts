const thrower = (): never => {
  throw new Error("the caller's own sk_live_c4n4ry");
};

/** A `Proxy` that throws whatever is asked of it. */
const trapped = <Target extends object>(target: Target): Target =>
  new Proxy(target, new Proxy({}, { get: (_, trap) => (Reflect.has(Reflect, trap) ? thrower : undefined) }));

const revoked = <Target extends object>(target: Target): Target => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};

/** An object every member of which throws when it is read. */
const withGetters = (...names: readonly string[]): object =>
  Object.defineProperties(
    {},
    Object.fromEntries(names.map((name) => [name, { enumerable: true, get: thrower }])),
  );

const circle = (): object => {
  const one: { self?: object } = {};
  one.self = one;
  return one;
};

/** What JavaScript lets through, made anew for each use, by a name for the message of a test. */
export const hostileValues = (): ReadonlyMap<string, unknown> =>
  new Map<string, unknown>([
    ...[undefined, null, true, Number.NaN, -1, 0, 1.5, Number.POSITIVE_INFINITY, 1n, Symbol("s")].map(
      (value) => [String(value), value] as const,
    ),
    ...["", "text", "a\r\nb", "a\0b", "\ud800"].map((value) => [JSON.stringify(value), value] as const),
    ["an object", {}],
    ["a list", []],
    ["a list of nothing", [undefined]],
    ["a map", new Map([["a", 1]])],
    ["a date that is none", new Date(Number.NaN)],
    ["bytes", new Uint8Array(3)],
    ["an error", new Error("sk_live_c4n4ry")],
    ["a request", new Request("http://x.invalid/")],
    ["an object of a class", new (class Amount {})()],
    ["a circle", circle()],
    [
      "getters that throw",
      withGetters("api", "fetch", "signal", "path", "a", "id", "status", "rows", "reveal", "now"),
    ],
    ["a Proxy", new Proxy({}, {})],
    ["a Proxy that throws", trapped({})],
    ["a Proxy of a function that throws", trapped(() => undefined)],
    ["a Proxy that was revoked", revoked({})],
    ["a Proxy of a list that was revoked", revoked([])],
    ["a Proxy of a function that was revoked", revoked(() => undefined)],
    ["a function", () => undefined],
    ["a function that throws", thrower],
    ["a function that rejects", () => Promise.reject(new Error("sk_live_c4n4ry"))],
    ["a promise", Promise.resolve({})],
    ["a class", class {}],
    [
      "no text, whatever is asked of it",
      { toString: thrower, valueOf: thrower, [Symbol.toPrimitive]: thrower },
    ],
    ["a list that cannot be gone through", { [Symbol.iterator]: thrower }],
    ["JSON that throws", { toJSON: thrower }],
    ["a Secret that throws", { reveal: thrower }],
    ["a Secret of two lines", { reveal: () => "a\r\nb" }],
    [
      "a signal that takes no listener",
      { aborted: false, addEventListener: thrower, removeEventListener: thrower },
    ],
    ["timing that throws", { now: thrower, after: thrower, random: thrower }],
    ["timing that gives nothing", { now: () => Number.NaN, after: () => undefined, random: () => "a" }],
    ["a limiter that throws", { enter: thrower }],
  ]);
