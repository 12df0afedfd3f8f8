import { createHash } from "node:crypto";
import { cpSync, existsSync, lstatSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { filesUnder, namesIn } from "../published.ts";

const REVISION = /^r[1-9]\d*$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What `SHA256SUMS` leaves out. */
const UNSUMMED: ReadonlySet<string> = new Set(["SHA256SUMS", "run.json"]);

const sha256 = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");

const fileFaults = (directory: string): readonly string[] => {
  const sums = readFileSync(join(directory, "SHA256SUMS"), "utf8").trimEnd().split("\n");
  const named = new Map(sums.map((line): [string, string] => [line.slice(66), line.slice(0, 64)]));
  const { files } = JSON.parse(readFileSync(join(directory, "manifest.json"), "utf8"));
  JSON.parse(readFileSync(join(directory, "run.json"), "utf8"));
  const there = namesIn(directory).filter((name) => !UNSUMMED.has(name));
  const [counted, listed] = [there.sort().join(), [...named.keys()].sort().join()];
  const faults = counted === listed ? [] : [`SHA256SUMS lists ${listed}, and there are ${counted}`];
  for (const [name, hash] of named)
    if (!existsSync(join(directory, name)) || sha256(join(directory, name)) !== hash)
      faults.push(`${name} is not what SHA256SUMS says`);
  for (const { name, bytes, sha256: hash } of files) {
    if (named.get(name) !== hash) faults.push(`the manifest says another hash of ${name} than SHA256SUMS`);
    if (lstatSync(join(directory, name)).size !== bytes)
      faults.push(`${name} is not as long as the manifest says`);
  }
  return faults;
};

const revisionFaults = (directory: string): readonly string[] => {
  try {
    return fileFaults(directory).map((fault) => `${directory}: ${fault}`);
  } catch (cause) {
    return [`${directory}: ${cause instanceof Error ? cause.message : String(cause)}`];
  }
};

const isLink = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

/**
 * What is wrong with the reports of a book, whatever happened to the runs that published them: every
 * directory that looks like a revision is whole, and `latest`, where there is one, points at one of them.
 */
export const faultsUnder = (bookDir: string): readonly string[] => {
  const revisions = namesIn(bookDir)
    .filter((day) => DAY.test(day))
    .flatMap((day) =>
      namesIn(join(bookDir, day))
        .filter((name) => REVISION.test(name))
        .map((name) => `${day}/${name}`),
    );
  const faults = revisions.flatMap((revision) => revisionFaults(join(bookDir, revision)));
  const latest = join(bookDir, "latest");
  if (isLink(latest) && !revisions.includes(readlinkSync(latest)))
    faults.push(`latest points at ${readlinkSync(latest)}, which is no revision`);
  return faults;
};

/**
 * What a book has published: every file but `run.json` by its path and hash, and where `latest` points. Numbers
 * of revisions are part of the paths: a run that was killed leaves neither a gap nor a second revision behind.
 */
export const published = (bookDir: string): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    (existsSync(bookDir) ? filesUnder(bookDir) : [])
      .filter((path) => /^\d/.test(path) && !path.endsWith("/run.json"))
      .map((path) => [path, sha256(join(bookDir, path))]),
  ),
  latest: isLink(join(bookDir, "latest")) ? readlinkSync(join(bookDir, "latest")) : "",
});

/** What runs left in a book's directory beside reports and `latest`. */
export const leftOvers = (bookDir: string): readonly string[] =>
  namesIn(bookDir).filter((name) => !DAY.test(name) && name !== "latest");

/** Copies what runs left, links and all, into an empty directory. */
export const copied = (from: string, to: string): string => {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  return to;
};
