import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parseArgs } from "node:util";
import { printInstant } from "@tieout/reconcile";
import { Effect } from "effect";
// The app exports nothing; its own nights are what is measured.
import { resolveSettings } from "../../../tieout/src/config/resolve-settings.ts";
import { openSandbox } from "../../../tieout/src/operate/demo/open-sandbox.ts";
import { runBook } from "../../../tieout/src/operate/night/book-night.ts";
import { eachBook } from "../../../tieout/src/operate/night/each-book.ts";
import { Progress } from "../../../tieout/src/pull/Progress.ts";
import { runWithOptions, wholeNumber } from "../command-line.ts";
import { median } from "../measure/median.ts";

const USAGE = `Runs quiet nights, one a day, against the sandbox's default world, in which nothing changes, and prints how large the
ledger is and how long a night takes.

  --nights 365
`;

const TODAY = "2026-11-18";
const DAY_MS = 86_400_000;

/** Nights whose median stands for the one in the middle of them. */
const AROUND = 5;

const instantOf = (night: number): string => printInstant(Date.parse(`${TODAY}T02:00:00Z`) + night * DAY_MS);

/** Bytes of each table with its indexes, largest first. */
const tablesOf = (file: string): string => {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const rows = db
      .prepare(
        `SELECT s.tbl_name AS name, sum(d.pgsize) AS bytes FROM dbstat d JOIN sqlite_schema s ON s.name = d.name
         GROUP BY s.tbl_name ORDER BY bytes DESC LIMIT 9`,
      )
      .all();
    return rows.map(({ name, bytes }) => `${name} ${Math.round(Number(bytes) / 1024)}`).join(", ");
  } finally {
    db.close();
  }
};

const yearIn = (dir: string, nights: number) =>
  Effect.gen(function* () {
    const ledger = join(dir, "tieout.db");
    const sandbox = yield* openSandbox({ today: TODAY });
    const environment = {
      RECORD_BASE_URL: sandbox.recordBaseUrl,
      RECORD_API_TOKEN: sandbox.recordToken,
      KOARD_BASE_URL: sandbox.koardBaseUrl,
      KOARD_API_KEY: sandbox.koardKey,
    };
    const tookMs: Array<number> = [];
    for (let night = 1; night <= nights; night += 1) {
      const flags = { ledger: `sqlite:${ledger}`, out: join(dir, "out") };
      const settings = yield* resolveSettings(flags, environment, instantOf(night));
      const startedMs = performance.now();
      const { failures } = yield* eachBook(settings, runBook);
      tookMs.push(performance.now() - startedMs);
      const [failed] = failures;
      if (failed !== undefined) return yield* failed.failure;
      if (night <= 2 || night % 30 === 0 || night === nights) {
        const around = Math.round(median(tookMs.slice(-AROUND)));
        const kib = Math.round(statSync(ledger).size / 1024);
        process.stdout.write(`night ${night}: ${around} ms, ledger ${kib} KiB: ${tablesOf(ledger)}\n`);
      }
    }
  }).pipe(Effect.scoped, Effect.provide(Progress.silent));

await runWithOptions(
  USAGE,
  (args) => {
    const { values } = parseArgs({ args, options: { nights: { type: "string", default: "365" } } });
    return { nights: wholeNumber("nights", values.nights, 1) };
  },
  async ({ nights }) => {
    const dir = mkdtempSync(join(tmpdir(), "tieout-year-"));
    await Effect.runPromise(yearIn(dir, nights));
    rmSync(dir, { recursive: true, force: true });
  },
);
