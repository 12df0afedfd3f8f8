import {
  Clock,
  ConfigProvider,
  Context,
  Effect,
  Exit,
  Layer,
  Option,
  type Tracer,
  Tracer as Tracing,
} from "effect";
import { FetchHttpClient, Headers, HttpTraceContext } from "effect/http";
import { Otlp, OtlpExporter, OtlpSerialization } from "effect/observability";
import { readBuild } from "../../config/version.ts";
import { EventLog, type LogEvent } from "../../sources/EventLog.ts";
import { FLUSH_MS, OtlpSender } from "./otlp-sender.ts";
import { safeTracer } from "./safe-tracer.ts";
import { MeasuresTaker, type ProblemOf } from "./Telemetry.ts";
import { recordMeasures } from "./write-metrics.ts";

type Variables = Readonly<Record<string, string>>;

/** What OpenTelemetry's own rules say where nobody else does; Effect takes what is not named for `none`. */
const DEFAULTS: Variables = {
  OTEL_TRACES_EXPORTER: "otlp",
  OTEL_METRICS_EXPORTER: "otlp",
  OTEL_LOGS_EXPORTER: "otlp",
  OTEL_SERVICE_NAME: "tieout",
};

/** How long each of the three may take to close, one after the other, once all were sent or given up. */
const CLOSE_MS = 1000;

/** Times after which sending is given up, whatever is configured: a run ends ten seconds later at most. */
const CAPPED: Variables = Object.fromEntries(
  ["", "TRACES_", "METRICS_", "LOGS_"].map((signal) => [
    `OTEL_EXPORTER_OTLP_${signal}TIMEOUT`,
    String(CLOSE_MS),
  ]),
);

const SERIALIZATIONS = {
  "http/protobuf": OtlpSerialization.layerProtobuf,
  "http/json": OtlpSerialization.layerJson,
} as const;

const isSpoken = (protocol: string): protocol is keyof typeof SERIALIZATIONS => protocol in SERIALIZATIONS;

const exporters = (variables: Variables, protocol: keyof typeof SERIALIZATIONS, sender: OtlpSender) => {
  const { version } = readBuild();
  const env = { ...DEFAULTS, ...variables, ...CAPPED };
  return Otlp.layerFromConfig({
    resource: { serviceVersion: version },
    // Nothing else prints what is logged for it.
    loggerMergeWithExisting: false,
  }).pipe(
    Layer.provide(SERIALIZATIONS[protocol]),
    Layer.provide(FetchHttpClient.layer),
    Layer.provide(Layer.succeed(FetchHttpClient.Fetch, sender.fetch)),
    Layer.provide(ConfigProvider.layer(ConfigProvider.fromEnv({ env }))),
  );
};

const NS_PER_MS = 1_000_000n;

/** What is known of an event, without what is not. */
const knownOf = ({ book, source, operation, more }: LogEvent): Readonly<Record<string, string | number>> =>
  Object.fromEntries(
    Object.entries({ book, source, operation, ...more }).flatMap(([name, value]) =>
      value === null ? [] : [[name, value]],
    ),
  );

/** Where a request belongs, and when it was answered. */
interface Answered {
  readonly tracer: Tracer.Tracer;
  readonly parent: Tracer.Span;
  readonly atNs: bigint;
}

/** A span of a request that was answered: it is told of when it is over. */
const requestSpan = (event: LogEvent, { tracer, parent, atNs }: Answered): void => {
  const { ms = 0, operation = "request", ...known } = knownOf(event);
  const span = tracer.span({
    ...{ name: String(operation), parent: Option.some(parent), annotations: Context.empty() },
    ...{ links: [], startTime: atNs - BigInt(ms) * NS_PER_MS, kind: "client" },
    ...{ root: false, sampled: true },
  });
  for (const [name, value] of Object.entries(known)) span.attribute(name, value);
  span.end(atNs, Exit.void);
};

const LEVELS = { debug: "Debug", info: "Info", warning: "Warn", error: "Error" } as const;

/** Has what is said of a run's requests go out as spans and lines of a log as well. */
const observed = <A, E, R>(command: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.gen(function* () {
    const own = yield* EventLog;
    const clock = yield* Clock.Clock;
    const tracer = yield* Tracing.Tracer;
    const parent = yield* Effect.orDie(Effect.currentSpan);
    const run = Effect.runSyncWith(yield* Effect.context<never>());
    const observe = (event: LogEvent): void => {
      own(event);
      if (event.outcome === "answered") {
        requestSpan(event, { tracer, parent, atNs: clock.currentTimeNanosUnsafe() });
        return;
      }
      const line = Effect.logWithLevel(LEVELS[event.level])(event.outcome);
      run(Effect.annotateLogs(line, knownOf(event)));
    };
    return yield* Effect.provideService(command, EventLog, observe);
  });

const rootSpan = (name: string, { TRACEPARENT: traceparent = "" }: Variables) => {
  const parent = HttpTraceContext.w3c(Headers.fromInput({ traceparent }));
  return Effect.withSpan(name, Option.isSome(parent) ? { parent: parent.value } : {});
};

/** How a command is sent over OTLP. */
interface Sending {
  readonly name: string;
  readonly variables: Variables;
  readonly problemOf: ProblemOf;
  /** Says a sentence. */
  readonly say: (sentence: string) => Effect.Effect<void>;
}

/**
 * Runs a command and sends what it does over OTLP, as the standard variables say: a span for each phase and request, what
 * is measured, and the lines of its log. What cannot be sent within {@link FLUSH_MS} is given up; the command ends as without it.
 */
export const sendingOtlp = <A, E, R>(
  command: Effect.Effect<A, E, R>,
  { name, variables, problemOf, say }: Sending,
): Effect.Effect<A, E, R> =>
  Effect.gen(function* () {
    const protocol = variables["OTEL_EXPORTER_OTLP_PROTOCOL"] ?? "http/protobuf";
    if (!isSpoken(protocol)) {
      yield* say(
        `OTEL_EXPORTER_OTLP_PROTOCOL is ${protocol}, and nothing is sent; expected ${Object.keys(SERIALIZATIONS).join(" or ")}`,
      );
      return yield* command;
    }
    const sender = new OtlpSender();
    const exit = yield* Effect.gen(function* () {
      const built = yield* Effect.exit(Layer.build(exporters(variables, protocol, sender)));
      if (Exit.isFailure(built)) {
        yield* say("The variables of OTLP (OTEL_…) cannot be read, and nothing is sent");
        return yield* Effect.exit(command);
      }
      const tracer = safeTracer(Context.get(built.value, Tracing.Tracer), problemOf);
      const ended = yield* observed(command).pipe(
        rootSpan(name, variables),
        Effect.provideService(MeasuresTaker, recordMeasures),
        Effect.provideService(Tracing.Tracer, tracer),
        Effect.provideContext(built.value),
        Effect.exit,
      );
      yield* Effect.timeoutOption(Context.get(built.value, OtlpExporter.Flusher).flush, FLUSH_MS);
      return ended;
    }).pipe(Effect.scoped);
    for (const reason of sender.reasons) yield* say(`OTLP was not reached: ${reason}`);
    return yield* exit;
  });
