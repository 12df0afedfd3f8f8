import { hash, randomUUID } from "node:crypto";
import { lstat, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { hasEnded, ownIdentity } from "../ledger/lease/process-identity.ts";

/** What a process of another machine or container left is swept after a day: whether it lives cannot be told here. */
const FOREIGN_MS = 24 * 60 * 60 * 1000;

const MARK = /^([0-9a-f]{8})-(\d+)-(\d+)-[0-9a-f]{8}$/;

/** Where the numbers of processes mean the same as here: on this boot, in this PID namespace. */
const ownPlace = (): string => {
  const { boot, namespace } = ownIdentity();
  return hash("sha256", `${boot} ${namespace}`).slice(0, 8);
};

/**
 * A name for what is written aside before it is moved into its place. Nobody else has it: it says where the process runs,
 * which one it is and when it began, and ends at random.
 */
export const asideName = (prefix: string): string =>
  `${prefix}${ownPlace()}-${process.pid}-${ownIdentity().started ?? 0}-${randomUUID().slice(0, 8)}`;

const isLeftOver = async (path: string, mark: string, nowMs: number): Promise<boolean> => {
  const [, place, pid, started = ""] = MARK.exec(mark) ?? [];
  const own = ownIdentity();
  if (place === ownPlace() && own.started !== null) return hasEnded(Number(pid), { ...own, started });
  const found = await lstat(path).catch(() => undefined);
  return found !== undefined && nowMs - found.mtimeMs > FOREIGN_MS;
};

/** Removes what killed processes left aside in a directory; that of a living one is not touched. */
export const sweepAside = async (dir: string, prefix: string, nowMs: number): Promise<void> => {
  for (const name of (await readdir(dir)).filter((one) => one.startsWith(prefix)))
    if (await isLeftOver(join(dir, name), name.slice(prefix.length), nowMs))
      await rm(join(dir, name), { recursive: true, force: true });
};
