import { Effect } from "effect";
import type { Environment } from "./reader.ts";

/** The process's environment; the only place that reads it. */
export const environment: Effect.Effect<Environment> = Effect.sync(() => process.env);
