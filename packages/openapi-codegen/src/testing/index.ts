export { loopback, type Received, type Reply } from "./loopback.ts";
export { typeCheckReadme } from "./readme.ts";
export { exampleAnswer, type SpecExample, specExamples } from "./spec-examples.ts";
