import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { ClientPaths } from "../document/client-paths.ts";
import { type JsonObject, SpecRefused } from "../document/json.ts";
import { located, placing, type Source } from "../document/place.ts";
import { lintFindings, type ReadDocument, readDocument } from "../document/spec-file.ts";
import { included, namesAlone } from "./include.ts";
import { overlaid } from "./overlay.ts";
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

/** What is said of an operation that was asked for by its own name and is left out: nobody would look for it in a list. */
const faultsOfWanted = (
  refused: readonly RefusedOperation[],
  include: Overlay["include"],
): readonly string[] =>
  refused.flatMap(({ operation, id, reason }) => {
    const wanted = include?.find((one) => namesAlone(one, operation, id));
    return wanted === undefined ? [] : [`${wanted.at}: ${wanted.text} cannot be generated: ${reason}`];
  });

/** What work gives, or what it is refused for. */
const orFault = async <T>(
  work: () => T | Promise<T>,
): Promise<{ readonly made?: T; readonly fault?: string }> => {
  try {
    return { made: await work() };
  } catch (error) {
    if (!(error instanceof SpecRefused)) throw error;
    return { fault: error.message };
  }
};

/** A provider's document as the generator takes it under our overlay. */
const preparedWith = async (
  { document, source }: ReadDocument,
  overlay: Overlay,
): Promise<{ readonly made: Prepared; readonly leftOut: readonly RefusedOperation[] }> => {
  const over = overlaid(document, overlay);
  const wanted =
    overlay.include === undefined
      ? { document: over.document, faults: [] }
      : included(over.document, overlay.include);
  const idle = [...over.faults, ...wanted.faults];
  const { made, fault } = await orFault(() => placing(source, () => prepared(wanted.document)));
  if (made === undefined) throw new SpecRefused([...idle, fault].join("\n"));
  // What is wrong with what stands in the overlay is ours to mend; the rest costs the operation alone.
  const faults: string[] = [];
  const leftOut: RefusedOperation[] = [];
  for (const { reason, twin, ...one } of made.refused) {
    const [pointer, said] = split(reason);
    const place = over.placeOf(pointer);
    const twins = twin === undefined ? undefined : over.placeOf(twin);
    if (place !== undefined) faults.push(`${place}: ${said}`);
    else if (twins !== undefined) faults.push(`${twins}: ${one.id} is that of ${one.operation} already`);
    else leftOut.push({ ...one, reason: located(source, reason) });
  }
  const all = [...idle, ...faults, ...faultsOfWanted(leftOut, overlay.include)];
  // Whoever mends those has to know of these, too.
  if (all.length > 0) throw new SpecRefused([...all, ...leftOut.map(leftOutLine)].join("\n"));
  return { made, leftOut };
};

/** A finding without the pointer that it begins with, and the pointer. */
const split = (finding: string): readonly [pointer: string, said: string] => {
  const [, pointer = "", said = finding] = /^(#\/.*?): (.*)$/.exec(finding) ?? [];
  return [pointer, said];
};

const leftOutLine = ({ operation, reason }: RefusedOperation): string =>
  `  left out: ${operation}: ${reason}`;

/** Reads a provider's document and its overlay. Refuses what makes generation impossible, with file and line. */
export const readProvider = async (paths: ClientPaths, overlayFile: string): Promise<ProviderSpec> => {
  const file = relative(paths.root, paths.specFile);
  const text = await readFile(overlayFile, "utf8");
  const ours = await orFault(() => readOverlay(relative(paths.root, overlayFile), text));
  const linting = providerFindings(paths);
  // Awaited below; a fault on the way there must not leave it unheard.
  linting.catch(() => []);
  const theirs = await orFault(() => readDocument(paths.root, file));
  if (ours.made === undefined || theirs.made === undefined) {
    throw new SpecRefused([ours.fault, theirs.fault].filter((one) => one !== undefined).join("\n"));
  }
  const { source } = theirs.made;
  const { made, leftOut } = await preparedWith(theirs.made, ours.made);
  const { document, operations, generated } = made;
  if (generated === 0) {
    const lines = leftOut.map(({ operation, reason }) => `  ${operation}: ${reason}`);
    throw new SpecRefused([`specs/${paths.name}: no operation can be generated`, ...lines].join("\n"));
  }
  const findings = (await linting).length;
  return {
    document,
    source,
    notes: [
      `specs/${paths.name}: ${generated} of ${operations} operations`,
      ...leftOut.map(leftOutLine),
      ...(findings > 0
        ? [
            `  ${findings} findings of the linter, which decide nothing: pnpm generate --findings ${paths.name}`,
          ]
        : []),
    ],
  };
};
