import { dereference, type JsonObject, objectAt } from "../document/json.ts";
import { exampleBodies } from "../model/bodies.ts";
import type { OperationModel } from "../model/operation-model.ts";
import { schemaOfPlace } from "../model/parameters.ts";
import { compileForTexts } from "../validators/compile-validators.ts";
import { SharedConstants } from "./SharedConstants.ts";

const operationAt = (document: JsonObject, { path, method }: OperationModel) => {
  const item = dereference(document, objectAt(document, "paths")[path]);
  return { item, operation: objectAt(item, method) };
};

/** The documented answers of an operation: by status, then by the name of the example. Of one without an example there are none. */
const answersOf = (document: JsonObject, model: OperationModel) =>
  Object.entries(objectAt(operationAt(document, model).operation, "responses"))
    .filter(([status]) => /^\d{3}$/.test(status))
    .map(([status, answer]) => [status, Object.fromEntries(exampleBodies(document, answer))] as const);

const queryName = ({ id }: OperationModel): string => `${id}Query`;

/** Writes what the package's `/testing` entry answers from: the examples of every operation, and checks of its query. */
export const writeTesting = (document: JsonObject, operations: readonly OperationModel[]): string => {
  const shared = new SharedConstants("answers");
  const examples = operations.map((operation) => {
    const answers = answersOf(document, operation).map(
      ([status, bodies]) => `${status}: ${shared.nameOf(bodies)}`,
    );
    return `  ${operation.id}: { ${answers.join(", ")} },`;
  });
  const schemas = operations.map((one) => [queryName(one), schemaOfPlace("query", one.parameters)] as const);
  return [
    compileForTexts(document, schemas),
    ...shared.declarations(),
    "",
    "export const examples = {",
    ...examples,
    "};",
    "",
    "export const queries = {",
    ...operations.map((operation) => `  ${operation.id}: ${queryName(operation)},`),
    "};",
    "",
  ].join("\n");
};

/** Declares what {@link writeTesting} writes; of the examples their names, not their values. */
export const writeTestingTypes = (document: JsonObject, operations: readonly OperationModel[]): string => {
  const lines = operations.map((operation) => {
    const answers = answersOf(document, operation).map(([status, bodies]) => {
      const names = Object.keys(bodies).map((name) => `readonly ${JSON.stringify(name)}: unknown`);
      return `readonly ${status}: { ${names.join("; ")} }`;
    });
    return `  readonly ${operation.id}: { ${answers.join("; ")} };`;
  });
  return [
    'import type { Validator } from "@tieout/http";',
    "",
    "/** The example answers of every operation, by status and name. */",
    "export declare const examples: {",
    ...lines,
    "};",
    "",
    "/** Holds the query of every operation against the spec; takes the texts of a URL. */",
    "export declare const queries: {",
    ...operations.map(({ id }) => `  readonly ${id}: Validator;`),
    "};",
    ...operations.map((operation) => `export declare const ${queryName(operation)}: Validator;`),
    "",
  ].join("\n");
};
