export type { FaultKind, HttpFault } from "./faults/fault-kinds.ts";
export { parseFaults } from "./faults/fault-list.ts";
export { type SandboxKeys, SandboxMisconfigured, type SandboxOptions } from "./options.ts";
export { type Sandbox, startSandbox } from "./sandbox.ts";
export type { CohortTruth, CredentialBatchTruth } from "./truth/cohort-truth.ts";
export type { ExceptionTruth } from "./truth/exceptions-truth.ts";
export type { Sums } from "./truth/money.ts";
export type { CurrencyTruth, DayTruth, SettlementState, SettlementTruth } from "./truth/settlement-truth.ts";
export type { Question, Truth } from "./truth/truth.ts";
export type { Calendar, Window } from "./world/calendar.ts";
export type { Counting } from "./world/counting.ts";
export {
  DEFAULT_PLANTINGS,
  joinPlantings,
  type Planted,
  type Planting,
  PlantingUnknown,
  parsePlantings,
} from "./world/planting.ts";
export { PLANTS, type PlantName } from "./world/plants.ts";
