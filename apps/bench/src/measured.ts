import type { Options } from "./options.ts";
import { type CloseResult, closeAtScale, printedClose } from "./parts/close.ts";
import { type CsvResult, csv, printedCsv } from "./parts/csv.ts";
import { againstDlt, type DltResult, printedDlt } from "./parts/dlt.ts";
import { type HostileResult, hostileBodies, printedHostile } from "./parts/hostile.ts";
import { type LargeResult, largeBatch, printedLarge } from "./parts/large-batch.ts";
import { type LimitResult, limited, printedLimits } from "./parts/limit.ts";
import { type MemoryResult, memoryOf, printedMemory } from "./parts/memory.ts";
import { type PullResult, peaks, printedPull, pull } from "./parts/pull.ts";
import { type NightResult, printedNight, secondNight } from "./parts/second-night.ts";
import { printedStart, type StartResult, startUp } from "./parts/start-up.ts";
import { printedTools, type ToolsResult, tools } from "./parts/tools.ts";
import { printedValidation, type ValidationResult, validation } from "./parts/validation.ts";

/** What a bench run found, part by part; null for what was not asked for. */
export interface Measured {
  readonly pulls: readonly PullResult[];
  readonly nights: readonly NightResult[];
  readonly memories: readonly MemoryResult[];
  readonly latencies: readonly PullResult[];
  readonly limits: readonly LimitResult[];
  readonly dlt: DltResult | null;
  readonly large: readonly LargeResult[];
  readonly hostile: readonly HostileResult[];
  readonly csv: CsvResult | null;
  readonly validation: readonly ValidationResult[];
  readonly start: StartResult | null;
  readonly close: CloseResult | null;
  readonly tools: ToolsResult | null;
}

/** A ledger is closed this often; each takes long enough to be steady. */
const CLOSE_ROUNDS = 3;

/** The world of the parts that need only one: the second smallest that was asked for, or the only one. */
const middleOf = (sizes: readonly number[]): number => sizes[1] ?? sizes[0] ?? 1;

/** Measures each of some values, one after the other, and prints what was found as soon as it is. */
const each = async <Value, Result>(
  values: readonly Value[],
  measure: (value: Value) => Promise<Result>,
  print: (result: Result) => void,
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  for (const value of values) {
    const result = await measure(value);
    print(result);
    results.push(result);
  }
  return results;
};

/** Measures what was asked for; `print` is given each table when it is ready. */
export const measured = async (options: Options, print: (table: string) => void): Promise<Measured> => {
  const { sizes, latenciesMs, limit, rounds, parts } = options;
  const size = middleOf(sizes);
  const once = async <Result>(
    isAsked: boolean,
    measure: () => Promise<Result>,
    table: (result: Result) => string,
  ): Promise<Result | null> => {
    const [result] = await each(isAsked ? [undefined] : [], measure, (found) => print(table(found)));
    return result ?? null;
  };
  const pulls = await each(
    parts.has("pull") ? sizes : [],
    (settlements) => pull({ settlements, latencyMs: 0 }, rounds),
    (result) => print(printedPull(result)),
  );
  if (pulls.length > 1) print(peaks(pulls));
  const nights = await each(
    parts.has("night") ? sizes : [],
    (settlements) => secondNight(settlements, rounds),
    (result) => print(printedNight(result)),
  );
  const memories = await each(parts.has("memory") ? sizes : [], memoryOf, (result) =>
    print(printedMemory(result)),
  );
  const latencies = await each(
    parts.has("latency") ? latenciesMs : [],
    (latencyMs) => pull({ settlements: size, latencyMs }, rounds),
    (result) => print(printedPull(result)),
  );
  return {
    pulls,
    nights,
    memories,
    latencies,
    limits: (await once(parts.has("limit"), () => limited(limit, rounds), printedLimits)) ?? [],
    dlt: await once(parts.has("dlt"), () => againstDlt(size, rounds), printedDlt),
    large: await each(parts.has("large") ? options.large : [], largeBatch, (result) =>
      print(printedLarge([result])),
    ),
    hostile: (await once(parts.has("hostile"), hostileBodies, printedHostile)) ?? [],
    csv: await once(parts.has("csv"), () => csv(rounds), printedCsv),
    validation: (await once(parts.has("validation"), validation, printedValidation)) ?? [],
    start: await once(parts.has("start"), () => startUp(rounds), printedStart),
    close: await once(
      parts.has("close"),
      () => closeAtScale(options.closeSizes, Math.min(CLOSE_ROUNDS, rounds)),
      printedClose,
    ),
    tools: await once(parts.has("tools"), () => tools(rounds), printedTools),
  };
};
