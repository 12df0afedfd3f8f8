export { generateClient, type Mode } from "./generate.ts";
export {
  compareFiles,
  filesOf,
  type GeneratedFiles,
  generateFiles,
  type Staleness,
  writeFiles,
} from "./generated-files.ts";
export { type Json, type JsonObject, SpecRefused } from "./json.ts";
export { addNewClients, specsWithoutClient } from "./new-clients.ts";
export { type OperationModel, operationsOf } from "./operation-model.ts";
export { responseView } from "./response-view.ts";
export { type ClientPlace, lintSpec, placeOf, readSpec, redocly } from "./spec-file.ts";
export { type Part, type Parts, partsOf } from "./tolerance.ts";
export { writeOperations } from "./write-operations.ts";
export { writeTypes } from "./write-types.ts";
export { writeValidators, writeValidatorTypes } from "./write-validators.ts";
export { vocabulariesOf, writeVocabularies } from "./write-vocabularies.ts";
