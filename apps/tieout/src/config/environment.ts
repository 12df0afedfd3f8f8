import { existsSync } from "node:fs";
import { printInstant } from "@tieout/reconcile";
import { Clock, Effect } from "effect";
import { DEFAULT_FILE } from "./config-file.ts";
import { ConfigurationWrong } from "./faults.ts";
import { SettingsReader } from "./reader.ts";
import { type Flags, resolveForLedger, resolveSettings } from "./resolve-settings.ts";
import { BOOKS } from "./run-settings.ts";
import type { Settings } from "./Settings.ts";

/** The process's environment; the only place that reads it. */
const environment = Effect.sync(() => process.env);

const now = Effect.map(Clock.currentTimeMillis, printInstant);

/** The path of the config file that is meant, there or not. */
export const configFileOf = Effect.fnUntraced(function* (flags: Flags) {
  const reader = new SettingsReader(yield* environment, flags);
  return reader.value(BOOKS.config) ?? DEFAULT_FILE;
});

/** The settings of a command that asks sources: what was typed, and this process's environment and clock. */
export const settingsOf = Effect.fnUntraced(function* (flags: Flags) {
  return yield* resolveSettings(flags, yield* environment, yield* now);
});

/** The settings of a command that needs the ledger alone: no key is looked for. */
export const ledgerSettingsOf = Effect.fnUntraced(function* (flags: Flags) {
  return yield* resolveForLedger(flags, yield* environment, yield* now);
});

/**
 * Fails with {@link ConfigurationWrong} where there is no ledger yet: a command that only reads one must
 * not leave an empty one behind.
 */
export const requireLedger = ({ ledgerFile }: Settings): Effect.Effect<void, ConfigurationWrong> =>
  existsSync(ledgerFile)
    ? Effect.void
    : Effect.fail(
        new ConfigurationWrong({
          faults: [
            {
              where: `The ledger ${ledgerFile}`,
              problem: "is not there; `tieout run` or `tieout pull` makes one",
            },
          ],
        }),
      );
