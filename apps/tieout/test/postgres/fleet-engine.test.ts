// Proves that who hands nights over can go on where the server was away at the worst moment, the first time it is asked.

import { Effect, Option } from "effect";
import { expect, it } from "vitest";
import { BookNight } from "../../src/operate/fleet/BookNight.ts";
import { clusterEngine } from "../../src/operate/fleet/cluster/cluster-engine.ts";
import { FleetEngine } from "../../src/operate/fleet/FleetEngine.ts";
import { placeAt } from "../ledger/opened-ledger.ts";
import { startPostgres } from "./server.ts";

const NIGHT = new BookNight({
  ...{ book: "acme", day: "2026-11-17", attempt: 1, asOf: "2026-11-18T02:00:00.000Z", isAsOfNow: false },
  ...{ endsAtMs: 0, configuration: "as it was" },
});

it("a server that was away when a fleet first asked can be asked when it is back", async () => {
  const postgres = await startPostgres();
  const asked = await Effect.runPromise(
    Effect.gen(function* () {
      const engine = yield* FleetEngine;
      yield* Effect.promise(postgres.kill);
      for (let tries = 0; tries < 2; tries += 1)
        expect((yield* Effect.flip(engine.ended(NIGHT))).message).toContain("The database of the fleet");
      yield* Effect.promise(postgres.start);
      return yield* engine.ended(NIGHT);
    }).pipe(Effect.provide(clusterEngine(placeAt(postgres.url), () => {}))),
  );
  expect(Option.isNone(asked)).toBe(true);
});
