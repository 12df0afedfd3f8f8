import { existsSync, lstatSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { addDays } from "@tieout/reconcile";
import { fileSha256, placeOf } from "../revisions.ts";
import type { Problem } from "./problem.ts";
import type { PublishedManifest } from "./published-manifest.ts";
import { MANIFEST } from "./verify-files.ts";

/** What the place of a report says of it; a note is worth knowing and proves nothing wrong. */
export interface PlaceCheck {
  readonly problems: ReadonlyArray<Problem>;
  readonly notes: ReadonlyArray<string>;
}

/** The revision of a report that has none. */
const INCOMPLETE = 0;

/** Where a report says it stands: `2026-11-17/r1`, or `2026-10-01_2026-11-01/r1`. */
const statedPlace = (manifest: PublishedManifest): string =>
  join(
    placeOf({ ...manifest, series: manifest.series ?? "nightly" }),
    manifest.revision === INCOMPLETE ? "incomplete" : `r${manifest.revision}`,
  );

const NOTHING: PlaceCheck = { problems: [], notes: [] };
const wrong = (problem: string): PlaceCheck => ({ problems: [{ file: MANIFEST, problem }], notes: [] });
const noted = (note: string): PlaceCheck => ({ problems: [], notes: [note] });

/** Whether a directory stands among the reports of a book, and not by itself, copied somewhere. */
const isInBook = (dir: string): boolean =>
  /^(?:r[1-9]\d*|incomplete)$/.test(basename(dir)) &&
  /^\d{4}-\d{2}-\d{2}(?:_\d{4}-\d{2}-\d{2})?$/.test(basename(dirname(dir)));

const ownPlace = (dir: string, manifest: PublishedManifest): PlaceCheck => {
  const place = join(basename(dirname(dir)), basename(dir));
  const stated = statedPlace(manifest);
  return stated === place ? NOTHING : wrong(`says that the report is ${stated}, and it stands in ${place}`);
};

/**
 * Holds what a report is compared with against the directory beside it: that report's manifest must have the hash
 * that this one keeps of it.
 *
 * A report that is not there is a note, because older ones may have been moved away, unless `firstDay`, the
 * earliest day whose reports are there, shows that it was taken out of the middle.
 */
const previous = async (
  dir: string,
  manifest: PublishedManifest,
  firstDay: string | undefined,
): Promise<PlaceCheck> => {
  if (manifest.previous === null) return NOTHING;
  if (manifest.series === "window")
    return wrong("says that it follows a report, and a window of its own follows none");
  const { report, manifest_sha256 } = manifest.previous;
  const [day = ""] = report.split("/");
  if (day >= manifest.day) return wrong(`says that it follows ${report}, which is of no earlier day`);
  const file = join(dirname(dirname(dir)), report, MANIFEST);
  if (!existsSync(file))
    return firstDay !== undefined && day >= firstDay
      ? wrong(`follows ${report}, which is missing: the chain is broken`)
      : noted(`The chain to ${report} cannot be checked: that report is not there`);
  // A link or a pipe in its place is named where that report is checked.
  if (!lstatSync(file).isFile()) return wrong(`follows ${report}, whose manifest is no file`);
  return (await fileSha256(file)) === manifest_sha256
    ? NOTHING
    : wrong(
        `follows another ${report} than the one that is there: the chain is broken, and one of the two was changed`,
      );
};

/**
 * Checks that a report stands where it says, covers the day it says, and follows the report it says. `dir` is a real
 * path; `firstDay` and `book` are what its place says, where that is known.
 */
export const verifyPlace = async (
  dir: string,
  manifest: PublishedManifest,
  { firstDay, book }: { readonly firstDay?: string; readonly book?: string },
): Promise<PlaceCheck> => {
  const checks = [
    book === undefined || manifest.book === book
      ? NOTHING
      : wrong(`says that the report is of the book ${manifest.book}, and it stands in ${book}`),
    addDays(manifest.window.to, -1) === manifest.day
      ? NOTHING
      : wrong(`says that the day is ${manifest.day}, and the window ends before ${manifest.window.to}`),
    ...(isInBook(dir)
      ? [ownPlace(dir, manifest), await previous(dir, manifest, firstDay)]
      : [noted("The chain cannot be checked: this report does not stand among others")]),
  ];
  return {
    problems: checks.flatMap(({ problems }) => problems),
    notes: checks.flatMap(({ notes }) => notes),
  };
};
