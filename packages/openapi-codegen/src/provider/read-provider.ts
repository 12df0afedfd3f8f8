import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { ClientPaths } from "../document/client-paths.ts";
import { type JsonObject, SpecRefused } from "../document/json.ts";
import { located, placing, type Source } from "../document/place.ts";
import { lintFindings, type ReadDocument, readDocument } from "../document/spec-file.ts";
import { namesAlone, withIncluded } from "./include.ts";
import { withOverlay } from "./overlay.ts";
import { type Prepared, prepared } from "./prepare.ts";
import type { RefusedOperation } from "./Refusals.ts";
import { type Overlay, readOverlay } from "./read-overlay.ts";

/** A document that somebody else wrote, with what is ours over it. */
export interface ProviderSpec {
  /** As the generator takes it. */
  readonly document: JsonObject;
  /** As it lies there. */
  readonly source: Source;
  /** What whoever generates is told: the operations that are left out, and how much the linter found. */
  readonly notes: readonly string[];
}

/** By rules of OpenAPI, and by none of ours: what a provider writes is not for us to mend. */
const PROVIDERS_RULES = `--config=${join(import.meta.dirname, "redocly.yaml")}`;

/** What the linter finds in a provider's document. It decides nothing. */
export const providerFindings = (paths: ClientPaths): Promise<readonly string[]> =>
  lintFindings(paths, [PROVIDERS_RULES]);

/** Refuses an operation that was asked for by its own name and cannot be generated: nobody would look for it in a list. */
const refuseWanted = (refused: readonly RefusedOperation[], include: Overlay["include"]): void => {
  const faults = refused.flatMap(({ operation, id, reason }) => {
    const wanted = include?.find((one) => namesAlone(one, operation, id));
    return wanted === undefined ? [] : [`${wanted.at}: ${wanted.text} cannot be generated: ${reason}`];
  });
  if (faults.length > 0) throw new SpecRefused(faults.join("\n"));
};

const preparedWith = ({ document, source }: ReadDocument, overlay: Overlay): Promise<Prepared> => {
  const overlaid = withOverlay(document, overlay);
  const wanted = overlay.include === undefined ? overlaid : withIncluded(overlaid, overlay.include);
  return placing(source, () => prepared(wanted));
};

/** Reads a provider's document and its overlay. Refuses what makes generation impossible, with file and line. */
export const readProvider = async (paths: ClientPaths, overlayFile: string): Promise<ProviderSpec> => {
  const file = relative(paths.root, paths.specFile);
  const overlay = readOverlay(relative(paths.root, overlayFile), await readFile(overlayFile, "utf8"));
  const linting = providerFindings(paths);
  // Awaited below; a fault on the way there must not leave it unheard.
  linting.catch(() => []);
  const read = await readDocument(paths.root, file);
  const { source } = read;
  const { document, refused, operations, generated } = await preparedWith(read, overlay);
  const placed = refused.map((one) => ({ ...one, reason: located(source, one.reason) }));
  refuseWanted(placed, overlay.include);
  if (generated === 0) {
    const lines = placed.map(({ operation, reason }) => `  ${operation}: ${reason}`);
    throw new SpecRefused([`specs/${paths.name}: no operation can be generated`, ...lines].join("\n"));
  }
  const findings = (await linting).length;
  return {
    document,
    source,
    notes: [
      `specs/${paths.name}: ${generated} of ${operations} operations`,
      ...placed.map(({ operation, reason }) => `  left out: ${operation}: ${reason}`),
      ...(findings > 0
        ? [
            `  ${findings} findings of the linter, which decide nothing: pnpm generate --findings ${paths.name}`,
          ]
        : []),
    ],
  };
};
