import { medianUsage } from "../measure/median.ts";
import { BUNDLE, inDirectory } from "../measure/places.ts";
import { runNode, type Usage } from "../measure/run-process.ts";
import { percent, printedTable, seconds } from "../table.ts";
import { AS_OF, NEXT_AS_OF, shapeOf } from "../wire/shape.ts";
import { startServer } from "../wire/start-server.ts";

/** What one night took of the sources and of the machine. */
interface NightTaken extends Usage {
  readonly requests: number;
  readonly bytes: number;
}

/** Two nights over one ledger, between which nothing changed; medians of each figure. */
export interface NightResult {
  readonly settlements: number;
  readonly shares: Readonly<Record<"requests" | "bytes" | "wall" | "cpu", number>>;
  readonly first: NightTaken;
  readonly second: NightTaken;
}

const medianNight = (nights: readonly NightTaken[]): NightTaken => {
  const [first] = nights;
  if (first === undefined) throw new RangeError("nothing has no median");
  // Requests and bytes are the same in every round.
  return { ...first, ...medianUsage(nights) };
};

/** Runs tieout twice, a day apart, over a world in which nothing happens; so many times over. */
export const secondNight = async (settlements: number, rounds: number): Promise<NightResult> => {
  const server = await startServer(shapeOf(settlements));
  const night = async (cwd: string, asOf: string): Promise<NightTaken> => {
    await server.stats();
    const taken = await runNode([BUNDLE, "run", "--quiet", "--as-of", asOf], { cwd, env: server.env });
    const { requests, bytes } = await server.stats();
    return { ...taken, requests, bytes };
  };
  const [firsts, seconds]: [NightTaken[], NightTaken[]] = [[], []];
  try {
    for (let round = 0; round < rounds; round += 1)
      await inDirectory(async (cwd) => {
        firsts.push(await night(cwd, AS_OF));
        seconds.push(await night(cwd, NEXT_AS_OF));
      });
  } finally {
    await server.stop();
  }
  const [first, second] = [medianNight(firsts), medianNight(seconds)];
  const shares = {
    requests: second.requests / first.requests,
    bytes: second.bytes / first.bytes,
    wall: second.wallMs / first.wallMs,
    cpu: second.cpuMs / first.cpuMs,
  };
  return { settlements, shares, first, second };
};

/** The table of two nights. */
export const printedNight = ({ settlements, shares, first, second }: NightResult): string =>
  printedTable(
    `Second night, nothing changed: ${settlements} × 200 transactions`,
    ["", "share", "first", "second"],
    [
      ["requests", percent(shares.requests), String(first.requests), String(second.requests)],
      ["bytes", percent(shares.bytes), String(first.bytes), String(second.bytes)],
      ["time", percent(shares.wall), seconds(first.wallMs), seconds(second.wallMs)],
      ["CPU", percent(shares.cpu), seconds(first.cpuMs), seconds(second.cpuMs)],
    ],
  );
