import { Agent, get } from "node:http";

/** As many requests at once as tieout makes in the same part; by default that is four to each of the two sources. */
const CONCURRENCY = Number(process.env["AT_ONCE"] ?? 8);

/** Reads bodies over a few connections that stay open. */
export const openPool = (baseUrl: string) => {
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  const read = (path: string, headers: Readonly<Record<string, string>>): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      get(new URL(path, baseUrl), { agent, headers }, (response) => {
        const pieces: Buffer[] = [];
        response.on("data", (piece: Buffer) => pieces.push(piece));
        response.on("error", reject);
        response.on("end", () => {
          if (response.statusCode === 200) resolve(Buffer.concat(pieces));
          else reject(new Error(`${path} answered ${response.statusCode}`));
        });
      }).on("error", reject);
    });
  return { read, close: () => agent.destroy() };
};

/** Does some work for each item, {@link CONCURRENCY} of them at once. */
export const forEachAtOnce = async <A>(
  items: readonly A[],
  work: (item: A) => Promise<void>,
): Promise<void> => {
  const left = items.values();
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      // One iterator shared by all: each takes the next item that nobody has.
      for (const item of left) await work(item);
    }),
  );
};
