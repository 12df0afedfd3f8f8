import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { lockedPnpm, withHeldPnpm } from "../src/held-pnpm.mjs";
import { Stopped } from "../src/stopped.mjs";
import { pnpmVersionOf, repositoryRoot } from "../src/workspace.mjs";

const root = repositoryRoot();
const version = pnpmVersionOf(root);
const LOCKFILE = readFileSync(join(root, "pnpm-lock.yaml"), "utf8");

/** A registry that serves something else under every name. */
const forgedRegistry = async () => {
  const asked: string[] = [];
  const server = createServer(({ url = "", headers }, response) => {
    asked.push(url);
    if (url.endsWith(".tgz")) return response.end("not what was locked");
    const name = decodeURIComponent(url.slice(1));
    const dist = { tarball: `http://${headers.host}/${name}/-/${version}.tgz` };
    return response.end(JSON.stringify({ name, versions: { [version]: { name, version, dist } } }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `http://127.0.0.1:${address.port}`, asked };
};

describe("the pnpm that the bootstrap fetches", () => {
  it.each(["linux-x64", "linux-arm64"])("is held to the hashes of the lockfile on %s", (system) => {
    const files = lockedPnpm(LOCKFILE, { version, system });
    const packages = Object.entries(files?.["package-lock.json"].packages ?? {}).slice(1);
    expect(packages.map(([path]) => path)).toEqual(["node_modules/pnpm", `node_modules/@pnpm/exe.${system}`]);
    for (const [, one] of packages) {
      const integrity = "integrity" in one ? String(one.integrity) : "";
      expect(integrity).toMatch(/^sha512-[\w+/]{86}==$/);
      expect(LOCKFILE).toContain(`{integrity: ${integrity}}`);
    }
  });

  it("is not, and that is known, on a system that the lockfile has no hash for", () => {
    expect(lockedPnpm(LOCKFILE, { version, system: "darwin-arm64" })).toBeUndefined();
    expect(lockedPnpm(LOCKFILE, { version: "1.2.3", system: "linux-x64" })).toBeUndefined();
  });

  it("is not run where a registry serves something else", async () => {
    const { url, asked } = await forgedRegistry();
    const cache = mkdtempSync(join(tmpdir(), "tieout-forged-"));
    onTestFinished(() => rmSync(cache, { recursive: true, force: true }));
    const npm = { npm_config_registry: url, npm_config_cache: cache, npm_config_fetch_retries: "0" };
    const env = { ...process.env, ...npm };
    const context = { root, env, npmCli: undefined, node: process.execPath, version, system: "linux-x64" };
    let isUsed = false;
    const ended = await withHeldPnpm(context, async () => {
      isUsed = true;
    }).catch((cause: unknown) => cause);
    expect(ended).toBeInstanceOf(Stopped);
    expect(ended).toMatchObject({ exitCode: 65, message: expect.stringContaining("has another hash") });
    expect([isUsed, asked.some((path) => path.endsWith(".tgz"))]).toEqual([false, true]);
  });
});
