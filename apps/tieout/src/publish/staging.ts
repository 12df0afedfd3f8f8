import { access, mkdir, open, readdir, readlink, rename, rm, rmdir, stat, symlink } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { isDay } from "@tieout/reconcile";
import { Clock, Effect } from "effect";
import { asideName, sweepAside } from "./aside.ts";
import { publishing } from "./failure.ts";
import { tryPublishing } from "./output-room.ts";
import { newestRevision } from "./revisions.ts";

/** How what is written or taken away in a book begins, until it is there or gone; the next run sweeps what is left of it. */
export const PREFIX = ".staging-";

/** The link in a book to its newest report. */
export const LATEST = "latest";

/** Makes what a directory lists survive a power cut; the files in it flush themselves. */
const flushDirectory = async (dir: string): Promise<void> => {
  const handle = await open(dir, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const isDirectory = async (place: string): Promise<boolean> =>
  (await stat(place).catch(() => undefined))?.isDirectory() ?? false;

/**
 * Makes a directory and those above it. Node's recursive mkdir never ends where the system takes no new name in a
 * directory that is there, as below `/proc`, or where the working directory itself was removed.
 */
const makeDirectory = async (dir: string): Promise<void> => {
  const place = resolve(dir);
  if (await isDirectory(place)) return;
  if (dirname(place) !== place) await makeDirectory(dirname(place));
  await mkdir(place).catch(async (cause) => {
    // The night of another book may have made it meanwhile.
    if (!(await isDirectory(place))) throw cause;
  });
};

/**
 * A directory to write a report in, beside where it will stand, gone when the scope ends.
 *
 * What a killed run left behind is swept first; the staging directory of a living process is not touched.
 */
export const stagingDirectory = (bookDir: string) =>
  Effect.acquireRelease(
    Effect.flatMap(Clock.currentTimeMillis, (nowMs) =>
      publishing(bookDir, "create", async () => {
        await makeDirectory(bookDir);
        await sweepAside(bookDir, PREFIX, nowMs);
        const staging = join(bookDir, asideName(PREFIX));
        await mkdir(staging);
        return staging;
      }),
    ),
    // Renamed away when the report was published, so there may be nothing left to remove.
    (staging) => Effect.promise(() => rm(staging, { recursive: true, force: true })),
  );

/** Tries to make a file and a link where reports of a book go. */
const tryOutput = (bookDir: string) =>
  stagingDirectory(bookDir).pipe(
    Effect.flatMap((staging) => publishing(bookDir, "create", () => tryPublishing(staging))),
    Effect.scoped,
  );

/**
 * Fails where no report could be put beside those of a book: no directory can be made there, nothing written in it, or
 * no link. Asked before any source is, so that a night of reading is not lost to it. Leaves no directory of a book that
 * had none: a night that publishes nothing would seem to have begun one.
 */
export const checkOutput = Effect.fnUntraced(function* (bookDir: string) {
  const wasThere = yield* Effect.promise(() => isDirectory(bookDir));
  yield* tryOutput(bookDir).pipe(
    Effect.ensuring(wasThere ? Effect.void : Effect.promise(() => rmdir(bookDir).catch(() => undefined))),
  );
});

/** Puts a finished staging directory in its place in one step: it appears whole or not at all. */
export const moveIntoPlace = async (staging: string, dayDir: string, revision: string): Promise<void> => {
  await flushDirectory(staging);
  await makeDirectory(dayDir);
  await flushDirectory(dirname(dayDir));
  await rename(staging, join(dayDir, revision));
  await flushDirectory(dayDir);
};

/** A report of a book, as `latest` names it. */
interface Revision {
  readonly day: string;
  readonly revision: number;
}

/** The report that `latest` leads to; undefined where there is no such link, or it leads nowhere or out of the book. */
const standingLatest = async (bookDir: string): Promise<Revision | undefined> => {
  try {
    const target = await readlink(join(bookDir, LATEST));
    const [, day, revision] = /^(\d{4}-\d{2}-\d{2})\/r([1-9]\d*)$/.exec(target) ?? [];
    if (day === undefined) return undefined;
    await access(join(bookDir, target));
    return { day, revision: Number(revision) };
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
    throw cause;
  }
};

/** The newest revision of the newest day up to `today`. */
const newestReport = async (bookDir: string, today: string): Promise<Revision | undefined> => {
  const days = (await readdir(bookDir)).filter((name) => isDay(name) && name <= today);
  for (const day of days.sort().reverse()) {
    const revision = await newestRevision(join(bookDir, day));
    if (revision > 0) return { day, revision };
  }
  return undefined;
};

/**
 * Points `latest` at a published revision in one step; whoever follows it sees the old one or the new one.
 * A report of an earlier day, or an earlier revision, than the one it points at leaves it where it is, unless that one
 * is of a day after `today`, this machine's: a night with a wrong clock pins nothing. One that leads nowhere, or out of
 * the book, is mended: it then leads to the newest report that there is.
 */
export const moveLatest = async (bookDir: string, published: Revision, today: string): Promise<void> => {
  const latest = join(bookDir, LATEST);
  const standing = await standingLatest(bookDir);
  if (standing !== undefined) {
    const isFuture = standing.day > today;
    const isNewer = standing.day > published.day && !isFuture;
    if (isNewer || (standing.day === published.day && standing.revision >= published.revision)) return;
  }
  const { day, revision } =
    standing === undefined ? ((await newestReport(bookDir, today)) ?? published) : published;
  const next = join(bookDir, asideName(PREFIX));
  await symlink(join(day, `r${revision}`), next);
  await rename(next, latest);
  await flushDirectory(bookDir);
};
