// Proves that large bodies are held in memory one at a time, whichever transports read them, and that small ones and
// those who give up wait for nobody.

import { describe, expect, it } from "vitest";
import { FREE_BODY_BYTES, LargeBodies, type TransportOptions, transport } from "../../src/index.ts";
import { listBatches, rejection } from "../calls.ts";

const PIECE = new Uint8Array(64 * 1024);

/** A body that is handed out as it is asked for. */
class Body {
  sent = 0;
  isOver = false;
  readonly #bytes: number;
  readonly #opened = Promise.withResolvers<void>();

  readonly #heldAt: number;

  /** One that is held stops coming when so much of it was sent. */
  constructor(bytes: number, heldAt = Number.POSITIVE_INFINITY) {
    this.#bytes = bytes;
    this.#heldAt = heldAt;
  }

  /** Lets the rest of a held body come. */
  open(): void {
    this.#opened.resolve();
  }

  stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    return new ReadableStream(
      {
        pull: async (controller) => {
          if (this.sent >= this.#bytes) return controller.close();
          if (this.sent > this.#heldAt) await this.#opened.promise;
          this.sent += PIECE.length;
          controller.enqueue(PIECE);
        },
      },
      { highWaterMark: 0 },
    );
  }
}

/** Reads a body as an attempt of a transport does. */
const reading = (
  body: Body,
  largeBodies: LargeBodies,
  { signal, ...more }: Partial<TransportOptions> & { readonly signal?: AbortSignal } = {},
) => {
  const fetch = async () => new Response(body.stream());
  const send = transport({ api: "Koard", largeBodies, fetch, ...more });
  const accept = (): void => {
    body.isOver = true;
  };
  return send(new Request("http://koard.test"), listBatches, { accept, ...(signal && { signal }) });
};

/** Long enough for whatever can go on by itself to have gone on. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

/** Bodies of which more than is free was read and that were not parsed yet. */
const heldAtOnce = (bodies: readonly Body[]): number =>
  bodies.filter(({ sent, isOver }) => sent > FREE_BODY_BYTES + PIECE.length && !isOver).length;

describe("large bodies", () => {
  it("are read one after another, each until it was accepted, by however many transports", async () => {
    const largeBodies = new LargeBodies();
    const bodies = Array.from({ length: 6 }, () => new Body(4 * FREE_BODY_BYTES));
    let most = 0;
    const watching = setInterval(() => {
      most = Math.max(most, heldAtOnce(bodies));
    }, 0);
    const held = new Body(4 * FREE_BODY_BYTES, FREE_BODY_BYTES);
    const first = reading(held, largeBodies);
    const others = bodies.map((body) => reading(body, largeBodies));
    await settled();
    // What is free was read of all, and no more of any while one is under way.
    expect(bodies.map(({ sent }) => sent)).toEqual(bodies.map(() => FREE_BODY_BYTES + PIECE.length));
    held.open();
    await Promise.all([first, ...others]);
    clearInterval(watching);
    expect(most).toBeLessThanOrEqual(1);
    expect(bodies.every(({ isOver }) => isOver)).toBe(true);
  });

  it("keep no small one waiting", async () => {
    const largeBodies = new LargeBodies();
    const held = new Body(4 * FREE_BODY_BYTES, FREE_BODY_BYTES);
    const first = reading(held, largeBodies);
    await settled();
    const response = await reading(new Body(FREE_BODY_BYTES), largeBodies);
    expect((await response.arrayBuffer()).byteLength).toBe(FREE_BODY_BYTES);
    held.open();
    await first;
  });

  it("may wait for each other longer than an attempt may take", async () => {
    const largeBodies = new LargeBodies();
    const held = new Body(2 * FREE_BODY_BYTES, FREE_BODY_BYTES);
    const first = reading(held, largeBodies);
    await settled();
    const impatient = { timeoutMs: 50, tryForMs: 60, maxAttempts: 1 };
    const second = reading(new Body(2 * FREE_BODY_BYTES), largeBodies, impatient);
    await new Promise((resolve) => setTimeout(resolve, 200));
    held.open();
    expect([(await first).ok, (await second).ok]).toEqual([true, true]);
  });

  it("that are given up, before their turn or in it, keep no other one waiting", async () => {
    const largeBodies = new LargeBodies();
    const [inTurn, waiting] = [new AbortController(), new AbortController()];
    const first = rejection(
      reading(new Body(4 * FREE_BODY_BYTES, FREE_BODY_BYTES), largeBodies, { signal: inTurn.signal }),
    );
    await settled();
    const second = rejection(reading(new Body(4 * FREE_BODY_BYTES), largeBodies, { signal: waiting.signal }));
    await settled();
    const third = reading(new Body(4 * FREE_BODY_BYTES), largeBodies);
    waiting.abort(new Error("given up while it waited"));
    expect(String(await second)).toContain("given up while it waited");
    inTurn.abort(new Error("given up in its turn"));
    expect(String(await first)).toContain("given up in its turn");
    expect((await third).ok).toBe(true);
  });

  it("that go on coming though nobody waits for them any more keep no other one waiting", async () => {
    const largeBodies = new LargeBodies();
    const givenUp = new AbortController();
    const body = new Body(4 * FREE_BODY_BYTES, FREE_BODY_BYTES / 2);
    const first = rejection(reading(body, largeBodies, { signal: givenUp.signal }));
    await settled();
    givenUp.abort(new Error("given up before it was large"));
    expect(String(await first)).toContain("given up before it was large");
    body.open();
    await settled();
    expect((await reading(new Body(4 * FREE_BODY_BYTES), largeBodies)).ok).toBe(true);
  });
});
