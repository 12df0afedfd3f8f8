import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { medianUsage } from "../measure/median.ts";
import { BUNDLE, inDirectory, RESULTS } from "../measure/places.ts";
import { runNode, runProgram, type Usage } from "../measure/run-process.ts";
import { megabytes, printedTable, seconds, times } from "../table.ts";
import { AS_OF, shapeOf } from "../wire/shape.ts";
import { startServer } from "../wire/start-server.ts";

const PEER = fileURLToPath(new URL("../contestants/dlt_peer.py", import.meta.url));

/** Pinned, as everything that figures are compared with. */
const REQUIREMENT = "dlt[duckdb]==1.31.0";

/** Beside the results, so that it is installed once. */
const ENVIRONMENT = join(RESULTS, "dlt");

/** Pulls of one world by tieout and by dlt's REST source into DuckDB; or why there were none. */
export type DltResult =
  | { readonly missing: string }
  | {
      readonly settlements: number;
      readonly toDlt: { readonly wall: number; readonly cpu: number };
      readonly tieout: Usage;
      readonly dlt: Usage;
    };

/** The Python that has dlt, installed where it is not yet; throws where there is no Python or no registry. */
const python = async (): Promise<string> => {
  const run = promisify(execFile);
  const program = join(ENVIRONMENT, "bin/python");
  if (existsSync(join(ENVIRONMENT, "installed"))) return program;
  await run("python3", ["-m", "venv", ENVIRONMENT]);
  await run(program, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", REQUIREMENT]);
  await run("touch", [join(ENVIRONMENT, "installed")]);
  return program;
};

const compared = async (program: string, settlements: number, rounds: number): Promise<DltResult> => {
  const server = await startServer(shapeOf(settlements));
  const [tieouts, dlts]: [Usage[], Usage[]] = [[], []];
  const env = { ...server.env, RUNTIME__DLTHUB_TELEMETRY: "false" };
  try {
    for (let round = 0; round < rounds; round += 1) {
      tieouts.push(
        await inDirectory((cwd) => runNode([BUNDLE, "run", "--quiet", "--as-of", AS_OF], { cwd, env })),
      );
      dlts.push(await inDirectory((cwd) => runProgram(program, [PEER], { cwd, env })));
    }
  } finally {
    await server.stop();
  }
  const [tieout, dlt] = [medianUsage(tieouts), medianUsage(dlts)];
  return {
    settlements,
    toDlt: { wall: tieout.wallMs / dlt.wallMs, cpu: tieout.cpuMs / dlt.cpuMs },
    tieout,
    dlt,
  };
};

/** Lets both pull the same world in turn, where Python and its registry are at hand. */
export const againstDlt = async (settlements: number, rounds: number): Promise<DltResult> => {
  try {
    return await compared(await python(), settlements, rounds);
  } catch (cause) {
    const [reason = "no reason"] = String(cause instanceof Error ? cause.message : cause).split("\n");
    return { missing: reason };
  }
};

/** The table of both, or why there is none. */
export const printedDlt = (result: DltResult): string => {
  if ("missing" in result) return `dlt was not measured: ${result.missing}`;
  const { settlements, toDlt, tieout, dlt } = result;
  return printedTable(
    `Beside dlt's REST source into DuckDB: ${settlements} × 200 transactions`,
    ["", "tieout/it", "by CPU", "time", "CPU", "peak memory"],
    [
      [
        "dlt",
        times(toDlt.wall),
        times(toDlt.cpu),
        seconds(dlt.wallMs),
        seconds(dlt.cpuMs),
        megabytes(dlt.peakKib),
      ],
      [
        "tieout",
        times(1),
        times(1),
        seconds(tieout.wallMs),
        seconds(tieout.cpuMs),
        megabytes(tieout.peakKib),
      ],
    ],
  );
};
