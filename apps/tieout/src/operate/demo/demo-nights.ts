import { join } from "node:path";
import { Effect } from "effect";
import { resolveSettings } from "../../config/resolve-settings.ts";
import { runBook } from "../night/book-night.ts";
import { eachBook } from "../night/each-book.ts";
import type { Summary } from "../night/summarise.ts";
import { openSandbox } from "./open-sandbox.ts";

/** The first night of every demo: fixed, so that a demo shows the same figures whenever it runs. */
const TODAY = "2026-11-18";
const NIGHTS = 3;

/** Runs three nights against a sandbox in this process and hands over the summary of each. */
export const demoNights = <E, R>(
  dir: string,
  show: (night: number, summary: Summary) => Effect.Effect<void, E, R>,
) =>
  Effect.gen(function* () {
    const sandbox = yield* openSandbox({ today: TODAY });
    for (let night = 1; night <= NIGHTS; night += 1) {
      sandbox.setNight(night);
      const environment = {
        RECORD_BASE_URL: sandbox.recordBaseUrl,
        RECORD_API_TOKEN: sandbox.recordToken,
        KOARD_BASE_URL: sandbox.koardBaseUrl,
        KOARD_API_KEY: sandbox.koardKey,
      };
      const flags = { ledger: `sqlite:${join(dir, "tieout.db")}`, out: join(dir, "out") };
      const settings = yield* resolveSettings(flags, environment, sandbox.asOf);
      const { outcomes, failures } = yield* eachBook(settings, runBook);
      const [failed] = failures;
      if (failed !== undefined) return yield* failed.failure;
      for (const { summary } of outcomes) yield* show(night, summary);
    }
  }).pipe(Effect.scoped);
