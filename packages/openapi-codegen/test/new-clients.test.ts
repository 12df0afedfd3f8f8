import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
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

  it("has every way in that its package.json names, for both module systems", async () => {
    const { name, exports } = JSON.parse(await readFile(join(folder(), "package.json"), "utf8"));
    const ways = Object.keys(exports).map((way) => `${name}${way.slice(1)}`);
    expect(ways).toStrictEqual(
      ["", "/picks", "/testing", "/openapi.json", "/package.json"].map((way) => `@tieout/tiny${way}`),
    );
    // A package may refer to itself by its name, as a user does.
    await writeFile(join(folder(), "ways.mjs"), WAYS);
    const { stdout } = await run(process.execPath, [join(folder(), "ways.mjs"), ...ways]);
    expect(JSON.parse(stdout)).toStrictEqual([
      ["dist/index.js", "dist/index.cjs"],
      ["dist/picks.js", "dist/picks.cjs"],
      ["dist/testing.js", "dist/testing.cjs"],
      ["src/generated/openapi.json", "src/generated/openapi.json"],
      ["package.json", "package.json"],
    ]);
    // Looks at the declarations of each as well, and at which files a tarball has.
    await inPackage("publint", "--strict");
  });

  it("is not laid out a second time, and its generated half is up to date", async () => {
    expect(await specsWithoutClient(root)).toStrictEqual([]);
    expect((await addNewClients(root, "write")).names).toStrictEqual([]);
    expect(await generateClient(folder(), "compare")).toContain("up to date");
  });
});

describe("several specs without a client", () => {
  let place: string;
  beforeEach(async () => {
    place = await mkdtemp(join(tmpdir(), "several-specs-"));
    await cp(join(root, "redocly.yaml"), join(place, "redocly.yaml"));
    for (const name of ["east", "west"])
      await cp(join(import.meta.dirname, "tiny"), join(place, "specs", name), { recursive: true });
  });
  afterEach(() => rm(place, { recursive: true, force: true }));

  const breakSpec = async (name: string) => {
    const file = join(place, "specs", name, "openapi.yaml");
    await writeFile(file, (await readFile(file, "utf8")).replace("      summary: List receipts\n", ""));
  };
  const refusal = async () => {
    const error = await addNewClients(place, "write").catch((reason: unknown) => reason);
    return error instanceof SpecRefused ? error.message.split("\n") : error;
  };

  it("are named one by one where nothing may be written", async () => {
    await expect(addNewClients(place, "compare")).rejects.toThrow(
      "Specs without a client package:\n  missing: packages/east-client\n  missing: packages/west-client\n",
    );
  });

  it("get none where one of them is wrong, and what is wrong with each is told", async () => {
    await breakSpec("west");
    expect(await refusal()).toEqual(expect.arrayContaining(["specs/west does not lint:"]));
    await breakSpec("east");
    expect(await refusal()).toEqual(
      expect.arrayContaining(["specs/east does not lint:", "specs/west does not lint:"]),
    );
    expect(await readdir(place)).not.toContain("packages");
  });

  it("get none where a folder that holds no package stands in the place of one", async () => {
    await mkdir(join(place, "packages", "west-client"), { recursive: true });
    const taken = "packages/west-client is there, and holds no package.json";
    expect(await refusal()).toStrictEqual([taken]);
    expect(await readdir(join(place, "packages"))).toStrictEqual(["west-client"]);
    await mkdir(join(place, "packages", "east-client"));
    expect(await refusal()).toStrictEqual([taken.replace("west", "east"), taken]);
  });

  it("get none where one of them cannot be written", async () => {
    await mkdir(join(place, "packages"));
    await symlink(join(place, "nowhere"), join(place, "packages", "west-client"));
    expect(await refusal()).toMatchObject({ syscall: "mkdir" });
    expect(await readdir(join(place, "packages"))).toStrictEqual([]);
  });
});

const WAYS = `
import { createRequire } from "node:module";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

const here = import.meta.dirname;
const { resolve } = createRequire(import.meta.url);
const ways = process.argv.slice(2).map((way) => [fileURLToPath(import.meta.resolve(way)), resolve(way)]);
console.log(JSON.stringify(ways.map((files) => files.map((file) => relative(here, file)))));
`;

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
