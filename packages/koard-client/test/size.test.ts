import { join } from "node:path";
import { bundleOf } from "@tieout/openapi-codegen/testing";
import { describe, expect, it } from "vitest";
import { operations } from "../src/index.ts";

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

  it("is at most 26 kB with its validators", async () => {
    const { gzippedBytes, modules } = await bundleOf(folder, client);
    expect(gzippedBytes).toBeLessThanOrEqual(26_000);
    expect(modules.join()).toContain("generated/validators.js");
  });
});

it("of a client with one operation is at most 3 kB more than without validators, whichever it is", async () => {
  const one = (operation: string) =>
    `import { pickKoardClient, ${operation} } from "@tieout/koard/picks"; globalThis.open = (apiKey) => pickKoardClient({ ${operation} }, { apiKey });`;
  for (const operation of Object.keys(operations)) {
    const bare = await bundleOf(folder, one(operation), { withValidators: false });
    const { gzippedBytes } = await bundleOf(folder, one(operation));
    const more = gzippedBytes - bare.gzippedBytes;
    expect({ operation, bytes: bare.gzippedBytes, isSmall: bare.gzippedBytes <= 20_600 }).toMatchObject({
      isSmall: true,
    });
    expect({ operation, more, isSmall: more <= 3000 }).toMatchObject({ isSmall: true });
    // It has validators at all.
    expect(more).toBeGreaterThan(1000);
  }
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
