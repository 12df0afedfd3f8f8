import { join } from "node:path";
import { bundleOf } from "@tieout/openapi-codegen/testing";
import { describe, expect, it } from "vitest";

const folder = join(import.meta.dirname, "..");
const client = 'import { createKoardClient } from "@tieout/koard"; globalThis.open = createKoardClient;';

describe("what a bundle of the client comes to, gzipped", () => {
  // A third of it writes parameters as the spec says, walks lists, and names what a caller got wrong.
  it("is at most 20.6 kB with all that it depends on, validators aside", async () => {
    const { gzippedBytes, modules } = await bundleOf(folder, client, { withValidators: false });
    expect(gzippedBytes).toBeLessThanOrEqual(20_600);
    // The transport has to be there for the measure to mean anything.
    expect(modules.join()).toMatch(/http\/(src|dist)/);
  });

  it("is at most 36 kB with its validators", async () => {
    const { gzippedBytes, modules } = await bundleOf(folder, client);
    expect(gzippedBytes).toBeLessThanOrEqual(36_000);
    expect(modules.join()).toContain("generated/validators.js");
  });
});

describe("what a bundle of a client with one operation comes to, gzipped", () => {
  const one = (operation: string) =>
    `import { pickKoardClient, ${operation} } from "@tieout/koard/picks"; globalThis.open = (apiKey) => pickKoardClient({ ${operation} }, { apiKey });`;

  // 2.7 kB of it is the code of all checks; the rest is as large as what the operation sends and answers.
  it.each([
    ["listApiKeys", 4150],
    ["getBatch", 5800],
  ])("is that without validators and, for %s, at most %i bytes more", async (operation, more) => {
    const bare = await bundleOf(folder, one(operation), { withValidators: false });
    const { gzippedBytes } = await bundleOf(folder, one(operation));
    expect(bare.gzippedBytes).toBeLessThanOrEqual(20_600);
    expect(gzippedBytes - bare.gzippedBytes).toBeLessThanOrEqual(more);
    expect(gzippedBytes).toBeGreaterThan(bare.gzippedBytes + 1000);
  });
});

describe("what is not imported", () => {
  it.each([
    'import { Secret } from "@tieout/koard"; globalThis.key = new Secret("k");',
    'import { KoardRefused } from "@tieout/koard"; globalThis.refused = KoardRefused;',
    'import type { Batch } from "@tieout/koard"; globalThis.one = {} as Batch;',
  ])("costs nothing: %s", async (statement) => {
    const { gzippedBytes, modules } = await bundleOf(folder, statement);
    expect(modules.join()).not.toMatch(/validators|operations|client\.ts/);
    expect(gzippedBytes).toBeLessThanOrEqual(3000);
  });
});
