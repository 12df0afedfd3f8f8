import { Command } from "effect/cli";
import { titleOf } from "../config/sources.ts";
import { backup } from "./backup.ts";
import { decide } from "./decide.ts";
import { demo } from "./demo.ts";
import { diff } from "./diff.ts";
import { doctor } from "./doctor.ts";
import { explain } from "./explain.ts";
import { exporting } from "./export.ts";
import { init } from "./init.ts";
import { prune } from "./prune.ts";
import { pull } from "./pull.ts";
import { report } from "./report.ts";
import { run } from "./run.ts";
import { sandbox } from "./sandbox.ts";
import { show } from "./show.ts";
import { status } from "./status.ts";
import { verify } from "./verify.ts";

/** `tieout` and its commands. */
export const root = Command.make("tieout").pipe(
  Command.withDescription(
    `Ties credential batches (${titleOf("credentials")}) and card settlements (${titleOf("settlements")}) out every night: proves each total against the ` +
      "rows under it, and publishes reconciliation CSVs. Keys come from the environment: RECORD_API_TOKEN, " +
      "KOARD_API_KEY, or files named by RECORD_API_TOKEN_FILE, KOARD_API_KEY_FILE.",
  ),
  Command.withSubcommands([
    init,
    run,
    pull,
    report,
    decide,
    explain,
    show,
    exporting,
    diff,
    verify,
    status,
    doctor,
    backup,
    prune,
    demo,
    sandbox,
  ]),
);
