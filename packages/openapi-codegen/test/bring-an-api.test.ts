// Proves that docs/bring-an-api.md leads from a provider's document to a call that is answered by a server.

import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { addNewClients } from "../src/index.ts";
import { loopback } from "../src/testing/index.ts";

const packages = join(import.meta.dirname, "..", "..");

it("the page leads to a first call, with a token that was renewed once", async () => {
  const page = await readFile(join(packages, "..", "docs", "bring-an-api.md"), "utf8");
  const blockOf = (language: string) => page.split(`\`\`\`${language}\n`)[1]?.split("```")[0] ?? "";
  const root = await mkdtemp(join(tmpdir(), "bring-an-api-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await mkdir(join(root, "specs", "shop"), { recursive: true });
  await writeFile(join(root, "specs", "shop", "openapi.json"), blockOf("json"));
  await writeFile(join(root, "specs", "shop", "overlay.yaml"), blockOf("yaml"));
  const { notes } = await addNewClients(root, "write");
  expect(notes[0]).toBe("specs/shop: 1 of 1 operations");

  const folder = join(root, "packages", "shop-client");
  await symlink(join(packages, "koard-client", "node_modules"), join(folder, "node_modules"));
  const { baseUrl, received } = await loopback(({ url }) => {
    if (url === "/token") return { json: { access_token: "t1", expires_in: 3600 } };
    return { json: url.includes("after=2") ? { rows: [{ id: "b" }] } : { rows: [{ id: "a" }], next: "2" } };
  });
  const code = blockOf("ts")
    .replace('"@tieout/shop"', '"./src/index.ts"')
    .replaceAll("https://shop.invalid", baseUrl);
  await writeFile(join(folder, "call.ts"), code);
  await promisify(execFile)(join(folder, "node_modules", ".bin", "tsc"), ["-p", folder]);
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, "call.ts")]);
  expect(stdout).toBe("a\nb\n");
  expect(received.map(({ url }) => url)).toStrictEqual(["/token", "/orders", "/orders?after=2"]);
  expect(received.at(-1)?.headers["authorization"]).toBe("Bearer t1");
});
