import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addNewClients, generateClient, SpecRefused, specsWithoutClient } from "../src/index.ts";

const run = promisify(execFile);
const packages = join(import.meta.dirname, "..", "..");
let root: string;

/**
 * A workspace with a third spec. The new package gets the installed dependencies of a client that is there
 * already: the same as its own, so that the test needs no network.
 */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "third-spec-"));
  await cp(join(import.meta.dirname, "tiny"), join(root, "specs", "tiny"), { recursive: true });
  await writeFile(join(root, "redocly.yaml"), "telemetry: off\nextends:\n  - recommended-strict\n");
});
afterAll(() => rm(root, { recursive: true, force: true }));

const folder = () => join(root, "packages", "tiny-client");
const inPackage = (command: string, ...args: readonly string[]) =>
  run(join(folder(), "node_modules", ".bin", command), args, { cwd: folder() });

describe("a spec that has no client package", () => {
  it("is refused where nothing may be written", async () => {
    await expect(addNewClients(root, "compare")).rejects.toThrow(SpecRefused);
    await expect(addNewClients(root, "compare")).rejects.toThrow("To fix this, run: pnpm generate");
    expect(await readdir(root)).not.toContain("packages");
  });

  it("gets one that type-checks, builds, and calls a real server", async () => {
    expect((await addNewClients(root, "write")).names).toStrictEqual(["tiny"]);
    await symlink(join(packages, "koard-client", "node_modules"), join(folder(), "node_modules"));

    await inPackage("tsc", "-p", ".");
    await inPackage("vitest", "run", "--reporter=default");
    await inPackage("tsdown", "--logLevel", "error");
    expect(await readdir(join(folder(), "dist"))).toEqual(
      expect.arrayContaining(["index.d.ts", "index.js", "testing.d.ts", "testing.js"]),
    );

    // From outside, as a user has it: the built package, over HTTP.
    await writeFile(join(folder(), "call.mjs"), CALL);
    const { stdout } = await run(process.execPath, [join(folder(), "call.mjs")]);
    expect(JSON.parse(stdout)).toStrictEqual({
      sent: { url: "/receipts?limit=2", key: "k" },
      receipts: ["r_1"],
      leftOut: ["/receipts/1"],
    });
  });

  it("is not laid out a second time, and its generated half is up to date", async () => {
    expect(await specsWithoutClient(root)).toStrictEqual([]);
    expect((await addNewClients(root, "write")).names).toStrictEqual([]);
    expect(await generateClient(folder(), "compare")).toContain("up to date");
  });
});

const CALL = `
import { createServer } from "node:http";
import { createTinyClient } from "./dist/index.js";
import { listReceipts, pickTinyClient } from "./dist/picks.js";

const receipt = (amount) => ({ receipt_id: "r_1", amount, currency: "EUR" });
const server = createServer((request, response) => {
  sent = { url: request.url, key: request.headers["x-tiny-key"] };
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ total: 2, receipts: [receipt(1200), receipt(12.5)] }));
});
let sent;
server.listen(0, "127.0.0.1", async () => {
  const baseUrl = "http://127.0.0.1:" + server.address().port;
  const tiny = createTinyClient({ apiKey: "k", baseUrl, onViolation: () => {} });
  const { data, leftOut } = await tiny.listReceipts({ query: { limit: 2 } });
  const few = pickTinyClient({ listReceipts }, { apiKey: "k", baseUrl, onViolation: () => {} });
  if (Object.keys(few).join() !== "listReceipts") throw new Error("has other methods");
  if ((await few.listReceipts({ query: { limit: 2 } })).leftOut[0] !== leftOut[0]) throw new Error("answers otherwise");
  console.log(JSON.stringify({ sent, receipts: data.receipts.map((one) => one.receipt_id), leftOut }));
  server.close();
});
`;
