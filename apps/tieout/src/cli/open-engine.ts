import { Console, Effect } from "effect";
import { ConfigurationWrong } from "../config/faults.ts";
import { FLEET_DATABASE } from "../config/fleet-settings.ts";
import type { Settings } from "../config/Settings.ts";
import { asLines } from "../operate/printable.ts";
import { WARNING } from "./layout.ts";

/** What the runners share, where the settings say where that is. */
export const openEngine = Effect.fnUntraced(function* ({ fleetDatabase }: Settings) {
  if (fleetDatabase === null)
    return yield* new ConfigurationWrong({
      faults: [
        {
          where: FLEET_DATABASE,
          problem: "is not set: runners share the books through a database, as postgres://role@host/database",
        },
      ],
    });
  // Loaded only here: no other command waits for the engine.
  const { clusterEngine } = yield* Effect.promise(() => import("../operate/fleet/cluster/cluster-engine.ts"));
  const console = yield* Console.Console;
  const say = (sentence: string): void => console.error(asLines([`${WARNING}${sentence}`]));
  return clusterEngine(fleetDatabase.reveal(), say);
});
