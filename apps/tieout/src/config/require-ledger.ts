import { existsSync } from "node:fs";
import { Effect } from "effect";
import { ConfigurationWrong } from "./faults.ts";
import type { Settings } from "./Settings.ts";

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
