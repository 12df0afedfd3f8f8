import type { Server } from "node:net";
import { onTestFinished } from "vitest";

/** A server that may be told to let its connections go. */
type Listener = Server & { readonly closeAllConnections?: () => void };

/** The port of a server on loopback, once it listens; it is gone when the test is. */
export const listening = async (server: Listener): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections?.();
    server.close();
  });
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server has no port");
  return address.port;
};
