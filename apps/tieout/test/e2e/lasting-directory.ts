import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** An empty directory for all tests of a file, gone after the last. */
export const lastingDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), "tieout-"));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
};
