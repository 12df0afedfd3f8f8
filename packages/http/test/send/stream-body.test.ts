// Proves how a body that is handed on as it comes ends: with its last piece, or with an error that says why it did not.

import { describe, expect, it } from "vitest";
import {
  ApiUnreachable,
  bytesAnswer,
  type CallOptions,
  ContractBroken,
  type Operation,
  type TransportOptions,
} from "../../src/index.ts";
import { listBatches, rejection, wire } from "../calls.ts";

const download: Operation = { ...listBatches, id: "download", reads: bytesAnswer };

/** A body of which `pull` gives one piece after another. */
class Source {
  asked = 0;
  isCancelled = false;
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;

  constructor(pull: (nth: number) => string | undefined | Promise<never>) {
    this.stream = new ReadableStream(
      {
        pull: async (controller) => {
          this.asked += 1;
          const piece = await pull(this.asked);
          if (piece === undefined) controller.close();
          else controller.enqueue(new TextEncoder().encode(piece));
        },
        cancel: () => {
          this.isCancelled = true;
        },
      },
      { highWaterMark: 0 },
    );
  }
}

/** A body that gives "ab", and then what `then` says. */
const after = (then: () => undefined | Promise<never>) => new Source((nth) => (nth === 1 ? "ab" : then()));

const never = (): Promise<never> => new Promise(() => undefined);

/** The body as the caller of a client has it. */
const handedOn = async (
  source: Source,
  { signal, ...options }: Partial<TransportOptions> & CallOptions = {},
) => {
  const { send, clock } = wire({ fetch: async () => new Response(source.stream), ...options });
  const deadline = clock.now() + 60_000;
  const call = { deadline, ...(signal && { signal }) };
  const response = await send(new Request("http://koard.test"), download, call);
  const reader = new Response(response.body).body?.getReader();
  const next = async () => {
    const { value } = (await reader?.read()) ?? {};
    return value && new TextDecoder().decode(value);
  };
  return { next, clock, cancel: async () => reader?.cancel() };
};

describe("a body that is handed on", () => {
  it("comes piece by piece, and no piece is asked for before somebody wants it", async () => {
    const source = new Source((nth) => ["ab", "c", undefined][nth - 1]);
    const { next, clock } = await handedOn(source);
    expect(source.asked).toBe(0);
    expect(await next()).toBe("ab");
    expect(source.asked).toBe(1);
    expect(await next()).toBe("c");
    expect(await next()).toBeUndefined();
    expect(source.isCancelled).toBe(false);
    expect(clock.pending()).toBe(0);
  });

  it("may be as long as a body may be, and is a broken contract where it is longer", async () => {
    const right = await handedOn(
      after(() => undefined),
      { maxBodyBytes: 2 },
    );
    expect([await right.next(), await right.next()]).toEqual(["ab", undefined]);
    const long = new Source(() => "ab");
    const { next, clock } = await handedOn(long, { maxBodyBytes: 3 });
    await next();
    const error = await rejection(next());
    expect(error).toBeInstanceOf(ContractBroken);
    expect(error).toMatchObject({ operation: "download", path: "$", actual: "a longer one", status: 200 });
    expect(String(error)).toContain("expected a body of at most 3 bytes");
    expect(long.isCancelled).toBe(true);
    expect(clock.pending()).toBe(0);
  });

  it("fails as unreachable where it breaks off, with what was answered", async () => {
    const broken = Object.assign(new Error("read"), { code: "ECONNRESET" });
    const source = after(() => Promise.reject(new TypeError("terminated", { cause: broken })));
    const { next, clock } = await handedOn(source);
    await next();
    const error = await rejection(next());
    expect(error).toBeInstanceOf(ApiUnreachable);
    expect(error).toMatchObject({ operation: "download", reason: "network", attempts: 1, status: 200 });
    expect(String(error)).toContain("ECONNRESET");
    expect(clock.pending()).toBe(0);
  });

  it("fails as unreachable where its next piece takes too long", async () => {
    const source = after(never);
    const { next, clock } = await handedOn(source, { idleTimeoutMs: 5000 });
    await next();
    const failing = rejection(next());
    clock.advance(5000);
    expect(await failing).toMatchObject({ name: "ApiUnreachable", reason: "timeout" });
    expect(String(await failing)).toContain("the body stopped arriving for 5000 ms");
    expect(source.isCancelled).toBe(true);
  });

  it("fails as unreachable at the deadline of the call, and is let go of though nobody reads it", async () => {
    const source = after(never);
    const { next, clock } = await handedOn(source, { idleTimeoutMs: 100_000 });
    await next();
    const failing = rejection(next());
    clock.advance(59_999);
    expect(source.isCancelled).toBe(false);
    clock.advance(1);
    expect(await failing).toMatchObject({ name: "ApiUnreachable", reason: "deadline", status: 200 });
    expect(String(await failing)).toContain("for download: the deadline has passed (1 attempt)");
    const unread = after(never);
    const { clock: other } = await handedOn(unread);
    other.advance(60_000);
    expect(unread.isCancelled).toBe(true);
    expect(other.pending()).toBe(0);
  });

  it("ends with the caller's signal, with the reason that the caller gave and no other error", async () => {
    const giving = new AbortController();
    const source = after(never);
    const { next, clock } = await handedOn(source, { signal: giving.signal });
    await next();
    const failing = rejection(next());
    const reason = new Error("enough");
    giving.abort(reason);
    expect(await failing).toBe(reason);
    expect(source.isCancelled).toBe(true);
    expect(clock.pending()).toBe(0);
  });

  it("is let go of where its reader cancels it, and no deadline waits for it any more", async () => {
    const source = after(never);
    const { next, clock, cancel } = await handedOn(source);
    await next();
    await cancel();
    expect(source.isCancelled).toBe(true);
    expect(clock.pending()).toBe(0);
  });
});
