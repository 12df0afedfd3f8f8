import { randomUUID } from "node:crypto";
import * as NodeCrypto from "@effect/platform-node/NodeCrypto";
import { Duration, Effect, Exit, Layer, Option, Scope } from "effect";
import * as ClusterWorkflowEngine from "effect/cluster/ClusterWorkflowEngine";
import * as MachineId from "effect/cluster/MachineId";
import * as RunnerAddress from "effect/cluster/RunnerAddress";
import * as RunnerHealth from "effect/cluster/RunnerHealth";
import * as Runners from "effect/cluster/Runners";
import * as Sharding from "effect/cluster/Sharding";
import * as ShardingConfig from "effect/cluster/ShardingConfig";
import * as Snowflake from "effect/cluster/Snowflake";
import * as SqlMessageStorage from "effect/cluster/SqlMessageStorage";
import * as SqlRunnerStorage from "effect/cluster/SqlRunnerStorage";
import * as SqlClient from "effect/sql/SqlClient";
import * as Activity from "effect/workflow/Activity";
import * as Workflow from "effect/workflow/Workflow";
import type { PostgresPlace } from "../../../config/ledger-place.ts";
import { BookNight, NightEnd } from "../BookNight.ts";
import { FleetEngine } from "../FleetEngine.ts";
import { engineDatabase } from "./engine-database.ts";
import { failing } from "./engine-failure.ts";
import { engineLog } from "./engine-log.ts";
import { removeGone, showPresence } from "./presence.ts";
import { TUNED } from "./tuning.ts";

type Engine = FleetEngine["Service"];

const GONE_AFTER_S = Duration.toSeconds(TUNED.shardLockExpiration);

const Night = Workflow.make("Night", {
  payload: BookNight,
  success: NightEnd,
  idempotencyKey: ({ key }) => key,
});

/** Everything goes through the database: no runner listens on a port, and none has to reach another. */
const cluster = (runnerAddress: Option.Option<RunnerAddress.RunnerAddress>) =>
  ClusterWorkflowEngine.layer.pipe(
    Layer.provideMerge(Sharding.layer),
    Layer.provide([Runners.layerNoop, RunnerHealth.layerNoop]),
    Layer.provideMerge([SqlMessageStorage.layerStorage({}), SqlRunnerStorage.layerStorage({})]),
    Layer.provide([ShardingConfig.layer({ ...TUNED, runnerAddress }), NodeCrypto.layerDigest]),
  );

/** Rows bear the time at which they were made in their numbers. */
const numberedAt = (ms: number): string =>
  String(Snowflake.make({ timestamp: ms, machineId: MachineId.make(0), sequence: 0 }));

const make = Effect.fnUntraced(function* (log: ReturnType<typeof engineLog>) {
  const sql = yield* SqlClient.SqlClient;
  const scope = yield* Effect.scope;
  const opened = (address: Option.Option<RunnerAddress.RunnerAddress>, into: Scope.Scope) =>
    Layer.buildWithScope(cluster(address), into).pipe(
      Effect.provide(log),
      Effect.provideService(SqlClient.SqlClient, sql),
    );
  const built = Effect.gen(function* () {
    const own = yield* Scope.fork(scope);
    return yield* opened(Option.none(), own).pipe(
      // What one that failed half-way has opened does not stay until the end.
      Effect.onError((cause) => Scope.close(own, Exit.failCause(cause))),
    );
  });
  // Who only does nights hands none over. One that could not be made is made again, and not remembered.
  const [remembered, forgetIt] = yield* Effect.cachedInvalidateWithTTL(built, Duration.infinity);
  const client = Effect.onError(remembered, () => forgetIt);
  const asClient = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
    failing(Effect.flatMap(client, (context) => Effect.provideContext(effect, context)));

  const run: Engine["run"] = (night) => asClient(Night.execute(night));

  const ended: Engine["ended"] = (night) =>
    asClient(Effect.flatMap(Night.executionId(night), (id) => Night.poll(id))).pipe(
      Effect.map((found) =>
        Option.flatMap(found, (result) =>
          result._tag === "Complete" && Exit.isSuccess(result.exit)
            ? Option.some(result.exit.value)
            : Option.none(),
        ),
      ),
    );

  const runners: Engine["runners"] = failing(
    Effect.map(
      sql<{ there: number }>`
        SELECT count(*)::int4 AS there FROM cluster_runners
        WHERE healthy AND last_heartbeat > localtimestamp - ${GONE_AFTER_S} * interval '1 second'`,
      ([counted]) => counted?.there ?? 0,
    ),
  );

  const serve: Engine["serve"] = (work) =>
    Effect.gen(function* () {
      const name = randomUUID();
      yield* showPresence(name);
      yield* removeGone;
      // Nobody calls a runner, so that any name will do, and no port.
      const address = Option.some(RunnerAddress.make(name, 1));
      const context = yield* opened(address, yield* Effect.scope);
      const doing = Night.toLayer(
        Effect.fnUntraced(function* (night) {
          return yield* Activity.make({ name: "night", success: NightEnd, execute: work(night) });
        }),
      );
      return yield* Layer.launch(doing).pipe(Effect.provideContext(context));
    }).pipe(Effect.scoped, Effect.provideService(SqlClient.SqlClient, sql), failing);

  const forget: Engine["forget"] = (beforeMs) =>
    failing(
      Effect.gen(function* () {
        const before = numberedAt(beforeMs);
        yield* sql`DELETE FROM cluster_replies WHERE request_id < ${before}`;
        yield* sql`DELETE FROM cluster_messages WHERE request_id < ${before}`;
      }).pipe(sql.withTransaction),
    );

  return FleetEngine.of({ run, ended, runners, serve, forget });
});

/** The engine over a database of PostgreSQL, for as long as the layer lives; `say` is told of what it has trouble with. */
export const clusterEngine = (place: PostgresPlace, say: (sentence: string) => void) =>
  Layer.effect(
    FleetEngine,
    Effect.gen(function* () {
      const database = yield* Layer.buildWithScope(engineDatabase(place), yield* Effect.scope);
      return yield* Effect.provideContext(make(engineLog(say)), database);
    }).pipe(failing),
  );
