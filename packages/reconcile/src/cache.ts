export { printSummary, readSummary } from "./cache/printed-summary.ts";
export { sharedByBatch, summaryKey } from "./cache/summary-key.ts";
export { tallyBasis } from "./cache/tally-key.ts";
