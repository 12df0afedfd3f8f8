import type { HttpFault } from "./faults/fault-kinds.ts";
import { plusDays } from "./world/calendar.ts";
import type { Counting } from "./world/counting.ts";
import { DEFAULT_PLANTINGS, type Planting } from "./world/planting.ts";

/** The keys that the sandbox accepts. They open nothing but the sandbox. */
export interface SandboxKeys {
  readonly koard: string;
  readonly recordLive: string;
  readonly recordTest: string;
}

/** How large and how old the world is, and how the sandbox answers. Everything but `today` has a default. */
export interface SandboxOptions {
  /** Day of night 1, `YYYY-MM-DD`; night N is N − 1 days later. There is no clock in the world. */
  readonly today: string;
  readonly seed?: number;
  /** Cohorts on night 1. */
  readonly cohorts?: number;
  /** Credentials a batch, on average. */
  readonly recipients?: number;
  /** Settlement batches on night 1. */
  readonly batches?: number;
  /** Transactions a batch, on average. */
  readonly transactions?: number;
  readonly night?: number;
  /** No irregularities at all: every declared total is right on every night. Wins over `plant`. */
  readonly clean?: boolean;
  /** Irregularities by name, in place of {@link DEFAULT_PLANTINGS}. */
  readonly plant?: readonly Planting[];
  /** Processors that do not count gross captures and refunds on originals, by name. */
  readonly counting?: Counting;
  /** 0 lets the system choose. The host is always 127.0.0.1. */
  readonly port?: number;
  /** Wait before every answer of the two APIs. */
  readonly latencyMs?: number;
  /** Requests a second over both APIs; more are answered with 429 and `Retry-After`. 0 is no limit. */
  readonly rateLimit?: number;
  /** What goes wrong from the start: `parseFaults` reads a list of them. */
  readonly faults?: readonly HttpFault[];
  /** Another one is other requests that meet the same faults; default: `seed`. */
  readonly faultSeed?: number;
  /** The most batches or transactions on a page, whatever `limit` asks for: a server that clamps silently. */
  readonly pageLimit?: number;
  /** How many days back Koard's list of batches goes, by when they were closed: an API that forgets. 0 is all. */
  readonly listDays?: number;
  /** Refuses to send an answer that breaks its own spec (500 instead); for tests. */
  readonly validateResponses?: boolean;
  readonly keys?: Partial<SandboxKeys>;
}

/** {@link SandboxOptions} with every default filled in. */
export interface Settings {
  readonly today: string;
  readonly seed: number;
  readonly cohorts: number;
  readonly recipients: number;
  readonly batches: number;
  readonly transactions: number;
  readonly night: number;
  readonly plantings: readonly Planting[];
  readonly counting: Counting;
  readonly port: number;
  readonly latencyMs: number;
  readonly rateLimit: number;
  readonly faults: readonly HttpFault[];
  readonly faultSeed: number;
  readonly pageLimit: number;
  readonly listDays: number;
  readonly validateResponses: boolean;
  readonly keys: SandboxKeys;
}

/** An option of the sandbox is outside of what it may be. */
export class SandboxMisconfigured extends Error {
  override readonly name = "SandboxMisconfigured";
}

const LIMITS = {
  seed: [0, 2 ** 31 - 1],
  faultSeed: [0, 2 ** 31 - 1],
  cohorts: [0, 100_000],
  recipients: [1, 100_000],
  batches: [0, 1_000_000],
  transactions: [1, 4_000_000],
  night: [1, 1000],
  port: [0, 65_535],
  latencyMs: [0, 600_000],
  rateLimit: [0, 1_000_000],
  pageLimit: [1, 500],
  listDays: [0, 3650],
} as const;

const whole = (name: keyof typeof LIMITS, value: number): number => {
  const [min, max] = LIMITS[name];
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new SandboxMisconfigured(`${name} must be a whole number from ${min} to ${max}, not ${value}`);
};

// Temporal refuses the 30th of February, but takes texts that are more than a day.
const dayOf = (today: string): string => {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(today)) return plusDays(today, 0);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new SandboxMisconfigured(`today must be a day like 2026-11-20, not ${today}`);
};

/** Fills in the defaults; throws {@link SandboxMisconfigured} for a value outside its limits. */
export const settingsOf = (options: SandboxOptions): Settings => {
  return {
    today: dayOf(options.today),
    seed: whole("seed", options.seed ?? 1),
    cohorts: whole("cohorts", options.cohorts ?? 12),
    recipients: whole("recipients", options.recipients ?? 20),
    batches: whole("batches", options.batches ?? 60),
    transactions: whole("transactions", options.transactions ?? 25),
    night: whole("night", options.night ?? 1),
    plantings: options.clean === true ? [] : (options.plant ?? DEFAULT_PLANTINGS),
    counting: options.counting ?? new Map(),
    port: whole("port", options.port ?? 0),
    latencyMs: whole("latencyMs", options.latencyMs ?? 0),
    rateLimit: whole("rateLimit", options.rateLimit ?? 0),
    faults: options.faults ?? [],
    faultSeed: whole("faultSeed", options.faultSeed ?? options.seed ?? 1),
    pageLimit: whole("pageLimit", options.pageLimit ?? 500),
    listDays: whole("listDays", options.listDays ?? 0),
    validateResponses: options.validateResponses ?? false,
    keys: {
      koard: "koard_sandbox_key",
      recordLive: "sk_live_sandbox",
      recordTest: "sk_test_sandbox",
      ...options.keys,
    },
  };
};

/** Checks a night number; the same limits as the option `night`. */
export const checkedNight = (night: number): number => whole("night", night);
