import { Argument, Command, Flag } from "effect/cli";
import { outputFlags } from "../flags.ts";
import { handled } from "../handled.ts";

const directory = Argument.String("DIR").pipe(
  Argument.withDescription(
    "A report, `latest`, a day (its newest revision), a book, or the output directory (every report and the chain over all); may be left out with --ledger, which then is read itself",
  ),
  Argument.optional,
);

const ledgerFlag = Flag.String("ledger").pipe(
  Flag.withMetavar("URL"),
  Flag.withDescription(
    "With DIR, a book's or the output directory: compare it with what this ledger published. Without: read every row of it, as of a backup",
  ),
  Flag.optional,
);

const allowedSigners = Flag.String("allowed-signers").pipe(
  Flag.withMetavar("FILE"),
  Flag.withDescription(
    "Demand of every report a signature by somebody whom FILE names, as `ssh-keygen -Y verify -f FILE` does",
  ),
  Flag.optional,
);

/** `tieout verify`: checks reports, or a ledger. */
export const verify = Command.make(
  "verify",
  { directory, allowedSigners, ledger: ledgerFlag, ...outputFlags },
  handled(({ verify }) => verify),
).pipe(
  Command.withDescription(
    "Check published reports against their manifests, offline: hashes, row counts, control totals, the chain; exit 65 when one does not verify",
  ),
  Command.withExamples([
    { command: "tieout verify out/default/latest", description: "The newest report" },
    { command: "tieout verify out", description: "Every report of every book, and the chain between them" },
    {
      command: "tieout verify out --ledger sqlite:./tieout.db",
      description: "The same, and each as the ledger published it, with none taken away",
    },
    {
      command: "tieout verify --ledger sqlite:./backups/tieout.db",
      description: "Every row of a backup",
    },
    {
      command: "tieout verify out --allowed-signers signers",
      description: "The same, and each signed by somebody who is named there",
    },
  ]),
);
