export { pickKoardClient } from "./client.ts";
export * from "./generated/picks.ts";
