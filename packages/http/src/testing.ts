export type { Answers, Choice } from "./testing/answers.ts";
export { type ExampleApi, type ExampleSource, exampleApi } from "./testing/example-api.ts";
export type { Asked, RequestRules } from "./testing/incoming.ts";
export type { MswHttp } from "./testing/msw.ts";
