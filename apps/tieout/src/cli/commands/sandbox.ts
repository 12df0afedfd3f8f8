// Not the sandbox itself, which takes its time to load: only the names for the help.
import { BASIS_NAMES } from "@tieout/sandbox/counting";
import { KNOWN_FAULTS } from "@tieout/sandbox/faults";
import { PLANT_NAMES } from "@tieout/sandbox/plants";
import { Command, Flag } from "effect/cli";
import { handled } from "../handled.ts";

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

/** `tieout sandbox`: serves both APIs on loopback until it is stopped. */
export const sandbox = Command.make(
  "sandbox",
  flags,
  handled(({ sandbox }) => sandbox),
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
