import { NodeRuntime, NodeServices } from "@effect/platform-node";
import { Effect } from "effect";
import { main, teardown } from "./cli/main.ts";
import { heedSecondSignal } from "./cli/second-signal.ts";
import { limitYoungHeap } from "./operate/young-heap.ts";

limitYoungHeap();
heedSecondSignal();

NodeRuntime.runMain(main.pipe(Effect.provide(NodeServices.layer)), { teardown, disableErrorReporting: true });
