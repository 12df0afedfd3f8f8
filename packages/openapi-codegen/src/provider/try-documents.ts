import { basename } from "node:path";
import { SpecRefused } from "../document/json.ts";
import { located, placing } from "../document/place.ts";
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
  try {
    const read = await readDocument(process.cwd(), file);
    const name = basename(file).replace(/\.\w+$/, "");
    const [made, files] = await placing(read.source, async () => {
      const all = prepared(read.document);
      return [all, await filesOf(name, all.document)] as const;
    });
    await keep(files);
    const { operations, generated } = made;
    if (operations === 0 && made.refused.length === 0 && !("webhooks" in read.document))
      throw new SpecRefused(located(read.source, "#: the document has no operation"));
    const refused = made.refused.map(({ operation, reason }) => ({
      ...{ operation, reason: located(read.source, reason) },
    }));
    return { document: file, operations, generated, refused };
  } catch (error) {
    const refused = [{ operation: "*", reason: reasonOf(error) }];
    return { document: file, operations: 0, generated: 0, refused };
  }
};

/** One line for each document, and one for each operation that was left out. */
export const trialLines = (trials: readonly Trial[]): readonly string[] =>
  trials.flatMap(({ document, operations, generated, refused }) => [
    `${document}: ${generated} of ${operations} operations`,
    ...refused.map(({ operation, reason }) => `  ${operation}: ${reason}`),
  ]);
