import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { fetchOverHttp } from "../../../src/sources/wire/fetch-over-http.ts";

// What these tests prove: that the way over Node's own client answers, fails and gives up as the platform's fetch does.

const TEXT = JSON.stringify({ text: "ÄÖ 漢 ".repeat(5000) });

const serve = async (listener: RequestListener) => {
  const connections = { count: 0 };
  const server = createServer(listener).on("connection", () => {
    connections.count += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // A server that listens on a port has an address with one.
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, connections };
};

describe("an answer", () => {
  it.each([
    ["gzip", gzipSync],
    ["x-gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
    ["gzip, BR", (text: string) => brotliCompressSync(gzipSync(text))],
    [undefined, (text: string) => Buffer.from(text)],
  ] as const)("that comes as %s is what was sent", async (encoding, encode) => {
    const { url } = await serve((request, response) => {
      expect(request.headers["accept-encoding"]).toBe("gzip, br");
      response.writeHead(200, { ...(encoding && { "content-encoding": encoding }) }).end(encode(TEXT));
    });
    const answer = await fetchOverHttp(new Request(url));
    expect([answer.status, await answer.text()]).toEqual([200, TEXT]);
  });

  it("keeps its status, its headers and those of the request, and redirects nobody", async () => {
    const { url } = await serve((request, response) => {
      const asked = [request.method, request.headers["x-key"], request.headers["user-agent"]].join(" ");
      response.writeHead(302, "Elsewhere", { location: "/other", "x-asked": asked }).end();
    });
    const request = new Request(url, { headers: { "x-key": "k", "user-agent": "mine" }, redirect: "manual" });
    const { status, statusText, headers } = await fetchOverHttp(request);
    expect({ status, statusText }).toEqual({ status: 302, statusText: "Elsewhere" });
    expect([headers.get("location"), headers.get("x-asked")]).toEqual(["/other", "GET k mine"]);
  });

  it("may have no body", async () => {
    const { url } = await serve((_request, response) => response.writeHead(204).end());
    expect((await fetchOverHttp(new Request(url))).body).toBeNull();
  });

  it("gets the body of its request whole", async () => {
    const { url } = await serve((request, response) => request.pipe(response));
    const answer = await fetchOverHttp(new Request(url, { method: "POST", body: TEXT }));
    expect(await answer.text()).toBe(TEXT);
  });

  it("comes over a connection that is kept", async () => {
    const { url, connections } = await serve((_request, response) => response.end("{}"));
    for (let time = 0; time < 5; time += 1) await (await fetchOverHttp(new Request(url))).text();
    expect(connections.count).toBe(1);
  });

  it("that breaks off is an error, also where it was compressed", async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { "content-length": "100000", "content-encoding": "gzip" });
      response.write(gzipSync(TEXT).subarray(0, 30), () => response.destroy());
    });
    const answer = await fetchOverHttp(new Request(url));
    await expect(answer.text()).rejects.toMatchObject({ code: "ECONNRESET" });
  });

  it.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
  ] as const)(
    "whose %s was cut short before it was sent gives what there is of it",
    async (encoding, encode) => {
      const half = encode(TEXT).subarray(0, -10);
      const { url } = await serve((_request, response) =>
        response.writeHead(200, { "content-encoding": encoding }).end(half),
      );
      const answer = await fetchOverHttp(new Request(url));
      expect(TEXT.startsWith((await answer.text()).slice(0, 5))).toBe(true);
    },
  );

  it("that is not the gzip it claims to be is an error", async () => {
    const { url } = await serve((_request, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(TEXT),
    );
    const answer = await fetchOverHttp(new Request(url));
    await expect(answer.text()).rejects.toMatchObject({ code: "Z_DATA_ERROR" });
  });
});

describe("a request that is given up", () => {
  it("before it is answered, rejects and closes its connection", async () => {
    let closed: Promise<unknown> | undefined;
    const controller = new AbortController();
    const { url } = await serve((_request, response) => {
      closed = new Promise((resolve) => response.once("close", resolve));
      controller.abort();
    });
    await expect(fetchOverHttp(new Request(url, { signal: controller.signal }))).rejects.toThrow();
    await closed;
  });

  it.each(["by its signal", "by whoever reads it"])("in the middle of its body, %s", async (how) => {
    let closed: Promise<unknown> | undefined;
    const controller = new AbortController();
    const { url } = await serve((_request, response) => {
      closed = new Promise((resolve) => response.once("close", resolve));
      response.write(TEXT);
    });
    const { body } = await fetchOverHttp(new Request(url, { signal: controller.signal }));
    const reader = body?.getReader();
    await reader?.read();
    if (how === "by its signal") {
      controller.abort();
      await expect(reader?.closed).rejects.toThrow();
    } else await reader?.cancel();
    await closed;
  });
});

it("rejects with the code of the connection where nobody listens", async () => {
  await expect(fetchOverHttp(new Request("http://127.0.0.1:1/"))).rejects.toMatchObject({
    code: "ECONNREFUSED",
  });
});
