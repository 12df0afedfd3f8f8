import { expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { isSupportedNode, SUPPORTED_NODE } from "../src/supported-node.ts";

it.each([
  ["20.19.5", false],
  ["22.15.1", false],
  ["22.16.0", true],
  ["22.21.1", true],
  ["23.11.0", false],
  ["24.0.0", true],
  ["26.1.0", true],
])("Node %s: %s", (version, isSupported) => {
  expect(isSupportedNode(version)).toBe(isSupported);
});

it("npm is told the same", () => {
  expect(manifest.engines.node).toBe(SUPPORTED_NODE);
});
