import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { listening } from "../../listening.ts";
import { filesUnder } from "../published.ts";
import { batchIds, KEY, koardHandler, LIST_REQUESTS } from "./koard-server.ts";
import { expectSentence, reportedBatches, run, WITHOUT_OWN_WAITS } from "./running.ts";

/**
 * A certificate for koard.test of an authority that nobody trusts by itself, both good until 2126. Made by openssl:
 * two keys on prime256v1, the authority with CA:TRUE, the server with that name as its subjectAltName.
 */
const tls = (name: string): string => fileURLToPath(new URL(`tls/${name}.pem`, import.meta.url));

/** A name that no resolver knows: whatever reaches it went through the proxy. */
const HOST = "koard.test";
const ORIGIN = `https://${HOST}`;

const PROXY_USER = "night-job";
const PROXY_PASSWORD = "pr0xy-p4ssw0rd-canary";
const PROXY_TOKEN = Buffer.from(`${PROXY_USER}:${PROXY_PASSWORD}`).toString("base64");

/** A Koard behind TLS. */
const startTlsKoard = async () => {
  const asked: string[] = [];
  const options = { key: readFileSync(tls("server-key")), cert: readFileSync(tls("server")) };
  const port = await listening(createTlsServer(options, koardHandler({ ids: batchIds(3) }, asked)));
  return { port, asked };
};

/** A proxy that knows where `HOST` is, and lets in who has the password. */
const startProxy = async (port: number) => {
  const asked: string[] = [];
  const server = createServer((_, response) => response.writeHead(405).end());
  server.on("connect", (request, socket) => {
    asked.push(`${request.method} ${request.url}`);
    socket.on("error", () => socket.destroy());
    if (request.headers["proxy-authorization"] !== `Basic ${PROXY_TOKEN}`)
      return void socket.end("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
    const upstream = connect(port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on("error", () => socket.destroy());
  });
  const at = await listening(server);
  const proxy = (password: string): string => `http://${PROXY_USER}:${password}@127.0.0.1:${at}`;
  return { asked, proxy };
};

const start = async () => {
  const koard = await startTlsKoard();
  const { asked, proxy } = await startProxy(koard.port);
  const env = { KOARD_BASE_URL: ORIGIN, KOARD_API_KEY: KEY, ...WITHOUT_OWN_WAITS };
  return { koard, asked, proxy, env, trusted: { NODE_EXTRA_CA_CERTS: tls("authority") } };
};

const everyByteUnder = (cwd: string): Buffer =>
  Buffer.concat(filesUnder(cwd).map((name) => readFileSync(`${cwd}/${name}`)));

describe("a run behind a proxy", () => {
  it.each(["HTTPS_PROXY", "https_proxy"])(
    "goes through %s and trusts NODE_EXTRA_CA_CERTS, without further flags; the proxy's password is nowhere",
    async (variable) => {
      const { koard, asked, proxy, env, trusted } = await start();
      const ended = await run({ env: { ...env, ...trusted, [variable]: proxy(PROXY_PASSWORD) } });
      expect([ended.code, ended.stdout, ended.stderr]).toEqual([0, "", ""]);
      expect(reportedBatches(ended.cwd)).toEqual(batchIds(3));
      expect(koard.asked).toHaveLength(LIST_REQUESTS + 3);
      expect(new Set(asked)).toEqual(new Set([`CONNECT ${HOST}:443`]));
      for (const secret of [PROXY_PASSWORD, PROXY_TOKEN, KEY])
        expect(everyByteUnder(ended.cwd).includes(secret)).toBe(false);
    },
  );

  it("prints its password with no NODE_DEBUG: where Node would, nobody is asked, exit 78", async () => {
    const { koard, proxy, env, trusted } = await start();
    const place = { env: { ...env, ...trusted, HTTPS_PROXY: proxy(PROXY_PASSWORD) } };
    const refused = await run({ env: { ...place.env, NODE_DEBUG: "net,http" } });
    expect([refused.code, koard.asked]).toEqual([78, []]);
    const quiet = await run({ env: { ...place.env, NODE_DEBUG: "net,tls,undici" } });
    expect([quiet.code, koard.asked.length]).toEqual([0, LIST_REQUESTS + 3]);
    for (const { stdout, stderr } of [refused, quiet])
      for (const secret of [PROXY_PASSWORD, PROXY_TOKEN, KEY]) expect(stdout + stderr).not.toContain(secret);
  });

  it("does not go through it to a host of NO_PROXY, whose certificate has to be for its name", async () => {
    const { koard, asked, proxy, env, trusted } = await start();
    const direct = { KOARD_BASE_URL: `https://127.0.0.1:${koard.port}`, NO_PROXY: "localhost,127.0.0.1" };
    const ended = await run({ env: { ...env, ...trusted, HTTPS_PROXY: proxy(PROXY_PASSWORD), ...direct } });
    expect(ended.code).toBe(69);
    expectSentence(ended);
    expect(ended.stderr).toContain(
      `its certificate is not trusted (ERR_TLS_CERT_ALTNAME_INVALID) (1 attempt); asked 127.0.0.1:${koard.port} (KOARD_BASE_URL)\n`,
    );
    expect(asked).toEqual([]);
  });

  it("that refuses the password is told so: exit 69, and the password is not shown", async () => {
    const { koard, proxy, env, trusted } = await start();
    const ended = await run({ env: { ...env, ...trusted, HTTPS_PROXY: proxy("wr0ng-p4ssw0rd-canary") } });
    expect(ended.code).toBe(69);
    expectSentence(ended);
    const { host } = new URL(proxy(""));
    expect(ended.stderr).toBe(
      `Koard is unreachable for listBatches: the proxy ${host} answered 407 (1 attempt); asked ${HOST}:443 (KOARD_BASE_URL) through the proxy ${host} (HTTPS_PROXY)\n`,
    );
    expect(koard.asked).toEqual([]);
  });

  it("whose address is none asks nobody: exit 78, and the address is not shown", async () => {
    const { env } = await start();
    const ended = await run({
      env: { ...env, HTTPS_PROXY: `${PROXY_USER}:${PROXY_PASSWORD}@proxy.test:3128` },
    });
    expect(ended.code).toBe(78);
    expectSentence(ended);
    expect(ended.stderr).toMatch(/^HTTPS_PROXY is no address of a proxy; expected one such as http:/);
    expect(ended.stderr).not.toContain(PROXY_PASSWORD);
  });
});

it("a certificate that is not trusted is a sentence and exit 69, not tried again; the key is not sent", async () => {
  const { koard, asked, proxy, env } = await start();
  const ended = await run({ env: { ...env, HTTPS_PROXY: proxy(PROXY_PASSWORD) } });
  expect(ended.code).toBe(69);
  expectSentence(ended);
  expect(ended.stderr).toBe(
    `Koard is unreachable for listBatches: its certificate is not trusted (UNABLE_TO_VERIFY_LEAF_SIGNATURE) (1 attempt); asked ${HOST}:443 (KOARD_BASE_URL) through the proxy ${new URL(proxy("")).host} (HTTPS_PROXY)\n`,
  );
  expect(asked).toHaveLength(1);
  expect(koard.asked).toEqual([]);
});
