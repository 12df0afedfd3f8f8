import { createServer } from "node:http";
import { answerHostile, HOSTILE_BODIES } from "tieout/test/wire/hostile-answers.ts";
import {
  AS_OF,
  batch,
  batchIds,
  type Exchange,
  KEY,
  type KoardServerOptions,
  koardHandler,
} from "tieout/test/wire/koard-server.ts";
import { BUNDLE, inDirectory } from "../measure/places.ts";
import { runNode, type Usage } from "../measure/run-process.ts";
import { megabytes, printedTable, seconds } from "../table.ts";

/** What a source that sends so much, or in such a form, makes of a run. */
export interface HostileResult {
  readonly what: string;
  readonly taken: Usage;
}

/** Requests at once, and batches: ten invalid ones would end the night. */
const AT_ONCE = 8;

const UNTRUSTED = 65;

/** A list that has no end, so many rows a page. */
const endless =
  (pageRows: number) =>
  ({ operation, query, response, answer }: Exchange): void => {
    if (operation !== "listBatches") return void answer();
    const offset = Number(query.get("offset"));
    const batches = Array.from({ length: pageRows }, (_, at) => batch(`b${offset + at}`, 0));
    const page = { batches, limit: Number(query.get("limit")), offset, page: 1, total: 1_000_000_000 };
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(page));
  };

const measure = async (
  what: string,
  misbehave: NonNullable<KoardServerOptions["misbehave"]>,
  exit: number,
): Promise<HostileResult> => {
  const server = createServer(koardHandler({ ids: batchIds(AT_ONCE), misbehave }, []));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server has no port");
  const env = { KOARD_BASE_URL: `http://127.0.0.1:${address.port}`, KOARD_API_KEY: KEY };
  try {
    return await inDirectory(async (cwd) => {
      const args = ["run", "--quiet", "--concurrency", String(AT_ONCE), "--as-of", AS_OF];
      return { what, taken: await runNode([BUNDLE, ...args], { cwd, env, exit }) };
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

/** Runs against each hostile body by itself, and against lists that do not end. */
export const hostileBodies = async (): Promise<readonly HostileResult[]> => {
  const results: HostileResult[] = [];
  for (const [what, body] of Object.entries(HOSTILE_BODIES))
    results.push(
      await measure(
        `${what}, 31 MiB each`,
        answerHostile(() => body),
        0,
      ),
    );
  for (const rows of [1, 500])
    results.push(await measure(`a list without an end, pages of ${rows}`, endless(rows), UNTRUSTED));
  return results;
};

/** The table of all. */
export const printedHostile = (results: readonly HostileResult[]): string =>
  printedTable(
    `Answers that cost more than they should, ${AT_ONCE} at once`,
    ["what", "peak memory", "time"],
    results.map(({ what, taken }) => [what, megabytes(taken.peakKib), seconds(taken.wallMs)]),
  );
