import { parseArgs } from "node:util";
import { wholeNumber, wholeNumbers } from "./command-line.ts";

/** What can be measured by itself. */
const PARTS = [
  "pull",
  "night",
  "memory",
  "latency",
  "limit",
  "dlt",
  "large",
  "hostile",
  "csv",
  "validation",
  "start",
  "close",
  "tools",
] as const;
type Part = (typeof PARTS)[number];

/** What a bench run measures. */
export interface Options {
  /** Settlement batches of each world that is pulled. */
  readonly sizes: readonly number[];
  /** What each answer waits for, in the part about latency. */
  readonly latenciesMs: readonly number[];
  /** Requests a second that the limited server answers. */
  readonly limit: number;
  /** Transactions of each large batch. */
  readonly large: readonly number[];
  /** How often each contestant runs. */
  readonly rounds: number;
  /** Settlement batches of each ledger that is closed. */
  readonly closeSizes: readonly number[];
  readonly parts: ReadonlySet<Part>;
}

/** What `--help` prints. */
export const USAGE = `Measures tieout against other ways to do the same work; prints ratios, and writes results/*.json.

  --quick               Small worlds and fewer rounds: some minutes instead of hours
  --sizes 100,1000      Settlement batches of 200 transactions (and half as many credential batches) of each world
  --latency 20,100      Milliseconds that each answer waits for, in the part about latency
  --limit 200           Requests a second, in the part about limits
  --large 40000,1000000 Transactions of each large batch
  --close 500,1500      Settlement batches of 200 transactions of each ledger that is closed
  --rounds N            How often each contestant runs; the median counts (default 5)
  --parts pull,…        Only these: ${PARTS.join(", ")}
`;

const partsOf = (text: string): ReadonlySet<Part> => {
  const asked = text.split(",");
  const unknown = asked.find((name) => !PARTS.some((part) => part === name));
  if (unknown !== undefined) throw new RangeError(`--parts knows ${PARTS.join(", ")}, not ${unknown}`);
  return new Set(PARTS.filter((part) => asked.includes(part)));
};

/** Reads the command line. Throws a RangeError or Node's own error for what it does not understand. */
export const readOptions = (args: string[]): Options => {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: "boolean", default: false },
      sizes: { type: "string" },
      latency: { type: "string", default: "20,100" },
      limit: { type: "string", default: "200" },
      large: { type: "string", default: "40000,1000000" },
      close: { type: "string" },
      rounds: { type: "string" },
      parts: { type: "string", default: PARTS.join(",") },
    },
  });
  const { quick } = values;
  return {
    sizes: wholeNumbers("sizes", values.sizes ?? (quick ? "100" : "100,1000,10000")),
    latenciesMs: wholeNumbers("latency", values.latency),
    limit: wholeNumber("limit", values.limit),
    large: wholeNumbers("large", values.large),
    closeSizes: wholeNumbers("close", values.close ?? (quick ? "50,150,500" : "500,1500,10000")),
    rounds: wholeNumber("rounds", values.rounds ?? (quick ? "3" : "5")),
    parts: partsOf(values.parts),
  };
};
