import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { redocly } from "@tieout/openapi-codegen";
import type { Bump } from "./bump.ts";

/** How Redocly rates the way from one state of a spec to another. */
export interface Rating {
  readonly bump: Bump;
  /** `info.version` before and now. */
  readonly from: string;
  readonly to: string;
  /** One line for each change that asks for exactly this bump. */
  readonly reasons: readonly string[];
}

/** As much of Redocly's JSON report as is read. */
interface Report {
  /** Absent where nothing changed. */
  readonly bump?: Bump;
  readonly infoVersions: { readonly base: string; readonly revision: string };
  readonly changes: readonly Change[];
}

interface Change {
  readonly path: string;
  readonly kind: string;
  readonly impact: Bump;
  readonly property?: string;
  readonly verdicts: readonly { readonly message: string }[];
  readonly revision?: { readonly line?: number };
}

/**
 * Rates the change of a spec from the files of an earlier commit to the work tree. `path` is that of the
 * spec from the root; what it refers to is among the files. What only a comment or the layout changed is `none`.
 */
export const rateSpec = async (
  root: string,
  path: string,
  before: ReadonlyMap<string, string>,
): Promise<Rating> => {
  const folder = mkdtempSync(join(tmpdir(), "tieout-spec-before-"));
  try {
    for (const [file, text] of before) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    return ratingOf(await diffReport(root, join(folder, path), path));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const diffReport = async (root: string, before: string, now: string): Promise<Report> => {
  const { code, out, err } = await redocly(root, ["diff", before, now, "--format=json", "--fail-on=none"]);
  if (code !== 0 || !out.trimStart().startsWith("{")) {
    throw new Error(`redocly diff could not compare ${now}: ${(err.trim() || out.trim()).slice(-2000)}`);
  }
  return JSON.parse(out);
};

const ratingOf = ({ bump = "none", infoVersions, changes }: Report): Rating => ({
  bump,
  from: infoVersions.base,
  to: infoVersions.revision,
  reasons: changes.filter(({ impact }) => impact === bump).map(reasonOf),
});

const reasonOf = ({ path, kind, property, verdicts, revision }: Change): string => {
  const place = revision?.line === undefined ? "" : `line ${revision.line}: `;
  const [verdict] = verdicts;
  return `${place}${verdict?.message ?? `${path}${property === undefined ? "" : `/${property}`} was ${kind}`}`;
};
