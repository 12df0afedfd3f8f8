import { medianUsage } from "../measure/median.ts";
import { BUNDLE, inDirectory } from "../measure/places.ts";
import { runNode, type Usage } from "../measure/run-process.ts";
import { percent, printedTable, seconds, times } from "../table.ts";
import { AS_OF } from "../wire/shape.ts";
import { startServer, type WireServer } from "../wire/start-server.ts";

/** A pull from a server that refuses more than so many requests a second to each API. */
export interface LimitResult {
  readonly perSecond: number;
  /** Settlement batches beside the credential batches; Koard has a limit of its own. */
  readonly settlements: number;
  /** Whether tieout was told of the limit, or had to learn it. */
  readonly isTold: boolean;
  readonly requests: number;
  readonly refusedShare: number;
  readonly idealMs: number;
  readonly toIdeal: number;
  readonly tieout: Usage;
}

const pulled = (server: WireServer, options: readonly string[]): Promise<Usage> =>
  inDirectory((cwd) =>
    runNode([BUNDLE, "run", "--quiet", "--as-of", AS_OF, ...options], { cwd, env: server.env }),
  );

/** So small that the limit and not the processor is what a pull waits for. */
const CREDENTIAL_BATCHES = 2000;

/** None beside them, and some whose rows keep the processor busy while the first credential batches are due. */
const SETTLEMENTS_BESIDE = [0, 100] as const;

/** Requests of a first night to Record: programmes, the list, and details. */
const RECORD_REQUESTS = 2 + CREDENTIAL_BATCHES;

/** Pulls under a limit that tieout is told of, and under one that it has to learn. */
export const limited = async (perSecond: number, rounds: number): Promise<readonly LimitResult[]> => {
  const results: LimitResult[] = [];
  const cases = SETTLEMENTS_BESIDE.flatMap((settlements) =>
    [true, false].map((isTold) => ({ settlements, isTold })),
  );
  for (const { settlements, isTold } of cases) {
    const world = { settlements, credentialBatches: CREDENTIAL_BATCHES };
    const server = await startServer(world, isTold ? {} : { limit: perSecond });
    try {
      const tieouts: Usage[] = [];
      await server.stats();
      for (let round = 0; round < rounds; round += 1)
        tieouts.push(await pulled(server, isTold ? ["--rate", String(perSecond)] : []));
      const { requests, refused } = await server.stats();
      const tieout = medianUsage(tieouts);
      const idealMs = (RECORD_REQUESTS / perSecond) * 1000;
      results.push({
        perSecond,
        settlements,
        isTold,
        requests: requests / rounds,
        refusedShare: refused / requests,
        idealMs,
        toIdeal: tieout.wallMs / idealMs,
        tieout,
      });
    } finally {
      await server.stop();
    }
  }
  return results;
};

/** The table of both ways to know a limit. */
export const printedLimits = (results: readonly LimitResult[]): string =>
  printedTable(
    `Limit: ${CREDENTIAL_BATCHES} credential batches, ${results[0]?.perSecond ?? 0} requests a second`,
    ["", "settlements beside", "to the ideal", "refused", "ideal", "time", "CPU"],
    results.map(({ settlements, isTold, toIdeal, refusedShare, idealMs, tieout }) => [
      isTold ? "told by --rate" : "learned",
      String(settlements),
      times(toIdeal),
      percent(refusedShare),
      seconds(idealMs),
      seconds(tieout.wallMs),
      seconds(tieout.cpuMs),
    ]),
  );
