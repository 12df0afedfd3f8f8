import { constants } from "node:fs";
import { access, mkdtemp, readdir, rename, rm, stat, statfs, symlink, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Effect } from "effect";
import { publishing, ReportNotWritten } from "./failure.ts";

const isThere = (place: string): Promise<boolean> =>
  stat(place).then(
    () => true,
    () => false,
  );

/** The place itself or, as long as it is not there, the nearest one above it that is. */
const nearest = async (place: string): Promise<string> => {
  const whole = resolve(place);
  return (await isThere(whole)) || dirname(whole) === whole ? whole : nearest(dirname(whole));
};

/** Fails with the system's reason where a file could not be written, or made where it is not there. */
export const checkWritable = (file: string): Effect.Effect<void, string> =>
  Effect.tryPromise({
    try: async () => {
      const found = await nearest(file);
      const isFile = found === resolve(file);
      await access(found, constants.W_OK);
      if (!isFile && found !== dirname(resolve(file)))
        throw new Error(`there is no directory ${dirname(file)}`);
    },
    catch: (cause) => `cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`,
  });

/** What symlink(2) answers where a file system has no such links, and what file systems in user space answer. */
const WITHOUT_LINKS: ReadonlySet<unknown> = new Set(["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"]);

/** What stat(2) answers where a file system was mounted such that nobody follows its links. */
const NOT_FOLLOWED = "ELOOP";

const codeOf = (cause: unknown): unknown => (cause instanceof Error && "code" in cause ? cause.code : null);

/** Says of a link that could not be made or followed that it is the file system's doing, where it is. */
const linkProblem = (cause: unknown): unknown => {
  const code = codeOf(cause);
  const what = WITHOUT_LINKS.has(code) ? "has no symbolic links" : "follows no symbolic links";
  return WITHOUT_LINKS.has(code) || code === NOT_FOLLOWED
    ? new Error(`its file system ${what} (${code}), by which reports are switched; name another with --out`)
    : cause;
};

/** Does in an empty directory what publishing would do there: writes a file, and makes and follows a link. */
export const tryPublishing = async (aside: string): Promise<void> => {
  const link = join(aside, "link");
  await writeFile(join(aside, "file"), "");
  try {
    await symlink("file", link);
    await stat(link);
  } catch (cause) {
    throw linkProblem(cause);
  }
  await rename(link, join(aside, "latest"));
};

/** Does in a directory what publishing would do, and takes it away again. */
const tryOut = async (dir: string): Promise<void> => {
  const aside = await mkdtemp(join(dir, ".staging-"));
  try {
    await tryPublishing(aside);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
};

/** The bytes of the newest report of a book, 0 where there is none: about what the next one takes. */
const lastBytes = async (bookDir: string): Promise<number> => {
  const latest = join(bookDir, "latest");
  if (!(await isThere(latest))) return 0;
  const sizes = (await readdir(latest)).map(async (name) => (await stat(join(latest, name))).size);
  return (await Promise.all(sizes)).reduce((sum, bytes) => sum + bytes, 0);
};

/** What room there is for the next report. */
interface OutputRoom {
  readonly freeBytes: number;
  readonly lastBytes: number;
}

/**
 * Looks whether the next report of a book could be put in its place, and leaves nothing behind. Fails with
 * {@link ReportNotWritten} as publishing would, also where there is less room than the last one took.
 */
export const checkRoom = Effect.fn("checkRoom")(function* (bookDir: string) {
  const found = yield* publishing(bookDir, "create", async () => {
    const dir = await nearest(bookDir);
    await tryOut(dir);
    const { bavail, bsize } = await statfs(dir);
    return { freeBytes: bavail * bsize, lastBytes: await lastBytes(bookDir) };
  });
  if (found.freeBytes < found.lastBytes)
    return yield* new ReportNotWritten({
      ...{ place: bookDir, step: "write", bytesNeeded: found.lastBytes },
      reason: `only ${found.freeBytes} bytes are free there`,
    });
  return found satisfies OutputRoom;
});
