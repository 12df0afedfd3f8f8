import { lstat, readlink } from "node:fs/promises";
import { join, normalize } from "node:path";
import type { Problem } from "./problem.ts";

/** The newest revision of a day. */
export interface NewestRevision {
  readonly day: string;
  readonly revision: number;
}

/** Where `latest` of a book leads as a link says it; null for what is no link, undefined where there is nothing. */
const leadsTo = async (latest: string): Promise<string | null | undefined> => {
  const found = await lstat(latest).catch(() => undefined);
  if (found === undefined) return undefined;
  return found.isSymbolicLink() ? normalize(await readlink(latest)).replace(/\/$/, "") : null;
};

/**
 * Holds `latest` of a book against its nightly reports: it has to lead to the newest revision of the newest day that is
 * not after `today`, or of a day that is still to come: a wrong clock made such a report, and the next one takes `latest`
 * from it.
 */
export const verifyLatest = async (
  bookDir: string,
  days: ReadonlyArray<NewestRevision>,
  today: string,
): Promise<ReadonlyArray<Problem>> => {
  const file = join(bookDir, "latest");
  const link = await leadsTo(file);
  if (link === undefined && days.length === 0) return [];
  const past = days
    .filter(({ day }) => day <= today)
    .toSorted((one, other) => (one.day < other.day ? 1 : -1));
  const toCome = days.filter(({ day }) => day > today);
  const right = [...past.slice(0, 1), ...toCome].map(({ day, revision }) => `${day}/r${revision}`);
  if (link === undefined)
    return [{ file, problem: `is missing; the newest report is ${right.join(" or ")}` }];
  if (link === null) return [{ file, problem: "is no link to a report" }];
  if (right.includes(link)) return [];
  return [
    {
      file,
      problem:
        right.length === 0
          ? `leads to ${link}, and there is no nightly report`
          : `leads to ${link}, and not to the newest report, ${right.join(" or ")}`,
    },
  ];
};
