import { once } from "node:events";
import { createServer } from "node:net";

/** A port that was free just now: unlike a server of Node, PostgreSQL cannot be told to take any. */
export const freePort = async (): Promise<number> => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const address = taken.address();
  taken.close();
  if (typeof address !== "object" || address === null) throw new Error("no port is free");
  return address.port;
};
