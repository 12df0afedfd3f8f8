import { addDays, isDay, printInstant } from "@tieout/reconcile";
import type { Sandbox, SandboxOptions } from "@tieout/sandbox";
// Not the sandbox itself, which takes its time to load: only the names for the help, and what reads them.
import { BASIS_NAMES, CountingUnknown, parseCounting } from "@tieout/sandbox/counting";
import { FaultUnknown, KNOWN_FAULTS, parseFaults } from "@tieout/sandbox/faults";
import {
  DEFAULT_PLANTINGS,
  joinPlantings,
  PLANT_NAMES,
  type Planting,
  PlantingUnknown,
  parsePlantings,
} from "@tieout/sandbox/plants";
import { Clock, Console, Effect, Option } from "effect";
import { Command, Flag } from "effect/cli";
import { UsageWrong } from "../config/faults.ts";
import { openSandbox } from "../operate/demo/open-sandbox.ts";

const number = (name: string, fallback: number, description: string) =>
  Flag.Int(name).pipe(
    Flag.withDescription(`${description} (default ${fallback})`),
    Flag.withDefault(fallback),
  );

const flags = {
  seed: number("seed", 1, "Another seed is another world"),
  cohorts: number("cohorts", 12, "Cohorts on night 1"),
  batches: number("batches", 60, "Settlement batches on night 1"),
  transactions: number("transactions", 25, "Transactions a settlement batch, on average"),
  night: number(
    "night",
    1,
    "How far the world has moved on: late refunds, reopened and vanished batches, new cohorts",
  ),
  today: Flag.String("today").pipe(
    Flag.withMetavar("DAY"),
    Flag.withDescription("The day of night 1 (default: yesterday, UTC)"),
    Flag.optional,
  ),
  clean: Flag.Boolean("clean").pipe(
    Flag.withDescription("Plant nothing but what --plant names: every declared total is right"),
    Flag.withDefault(false),
  ),
  plant: Flag.String("plant").pipe(
    Flag.withMetavar("LIST"),
    Flag.withDescription(
      `Irregularities beside the usual ones, as NAME or NAME:COUNT, separated by commas: ${PLANT_NAMES.join(", ")}`,
    ),
    Flag.optional,
  ),
  counts: Flag.String("counts").pipe(
    Flag.withMetavar("LIST"),
    Flag.withDescription(
      `Processors that declare totals otherwise than gross and with refunds on originals, as NAME=BASIS with commas between; a BASIS is one of ${BASIS_NAMES.join(", ")}`,
    ),
    Flag.optional,
  ),
  port: number("port", 0, "Port on 127.0.0.1; 0 lets the system choose"),
  latency: number("latency", 0, "Milliseconds to wait before each answer"),
  rateLimit: number("rate-limit", 0, "Requests a second before 429; 0 is no limit"),
  listDays: number(
    "list-days",
    0,
    "Days that Koard's list of batches goes back, as an API that forgets; 0 is all",
  ),
  faults: Flag.String("faults").pipe(
    Flag.withMetavar("LIST"),
    Flag.withDescription(
      `What goes wrong now and then, as NAME:RATE% with commas between, at most 100% together; a NAME is ${KNOWN_FAULTS}`,
    ),
    Flag.optional,
  ),
  faultSeed: Flag.Int("fault-seed").pipe(
    Flag.withDescription("Another seed is other requests that go wrong (default: --seed)"),
    Flag.optional,
  ),
  json: Flag.Boolean("json").pipe(
    Flag.withDescription("Print addresses, keys and the known truth as one JSON object"),
    Flag.withDefault(false),
  ),
} as const;

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

/** `tieout sandbox`: serves both APIs on loopback until it is stopped. */
export const sandbox = Command.make(
  "sandbox",
  flags,
  Effect.fnUntraced(function* ({ clean, counts, faults, faultSeed, json, latency, plant, today, ...sizes }) {
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
  }, Effect.scoped),
).pipe(
  Command.withDescription(
    "Serve both APIs on this machine, with seeded data whose truth is known, until stopped",
  ),
  Command.withExamples([
    { command: "tieout sandbox --port 4010", description: "A small world on a port you know" },
    {
      command: "tieout sandbox --clean --plant captured-mismatch:3,late-refund:2",
      description: "A world with five faults and no other",
    },
    {
      command: "tieout sandbox --batches 2000 --transactions 200 --latency 20",
      description: "A large, slow one",
    },
    {
      command: "tieout sandbox --rate-limit 50 --faults 503:5%,reset:3%,truncate:2%,stall:0.1%",
      description: "One in trouble: a tenth of its answers are refusals, cut short or silence",
    },
  ]),
);
