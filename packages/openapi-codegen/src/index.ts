export { type ClientPaths, clientPaths } from "./document/client-paths.ts";
export { type Json, type JsonObject, SpecRefused } from "./document/json.ts";
export { readDocument, redocly } from "./document/spec-file.ts";
export { type OperationModel, operationsOf } from "./model/operation-model.ts";
export { responseView } from "./model/response-view.ts";
export { type Part, type Parts, partsOf } from "./model/tolerance.ts";
export { type Prepared, prepared } from "./provider/prepare.ts";
export type { RefusedOperation } from "./provider/Refusals.ts";
export { addNewClients, specsWithoutClient } from "./scaffold/new-clients.ts";
export { generateClient, type Mode } from "./write/generate.ts";
export {
  compareFiles,
  filesOf,
  type GeneratedFiles,
  generateFiles,
  type Staleness,
  writeFiles,
} from "./write/generated-files.ts";
export { writeOperations } from "./write/write-operations.ts";
export { writeTypes } from "./write/write-types.ts";
export { writeValidators, writeValidatorTypes } from "./write/write-validators.ts";
export { vocabulariesOf, writeVocabularies } from "./write/write-vocabularies.ts";
