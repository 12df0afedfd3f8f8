import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { parse } from "csv-parse/sync";
import { medianUsage } from "../measure/median.ts";
import { BUNDLE, emptyIn, inDirectory } from "../measure/places.ts";
import { runNode, type Usage } from "../measure/run-process.ts";
import { megabytes, percent, printedTable, seconds, times } from "../table.ts";
import { AS_OF, shapeOf } from "../wire/shape.ts";
import { startServer, type WireServer } from "../wire/start-server.ts";
import { AT_ONCE_A_SOURCE, type Ideal, nearIdeal } from "./ideal.ts";

const FLOOR = fileURLToPath(new URL("../contestants/floor.ts", import.meta.url));
const REFERENCE = fileURLToPath(new URL("../contestants/reference/main.ts", import.meta.url));
const PLAIN = fileURLToPath(new URL("../contestants/plain.ts", import.meta.url));

/** Who does the work, in the order in which each round lets them. */
const CONTESTANTS = {
  drain: [FLOOR, "--drop"],
  floor: [FLOOR],
  reference: [REFERENCE],
  tieout: [BUNDLE, "run", "--quiet", "--as-of", AS_OF],
  plain: [PLAIN],
} as const;

type Contestant = keyof typeof CONTESTANTS;

const NAMES: readonly Contestant[] = ["drain", "floor", "reference", "tieout", "plain"];

/** What is pulled, and how long each answer waits first. */
interface World {
  readonly settlements: number;
  readonly latencyMs: number;
}

/** What is said to whoever asks for several things at once. The plain script asks for one after the other. */
interface AtOnce {
  readonly options: Partial<Record<Contestant, readonly string[]>>;
  readonly env: Readonly<Record<string, string>>;
}

/** Without latency everybody does as by default; with it all ask for as much at once. */
const atOnceFor = ({ latencyMs }: World): AtOnce =>
  latencyMs === 0
    ? { options: {}, env: {} }
    : {
        options: { tieout: ["--concurrency", String(AT_ONCE_A_SOURCE)] },
        env: { AT_ONCE: String(2 * AT_ONCE_A_SOURCE) },
      };

/** What a contestant took, and what the server spent on it meanwhile. */
interface Measured extends Usage {
  readonly serverCpuMs: number;
}

/** The files that the reference makes as well, and where tieout puts them. */
const COMPARED = ["settlement-by-batch.csv", "credentials-by-cohort.csv"] as const;

/** The rows of a CSV in these columns, or in all that it has. */
const rowsIn = (path: string, columns?: ReadonlyArray<string>) => {
  const [header = [], ...rows] = parse(readFileSync(path));
  const kept = (columns ?? header).map((name) => header.indexOf(name));
  return { header, rows: rows.map((row) => kept.map((at) => row[at])) };
};

/** Tieout's files may have columns that the reference does not make. */
const compareFiles = (directory: string): void => {
  for (const name of COMPARED) {
    const theirs = rowsIn(join(directory, "reference", name));
    const ours = rowsIn(join(directory, "tieout/out/default/latest", name), theirs.header);
    if (!isDeepStrictEqual(ours.rows, theirs.rows))
      throw new Error(`the reference's ${name} is another than tieout's: the two did not do the same work`);
  }
};

const runOnce = async (
  server: WireServer,
  { options, env }: AtOnce,
  directory: string,
  name: Contestant,
): Promise<Measured> => {
  const before = await server.stats();
  const place = { cwd: emptyIn(directory, name), env: { ...server.env, ...env } };
  const taken = await runNode([...CONTESTANTS[name], ...(options[name] ?? [])], place);
  return { ...taken, serverCpuMs: (await server.stats()).cpuMs - before.cpuMs };
};

const ratios = (of: Measured, to: Measured) => ({ wall: of.wallMs / to.wallMs, cpu: of.cpuMs / to.cpuMs });

/** What pulling one world came to. */
export interface PullResult extends World {
  readonly credentialBatches: number;
  readonly rounds: number;
  /** Of one settlement batch and one credential batch. */
  readonly bytes: readonly [number, number];
  readonly tieoutTo: Readonly<Record<"floor" | "reference" | "plain", { wall: number; cpu: number }>>;
  /** Null without latency. */
  readonly ideal: Ideal | null;
  readonly medians: Readonly<Record<Contestant, Measured>>;
}

const summed = (all: Readonly<Record<Contestant, readonly Measured[]>>, name: Contestant): Measured => ({
  ...medianUsage(all[name]),
  serverCpuMs: medianUsage(all[name].map((one) => ({ ...one, cpuMs: one.serverCpuMs }))).cpuMs,
});

/** Lets all contestants pull the same world, one after the other, round by round. */
export const pull = async (world: World, rounds: number): Promise<PullResult> => {
  const shape = shapeOf(world.settlements);
  const server = await startServer(shape, world);
  try {
    return await inDirectory(async (directory) => {
      const all: Record<Contestant, Measured[]> = {
        drain: [],
        floor: [],
        reference: [],
        tieout: [],
        plain: [],
      };
      for (let round = 0; round < rounds; round += 1)
        for (const name of NAMES) all[name].push(await runOnce(server, atOnceFor(world), directory, name));
      compareFiles(directory);
      const medians = {
        drain: summed(all, "drain"),
        floor: summed(all, "floor"),
        reference: summed(all, "reference"),
        tieout: summed(all, "tieout"),
        plain: summed(all, "plain"),
      };
      const { tieout, floor, reference, plain } = medians;
      return {
        ...world,
        credentialBatches: shape.credentialBatches,
        rounds,
        bytes: [server.bytesOfBatch, server.bytesOfCredentialBatch],
        tieoutTo: {
          floor: ratios(tieout, floor),
          reference: ratios(tieout, reference),
          plain: ratios(tieout, plain),
        },
        ideal: world.latencyMs === 0 ? null : nearIdeal(world, medians),
        medians,
      };
    });
  } finally {
    await server.stop();
  }
};

/** The table of one world. */
export const printedPull = (result: PullResult): string => {
  const { medians, settlements, credentialBatches, latencyMs, rounds, bytes, ideal } = result;
  const rows = NAMES.map((name) => {
    const own = medians[name];
    const { wall, cpu } = ratios(medians.tieout, own);
    return [
      name,
      times(wall),
      times(cpu),
      percent(own.serverCpuMs / own.wallMs),
      seconds(own.wallMs),
      seconds(own.cpuMs),
      megabytes(own.peakKib),
    ];
  });
  if (ideal !== null)
    rows.push(
      ["ideal", times(ideal.toIdeal), "", "", seconds(ideal.idealMs)],
      ["ideal by own CPU", times(ideal.toOwn), "", ""],
    );
  const title = `Pull, store, close, publish: ${settlements} × 200 transactions (${Math.round(bytes[0] / 1000)} KB each), ${credentialBatches} credential batches (${Math.round(bytes[1] / 1000)} KB each), latency ${latencyMs} ms, medians of ${rounds}`;
  return printedTable(title, ["", "tieout/it", "by CPU", "server busy", "time", "CPU", "peak memory"], rows);
};

/** How peak memory grows with the world, over the worlds that were pulled. */
export const peaks = (results: readonly PullResult[]): string =>
  printedTable(
    "Peak memory of tieout's first night",
    ["", "to the one above", "peak memory"],
    results.map(({ settlements, medians }, at) => [
      `${settlements.toLocaleString("en")} × 200 transactions`,
      times(medians.tieout.peakKib / (results[at - 1]?.medians ?? medians).tieout.peakKib),
      megabytes(medians.tieout.peakKib),
    ]),
  );
