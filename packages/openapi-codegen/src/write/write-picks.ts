import type { OperationModel } from "../model/operation-model.ts";
import { operationName } from "./write-operations.ts";
import { checksName } from "./write-validators.ts";

/** Words that no constant can be called by. */
const RESERVED = new Set(
  "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield".split(
    " ",
  ),
);

/** Writes each operation by itself, for a client that has a few of them: a bundle then holds nothing of the others. */
export const writePicks = (operations: readonly OperationModel[]): string => {
  // No operationId has an underscore. One by one, since bundlers take reading from a whole module for an effect.
  const names = (prefix: string, nameOf: (id: string) => string) =>
    operations.map(({ id }) => `  ${nameOf(id)} as ${prefix}_${id},`);
  return [
    'import type { PickedOperation } from "@tieout/http";',
    "import {",
    "  type Methods,",
    ...names("operation", operationName),
    '} from "./operations.ts";',
    "import {",
    ...names("checks", checksName),
    '} from "./validators.js";',
    "",
    ...operations.flatMap(({ id, method, path }) => {
      const isReserved = RESERVED.has(id);
      const name = isReserved ? `${id}_` : id;
      return [
        `/** \`${method.toUpperCase()} ${path.replaceAll("*/", "*\\/")}\` */`,
        `${isReserved ? "" : "export "}const ${name}: PickedOperation<Methods["${id}"]> = {`,
        `  operation: operation_${id},`,
        `  checks: checks_${id},`,
        "};",
        ...(isReserved ? [`export { ${name} as ${id} };`] : []),
      ];
    }),
    "",
  ].join("\n");
};
