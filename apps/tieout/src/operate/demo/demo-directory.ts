import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Effect } from "effect";
import { UsageWrong } from "../../config/faults.ts";
import { ReportNotWritten } from "../../publish/failure.ts";

/** Marks a directory that a demo made and may empty. */
const MARK = ".tieout-demo";

const isOurs = (dir: string): boolean =>
  !existsSync(dir) || existsSync(join(dir, MARK)) || readdirSync(dir).length === 0;

const empty = (dir: string): void => {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, MARK), "Made by `tieout demo`, which empties this directory when it runs again.\n");
};

/**
 * Makes an empty directory for a demo, so that every demo shows the same three nights.
 *
 * Empties only what an earlier demo made; anything else fails with `UsageWrong` and is left alone.
 */
export const openDemoDirectory = (dir: string) =>
  Effect.gen(function* () {
    if (!isOurs(dir))
      return yield* new UsageWrong({
        faults: [
          {
            where: "--dir",
            problem: `is ${dir}, which holds other files; name a directory that is new or empty`,
          },
        ],
      });
    yield* Effect.try({
      try: () => empty(dir),
      catch: (cause) =>
        new ReportNotWritten({
          place: dir,
          step: "create",
          reason: cause instanceof Error ? cause.message : String(cause),
        }),
    });
    return dir;
  });
