import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** A temporary folder with the given files; gone when the test ends. Answers its path. */
export const repositoryWith = (files: Record<string, string | object>): string => {
  const root = mkdtempSync(join(tmpdir(), "tieout-bootstrap-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) write(root, path, content);
  return root;
};

/** Writes one file, with its folders; an object is written as JSON. */
export const write = (root: string, path: string, content: string | object): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), typeof content === "string" ? content : JSON.stringify(content));
};
