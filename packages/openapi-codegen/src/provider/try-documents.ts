import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { SpecRefused } from "../document/json.ts";
import { located } from "../document/place.ts";
import { readDocument } from "../document/spec-file.ts";
import { filesOf, type GeneratedFiles } from "../write/generated-files.ts";
import { prepared } from "./prepare.ts";
import type { RefusedOperation } from "./Refusals.ts";

/** What became of one document. */
export interface Trial {
  readonly document: string;
  readonly operations: number;
  readonly generated: number;
  /** Those left out, and why; `*` where it is the document as a whole. */
  readonly refused: readonly Pick<RefusedOperation, "operation" | "reason">[];
}

const reasonOf = (error: unknown): string => {
  if (error instanceof SpecRefused) return error.message.replaceAll(/\s+/g, " ");
  // A fault of the generator: told as one, since the other documents are still to be tried.
  return `the generator failed: ${error instanceof Error ? error.message : String(error)}`.slice(0, 300);
};

/**
 * Generates a client from a document as it lies there, and writes nothing: `keep` gets the files. What the document does
 * not say of policy is taken from the methods.
 */
export const tryDocument = async (
  file: string,
  keep: (files: GeneratedFiles) => Promise<void>,
): Promise<Trial> => {
  const text = await readFile(file, "utf8").catch(() => "");
  try {
    const read = await readDocument(process.cwd(), file);
    const { document, refused, ...counts } = prepared(read.document);
    const at = (reason: string) => located({ file, text, positions: read.unresolved }, reason);
    const name = basename(file).replace(/\.\w+$/, "");
    await keep(await filesOf(name, document));
    const named = refused.map(({ operation, reason }) => ({ operation, reason: at(reason) }));
    return { document: file, ...counts, refused: named };
  } catch (error) {
    const reason = located({ file, text }, reasonOf(error));
    return { document: file, operations: 0, generated: 0, refused: [{ operation: "*", reason }] };
  }
};

/** One line for each document, and one for each operation that was left out. */
export const trialLines = (trials: readonly Trial[]): readonly string[] =>
  trials.flatMap(({ document, operations, generated, refused }) => [
    `${document}: ${generated} of ${operations} operations`,
    ...refused.map(({ operation, reason }) => `  ${operation}: ${reason}`),
  ]);
