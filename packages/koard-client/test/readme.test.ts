// Proves that every snippet of the README compiles against the built package and does what it is there for.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { exampleAnswer, runReadme } from "@tieout/openapi-codegen/testing";
import { Webhook } from "svix";
import { beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import spec from "../src/generated/openapi.json" with { type: "json" };

const folder = join(import.meta.dirname, "..");
const secret = "whsec_cmVhZG1lLXdlYmhvb2stc2VjcmV0LTAwMDE=";

/** The platform's `fetch` is the fake, so nothing leaves the process. */
const before = `
import { fakeKoard } from "@tieout/koard/testing";
const fake = fakeKoard();
globalThis.fetch = fake.fetch;
`;

describe("a snippet of the README", () => {
  let printed: readonly string[];
  beforeAll(async () => {
    printed = await runReadme(folder, { before, env: { KOARD_API_KEY: "k", KOARD_WEBHOOK_SECRET: secret } });
  }, 120_000);

  it.each([
    ["makes a first call", 0, "accepted 23813 6"],
    ["walks pages", 1, "6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61 2"],
    ["walks page by page", 2, "6e1f0c52-8d5f-4f0e-b1c0-5a7d3e9b4c61"],
    ["finds a batch, or none", 3, "accepted"],
    ["refunds", 4, "200 "],
    ["says what was left out", 5, "1 right, 0 left out"],
    ["fakes Koard", 7, "accepted [ 'getBatch b_1', 'getBatch b_1' ]"],
    ["lists the batches of a sandbox", 8, " accepted"],
  ])("%s", (_, index, text) => {
    expect(printed).toHaveLength(9);
    expect(printed[index]).toContain(text);
  });

  it("for whoever writes programs with it lists batches", async () => {
    const env = { KOARD_API_KEY: "k" };
    const [listed = ""] = await runReadme(folder, { before, env, page: "AGENTS.md" });
    expect(listed).toMatch(/^[\w-]+ 23813\n/);
  });

  it("takes an event that Svix has signed, and no other", async () => {
    vi.stubEnv("KOARD_WEBHOOK_SECRET", secret);
    onTestFinished(() => void vi.unstubAllEnvs());
    const file = pathToFileURL(join(folder, "reports", "readme", "snippet-7.ts")).href;
    const { receive } = await import(file);
    const body = JSON.stringify({
      event: "transaction.created",
      data: exampleAnswer(spec, "getTransaction 200 authorized"),
    });
    const now = new Date();
    const headers = {
      "svix-id": "msg_1",
      "svix-timestamp": String(Math.floor(now.getTime() / 1000)),
      "svix-signature": new Webhook(secret).sign("msg_1", now, body),
    };
    const sent = (text: string) =>
      receive(new Request("http://t.invalid", { method: "POST", headers, body: text }));
    expect((await sent(body)).status).toBe(204);
    const refused = await sent(`${body} `);
    expect([refused.status, await refused.text()]).toStrictEqual([400, "forged"]);
  });
});
