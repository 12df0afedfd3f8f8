import { expect, it } from "vitest";
import { growthPercent } from "../../../src/operate/process/heap-growth.ts";

const MIB = 1024 * 1024;

it.each([
  ["by what is in use", 10 * MIB, 100],
  ["by what is in use, up to 32 MiB", 32 * MIB, 100],
  ["by 32 MiB", 64 * MIB, 50],
  ["by a fifth where that is more", 320 * MIB, 20],
])("a heap grows %s", (_, lasting, percent) => {
  expect(growthPercent(lasting)).toBe(percent);
});
