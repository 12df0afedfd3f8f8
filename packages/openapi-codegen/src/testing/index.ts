export { type Bundle, bundleOf } from "./bundle.ts";
export { compileApart } from "./compile-apart.ts";
export { loopback, type Received, type Reply } from "./loopback.ts";
export { type ReadmeRun, runReadme } from "./readme.ts";
export { exampleAnswer, type SpecExample, specExamples } from "./spec-examples.ts";
