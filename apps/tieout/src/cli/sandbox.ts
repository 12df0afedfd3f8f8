import { addDays, isDay, printInstant } from "@tieout/reconcile";
import type { Sandbox, SandboxOptions } from "@tieout/sandbox";
import { Clock, Console, Effect, Option } from "effect";
import { Command, Flag } from "effect/cli";
import { UsageWrong } from "../config/faults.ts";
import { openSandbox } from "../operate/open-sandbox.ts";

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
    Flag.withDescription("Plant no irregularity: every declared total is right"),
    Flag.withDefault(false),
  ),
  port: number("port", 0, "Port on 127.0.0.1; 0 lets the system choose"),
  latency: number("latency", 0, "Milliseconds to wait before each answer"),
  rateLimit: number("rate-limit", 0, "Requests a second before 429; 0 is no limit"),
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

/** `tieout sandbox`: serves both APIs on loopback until it is stopped. */
export const sandbox = Command.make(
  "sandbox",
  flags,
  Effect.fnUntraced(function* ({ json, latency, today, ...sizes }) {
    const options: SandboxOptions = { ...sizes, latencyMs: latency, today: yield* dayOfNightOne(today) };
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
      command: "tieout sandbox --batches 2000 --transactions 200 --latency 20",
      description: "A large, slow one",
    },
  ]),
);
