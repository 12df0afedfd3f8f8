import { NodeRuntime, NodeServices } from "@effect/platform-node";
import { Effect } from "effect";
import { heedSignals } from "./cli/end-process.ts";
import { main, teardown } from "./cli/main.ts";
import { limitHeapGrowth } from "./operate/process/heap-growth.ts";

// A diagnostic report, which Node writes to a file when it is told to, would hold the environment and so the keys.
process.report.excludeEnv = true;
limitHeapGrowth();
heedSignals();

NodeRuntime.runMain(main.pipe(Effect.provide(NodeServices.layer)), { teardown, disableErrorReporting: true });
