import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The bundle that a user runs. */
export const BUNDLE = fileURLToPath(new URL("../../../tieout/dist/bin.mjs", import.meta.url));

/** Where figures are written, and what is kept from run to run. */
export const RESULTS = fileURLToPath(new URL("../../results/", import.meta.url));

/** Does some work in a directory of its own, and removes it afterwards. */
export const inDirectory = async <A>(work: (directory: string) => Promise<A>): Promise<A> => {
  const directory = mkdtempSync(join(tmpdir(), "tieout-bench-"));
  try {
    return await work(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
};

/** A new, empty directory inside of another. */
export const emptyIn = (directory: string, name: string): string => {
  const path = join(directory, name);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path);
  return path;
};
