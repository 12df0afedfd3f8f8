import { Command } from "effect/cli";
import { titleOf } from "../config/sources.ts";
import { backup } from "./commands/backup.ts";
import { decide } from "./commands/decide.ts";
import { demo } from "./commands/demo.ts";
import { diff } from "./commands/diff.ts";
import { doctor } from "./commands/doctor.ts";
import { explain } from "./commands/explain.ts";
import { exporting } from "./commands/export.ts";
import { fleet } from "./commands/fleet.ts";
import { init } from "./commands/init.ts";
import { ledger } from "./commands/ledger.ts";
import { prune } from "./commands/prune.ts";
import { pull } from "./commands/pull.ts";
import { report } from "./commands/report.ts";
import { run } from "./commands/run.ts";
import { runner } from "./commands/runner.ts";
import { sandbox } from "./commands/sandbox.ts";
import { show } from "./commands/show.ts";
import { status } from "./commands/status.ts";
import { verify } from "./commands/verify.ts";

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
    fleet,
    runner,
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
    ledger,
    prune,
    demo,
    sandbox,
  ]),
);
