export { cohortsKey } from "./cache/cohorts-key.ts";
export { printSummary, readSummary } from "./cache/printed-summary.ts";
export { sharedByBatch, summaryKey } from "./cache/summary-key.ts";
