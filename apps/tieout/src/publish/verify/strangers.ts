import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "./problem.ts";

/** What may stand in a directory of published reports, by its name. */
export interface Belongings {
  readonly isDirectory: (name: string) => boolean;
  readonly isFile?: (name: string) => boolean;
  /** A link that is looked at elsewhere. */
  readonly isLink?: (name: string) => boolean;
}

const kindOf = (entry: Dirent): string => {
  if (entry.isSymbolicLink()) return "a link";
  if (entry.isDirectory()) return "a directory";
  if (entry.isFile()) return "a file";
  return "neither file nor directory";
};

/** What a run that is under way, or was killed, keeps beside reports; nobody reads it, and the next run sweeps it. */
const STAGING = /^\.staging-/;

const belongs = (entry: Dirent, { isDirectory, isFile, isLink }: Belongings): boolean => {
  const { name } = entry;
  if (entry.isDirectory()) return isDirectory(name) || STAGING.test(name);
  if (entry.isSymbolicLink()) return isLink?.(name) ?? false;
  return entry.isFile() && (isFile?.(name) ?? false);
};

/**
 * Names what stands in a directory of reports and does not belong there: somebody who looks for a report might open it.
 * Nothing is opened, and no link followed.
 */
export const strangersIn = async (dir: string, belongings: Belongings): Promise<ReadonlyArray<Problem>> =>
  (await readdir(dir, { withFileTypes: true }))
    .filter((entry) => !belongs(entry, belongings))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map((entry) => ({
      file: join(dir, entry.name),
      problem: belongings.isDirectory(entry.name)
        ? `is ${kindOf(entry)} in place of a directory`
        : `is ${kindOf(entry)} that is no part of published reports`,
    }));

/** The entries of a report's directory that are no files: a link may lead to an edited copy, a pipe never ends. */
export const noFilesIn = async (dir: string): Promise<ReadonlyArray<Problem>> =>
  (await readdir(dir, { withFileTypes: true }))
    .filter((entry) => !entry.isFile())
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map((entry) => ({ file: entry.name, problem: `is ${kindOf(entry)} in place of a file` }));
