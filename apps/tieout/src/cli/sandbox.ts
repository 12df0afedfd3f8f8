import { addDays, isDay, printInstant } from "@tieout/reconcile";
import type { Sandbox, SandboxOptions } from "@tieout/sandbox";
// Not the sandbox itself, which takes its time to load: only what reads names of it.
import { CountingUnknown, parseCounting } from "@tieout/sandbox/counting";
import { FaultUnknown, parseFaults } from "@tieout/sandbox/faults";
import {
  DEFAULT_PLANTINGS,
  joinPlantings,
  type Planting,
  PlantingUnknown,
  parsePlantings,
} from "@tieout/sandbox/plants";
import { Clock, Console, Effect, Option } from "effect";
import { UsageWrong } from "../config/faults.ts";
import { openSandbox } from "../operate/demo/open-sandbox.ts";
import type { Output } from "./flags.ts";

const UTC_DAYS = { timezone: "UTC", cutoff: "00:00" } as const;

const described = (sandbox: Sandbox): string =>
  [
    `Record and Koard, night ${sandbox.night}, on this machine alone. Everything up to ${sandbox.asOf} has happened. Ctrl-C stops it.`,
    "",
    `export RECORD_BASE_URL=${sandbox.recordBaseUrl} RECORD_API_TOKEN=${sandbox.recordToken}`,
    `export KOARD_BASE_URL=${sandbox.koardBaseUrl} KOARD_API_KEY=${sandbox.koardKey}`,
    "",
    `What a right report must say:  curl '${sandbox.controlUrl}/truth'`,
    `Move on to the next night:     curl -X POST '${sandbox.controlUrl}/night/${sandbox.night + 1}'`,
    `Fail one answer in twenty:     curl '${sandbox.controlUrl}/faults' -d '{"kind": "503", "rate": "5%"}'`,
    `Mend everything that fails:    curl -X DELETE '${sandbox.controlUrl}/faults'`,
  ].join("\n");

const machineReadable = (sandbox: Sandbox): string =>
  JSON.stringify({
    record: { base_url: sandbox.recordBaseUrl, token: sandbox.recordToken },
    koard: { base_url: sandbox.koardBaseUrl, key: sandbox.koardKey },
    control_url: sandbox.controlUrl,
    night: sandbox.night,
    as_of: sandbox.asOf,
    truth: sandbox.truth(UTC_DAYS),
  });

const dayOfNightOne = Effect.fnUntraced(function* (given: Option.Option<string>) {
  const today = printInstant(yield* Clock.currentTimeMillis).slice(0, 10);
  const day = Option.getOrElse(given, () => addDays(today, -1));
  return isDay(day)
    ? day
    : yield* new UsageWrong({
        faults: [{ where: "--today", problem: `is ${day}; expected a day such as 2026-11-20` }],
      });
});

/** Reads a list with `read`; what it refuses as `unknown` is wrong usage of `flag`. */
const listed = <A>(
  flag: string,
  read: () => A,
  unknown: new (message: string) => Error,
): Effect.Effect<A, UsageWrong> =>
  Effect.try({ try: read, catch: (cause) => cause }).pipe(
    Effect.catch((cause) =>
      cause instanceof unknown
        ? Effect.fail(
            new UsageWrong({
              faults: [
                {
                  where: flag,
                  problem: `is wrong: ${cause.message}; \`tieout sandbox --help\` lists the names`,
                },
              ],
            }),
          )
        : Effect.die(cause),
    ),
  );

/** What is planted; `undefined` leaves it to the sandbox. */
const plantings = Effect.fnUntraced(function* (list: Option.Option<string>, clean: boolean) {
  if (Option.isNone(list)) return clean ? [] : undefined;
  const named: readonly Planting[] = yield* listed(
    "--plant",
    () => parsePlantings(list.value),
    PlantingUnknown,
  );
  return clean ? named : joinPlantings(DEFAULT_PLANTINGS, named);
});

/** What was typed. */
interface Given
  extends Pick<Output, "json">,
    Required<
      Pick<
        SandboxOptions,
        "seed" | "cohorts" | "batches" | "transactions" | "night" | "port" | "rateLimit" | "listDays"
      >
    > {
  readonly latency: number;
  readonly clean: boolean;
  readonly plant: Option.Option<string>;
  readonly counts: Option.Option<string>;
  readonly faults: Option.Option<string>;
  readonly faultSeed: Option.Option<number>;
  readonly today: Option.Option<string>;
}

/** What `tieout sandbox` does. */
export const sandbox = Effect.fnUntraced(function* ({
  clean,
  counts,
  faults,
  faultSeed,
  json,
  latency,
  plant,
  today,
  ...sizes
}: Given) {
  const planted = yield* plantings(plant, clean);
  const options: SandboxOptions = {
    ...sizes,
    latencyMs: latency,
    today: yield* dayOfNightOne(today),
    ...(planted === undefined ? {} : { plant: planted }),
    ...(Option.isNone(counts)
      ? {}
      : { counting: yield* listed("--counts", () => parseCounting(counts.value), CountingUnknown) }),
    ...(Option.isNone(faults)
      ? {}
      : { faults: yield* listed("--faults", () => parseFaults(faults.value), FaultUnknown) }),
    ...(Option.isNone(faultSeed) ? {} : { faultSeed: faultSeed.value }),
  };
  const running = yield* openSandbox(options);
  yield* Console.log(json ? machineReadable(running) : described(running));
  return yield* Effect.never;
}, Effect.scoped);
