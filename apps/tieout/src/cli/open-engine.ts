import { Console, Effect } from "effect";
import { ConfigurationWrong } from "../config/faults.ts";
import type { Settings } from "../config/Settings.ts";
import { asLines } from "../operate/printable.ts";
import { WARNING } from "./layout.ts";

/** What the runners share, and what its database is called, where the settings say where that is. */
export const openEngine = Effect.fnUntraced(function* ({ ledger, fleetPlace }: Settings) {
  // One file has one writer, and waiting for it stops a whole process: runners would keep each other from everything.
  if (ledger.database === "sqlite" || fleetPlace === null)
    return yield* new ConfigurationWrong({
      faults: [
        {
          where: `The ledger ${ledger.name}`,
          problem:
            "is a file, and runners share one in PostgreSQL: set --ledger to postgres://role@host/database",
        },
      ],
    });
  // Loaded only here: no other command waits for the engine.
  const { clusterEngine } = yield* Effect.promise(() => import("../operate/fleet/cluster/cluster-engine.ts"));
  const console = yield* Console.Console;
  const say = (sentence: string): void => console.error(asLines([`${WARNING}${sentence}`]));
  return { engine: clusterEngine(fleetPlace, say), database: fleetPlace.name };
});
