import { join } from "node:path";
import { bundleOf } from "@tieout/openapi-codegen/testing";
import { describe, expect, it } from "vitest";

const folder = join(import.meta.dirname, "..");
const client = 'import { createRecordClient } from "@tieout/record"; globalThis.open = createRecordClient;';

describe("what a bundle of the client comes to, gzipped", () => {
  // A third of it writes parameters as the spec says, walks lists, and names what a caller got wrong.
  it("is at most 20.6 kB with all that it depends on, validators aside", async () => {
    const { gzippedBytes, modules } = await bundleOf(folder, client, { withValidators: false });
    expect(gzippedBytes).toBeLessThanOrEqual(20_600);
    // The transport has to be there for the measure to mean anything.
    expect(modules.join()).toMatch(/http\/(src|dist)/);
  });

  it("is at most 24 kB with its validators", async () => {
    const { gzippedBytes, modules } = await bundleOf(folder, client);
    expect(gzippedBytes).toBeLessThanOrEqual(24_000);
    expect(modules.join()).toContain("generated/validators.js");
  });
});

describe("what is not imported", () => {
  it.each([
    'import { Secret } from "@tieout/record"; globalThis.key = new Secret("k");',
    'import { RecordRefused } from "@tieout/record"; globalThis.refused = RecordRefused;',
    'import type { Program } from "@tieout/record"; globalThis.one = {} as Program;',
  ])("costs nothing: %s", async (statement) => {
    const { gzippedBytes, modules } = await bundleOf(folder, statement);
    expect(modules.join()).not.toMatch(/validators|operations|client\.ts/);
    expect(gzippedBytes).toBeLessThanOrEqual(3000);
  });
});
