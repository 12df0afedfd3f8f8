import { parseArgs } from "node:util";

/** What a bench run measures. */
export interface Options {
  /** Settlement batches of each world that is pulled. */
  readonly sizes: readonly number[];
  /** What each answer waits for. */
  readonly latencyMs: number;
  /** How often each contestant runs. */
  readonly rounds: number;
  /** Settlement batches of each ledger that is closed. */
  readonly closeSizes: readonly number[];
  readonly parts: ReadonlySet<Part>;
}

/** What can be measured by itself. */
const PARTS = ["pull", "night", "start", "close"] as const;
type Part = (typeof PARTS)[number];

/** What `--help` prints. */
export const USAGE = `Measures tieout against other ways to do the same work; prints ratios, and writes results/*.json.

  --quick           Small worlds and fewer rounds: under two minutes on a quiet machine
  --sizes 100,1000  Settlement batches of 200 transactions (and half as many credential batches) of each world
  --close 500,1500  Settlement batches of 200 transactions of each ledger that is closed
  --latency MS      What each answer waits for (default 0)
  --rounds N        How often each contestant runs; the median counts (default 5)
  --parts pull,…    Only these: ${PARTS.join(", ")}
`;

const numbers = (name: string, text: string): readonly number[] => {
  const read = text.split(",").map(Number);
  if (!read.every((number) => Number.isSafeInteger(number) && number > 0))
    throw new RangeError(`--${name} is a list of whole numbers above 0, as 100,1000`);
  return read;
};

const partsOf = (text: string): ReadonlySet<Part> => {
  const asked = text.split(",");
  const unknown = asked.find((name) => !PARTS.some((part) => part === name));
  if (unknown !== undefined) throw new RangeError(`--parts knows ${PARTS.join(", ")}, not ${unknown}`);
  return new Set(PARTS.filter((part) => asked.includes(part)));
};

/** Reads the command line; undefined where it asks for help. Throws for what it does not know. */
export const readOptions = (args: readonly string[]): Options | undefined => {
  const { values } = parseArgs({
    // pnpm hands its own `--` on.
    args: args.filter((arg) => arg !== "--"),
    options: {
      help: { type: "boolean", default: false },
      quick: { type: "boolean", default: false },
      sizes: { type: "string" },
      close: { type: "string" },
      latency: { type: "string", default: "0" },
      rounds: { type: "string" },
      parts: { type: "string", default: PARTS.join(",") },
    },
  });
  if (values.help) return undefined;
  const { quick } = values;
  const latencyMs = Number(values.latency);
  if (!(latencyMs >= 0)) throw new RangeError("--latency is a number of milliseconds");
  return {
    sizes: numbers("sizes", values.sizes ?? (quick ? "100" : "1000")),
    closeSizes: numbers("close", values.close ?? (quick ? "50,150,500" : "500,1500,5000")),
    rounds: numbers("rounds", values.rounds ?? (quick ? "3" : "5"))[0] ?? 1,
    latencyMs,
    parts: partsOf(values.parts),
  };
};
