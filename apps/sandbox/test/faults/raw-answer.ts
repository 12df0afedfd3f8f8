import { connect } from "node:net";
import type { Sandbox } from "../../src/index.ts";

/** What came over one connection, to the byte. */
interface RawAnswer {
  /** Everything up to the first empty line. */
  readonly head: string;
  /** Everything after it, chunk sizes included. */
  readonly body: string;
  /** `closed` in order, or `reset`. */
  readonly ended: "closed" | "reset";
}

/** One request over a connection of its own, which only the sandbox ends. */
export interface RawRequest {
  /** Waits until so many bytes have come. */
  readonly received: (bytes: number) => Promise<void>;
  readonly ended: Promise<RawAnswer>;
  readonly isOpen: () => boolean;
}

/** Asks for a path of Koard below HTTP libraries, which mend or hide what they meet. */
export const askRaw = (sandbox: Sandbox, path: string): RawRequest => {
  const { hostname, port, pathname } = new URL(sandbox.koardBaseUrl);
  const socket = connect(Number(port), hostname);
  const pieces: Buffer[] = [];
  const text = (): string => Buffer.concat(pieces).toString("utf8");
  let isOpen = true;
  socket.on("data", (piece) => pieces.push(piece));
  const ended = new Promise<RawAnswer>((resolve, reject) => {
    let how: RawAnswer["ended"] = "closed";
    socket.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ECONNRESET") how = "reset";
      else reject(error);
    });
    socket.on("close", () => {
      isOpen = false;
      const [head = "", ...body] = text().split("\r\n\r\n");
      resolve({ head: head.toLowerCase(), body: body.join("\r\n\r\n"), ended: how });
    });
  });
  socket.write(
    `GET ${pathname}${path} HTTP/1.1\r\nhost: sandbox\r\nx-koard-apikey: ${sandbox.koardKey}\r\n\r\n`,
  );
  return {
    received: async (bytes) => {
      while (Buffer.concat(pieces).length < bytes)
        await new Promise((resolve) => socket.once("data", resolve));
    },
    ended,
    isOpen: () => isOpen,
  };
};
