import { existsSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { PAGE } from "../documents.ts";
import { TABLES } from "../tables/tables.ts";
import { ControlFigures } from "./ControlFigures.ts";
import { DecidedExceptions } from "./DecidedExceptions.ts";
import { checking, type Problem } from "./problem.ts";
import { type PublishedManifest, readManifest } from "./published-manifest.ts";
import { noFilesIn } from "./strangers.ts";
import { verifyPlace } from "./verify-chain.ts";
import { verifyCsv } from "./verify-csv.ts";
import { MANIFEST, verifyFiles } from "./verify-files.ts";
import { verifyPage } from "./verify-page.ts";
import { type DemandedSigners, verifySignature } from "./verify-signature.ts";

/** What checking one report came to. */
export interface VerifiedReport {
  /** As it was asked for. */
  readonly directory: string;
  readonly files: number;
  /** Of all its CSVs together, as the manifest states them. */
  readonly rows: number;
  /** Empty when the report verifies. */
  readonly problems: ReadonlyArray<Problem>;
  /** What could not be checked. */
  readonly notes: ReadonlyArray<string>;
  /** Whether there is a whole signature, whosever it is. */
  readonly isSigned: boolean;
  /** Who signed it, of those that were demanded; null where nobody's signature was, or there is none that counts. */
  readonly signedBy: string | null;
}

/** What a report is held against beside itself. */
export interface HeldAgainst {
  /** The earliest day of which reports are there, where a whole book is checked. */
  readonly firstDay?: string;
  /** The book that its place is called after, where all books are checked. */
  readonly book?: string;
  /** Whose signature it has to have; null where nobody's is demanded. */
  readonly signers: DemandedSigners | null;
}

/** Reads every CSV of a report and holds its figures against each other and the manifest. */
const verifyFigures = async (dir: string, manifest: PublishedManifest): Promise<ReadonlyArray<Problem>> => {
  const figures = new ControlFigures();
  const decided = new DecidedExceptions();
  const problems: Array<Problem> = [];
  for (const table of TABLES) {
    const { file: name } = table;
    const stated = manifest.files.find((one) => one.name === name);
    if (stated === undefined || !existsSync(join(dir, name))) continue;
    const { rows } = stated;
    problems.push(
      ...(await verifyCsv(join(dir, name), { table, rows, manifest }, (row) => {
        figures.add(name, row);
        decided.add(name, row);
      })),
    );
  }
  // Against a file that is not there every sum would be wrong; that it is missing has been said.
  const isWhole = manifest.files.every(({ name }) => !name.endsWith(".csv") || existsSync(join(dir, name)));
  if (!isWhole) return problems;
  return [
    ...problems,
    ...figures.dayProblems(),
    ...figures.manifestProblems(manifest),
    ...decided.problems(manifest),
  ];
};

/** What a report is where nothing could be counted of it. */
const unread = (directory: string, problems: ReadonlyArray<Problem>): VerifiedReport => ({
  ...{ directory, problems },
  files: 0,
  rows: 0,
  notes: [],
  isSigned: false,
  signedBy: null,
});

/**
 * Checks one published report against its manifest, its signature, its own files and the manifest of the report before.
 * Never fails: what cannot be read is a problem of the report.
 */
export const verifyReport = async (
  directory: string,
  { signers, ...place }: HeldAgainst,
): Promise<VerifiedReport> => {
  // Nothing is read of a report in which anything is no file: a link leads elsewhere, and a pipe has no end.
  const noFiles = await checking(".", () => noFilesIn(directory));
  if (noFiles.length > 0) return unread(directory, noFiles);
  const signature = await verifySignature(directory, signers);
  const read = await readManifest(join(directory, MANIFEST));
  if (!("manifest" in read)) {
    const problem = existsSync(join(directory, MANIFEST)) ? read.problem : "is missing";
    const others = await checking(".", () => verifyFiles(directory, undefined));
    return unread(directory, [{ file: MANIFEST, problem }, ...others, ...signature.problems]);
  }
  const { manifest } = read;
  const files = await checking(".", () => verifyFiles(directory, manifest));
  const figures = await checking(".", () => verifyFigures(directory, manifest));
  const page = existsSync(join(directory, PAGE))
    ? await checking(PAGE, () => verifyPage(directory, manifest))
    : [];
  const standing = await verifyPlace(await realpath(directory), manifest, place);
  return {
    directory,
    files: manifest.files.length,
    rows: manifest.files.reduce((sum, { rows }) => sum + (rows ?? 0), 0),
    problems: [...files, ...signature.problems, ...figures, ...page, ...standing.problems],
    notes: standing.notes,
    isSigned: signature.isSigned,
    signedBy: signature.signedBy,
  };
};
