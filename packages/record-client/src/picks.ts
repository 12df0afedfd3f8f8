export { pickRecordClient } from "./client.ts";
export * from "./generated/picks.ts";
