import { join } from "node:path";
import { Console, Effect, Option } from "effect";
import { Argument, Command, Flag } from "effect/cli";
import type { VerifiedReport } from "../publish/verify/verify-report.ts";
import { type Verification, verifyReports } from "../publish/verify/verify-reports.ts";
import { EXIT, fails } from "./exit-code.ts";
import { outputFlags } from "./flags.ts";
import { asLines } from "./printable.ts";

const directory = Argument.String("DIR").pipe(
  Argument.withDescription(
    "A report, `latest`, a day (its newest revision), a book, or the output directory (every report and the chain over all)",
  ),
);

const allowedSigners = Flag.String("allowed-signers").pipe(
  Flag.withMetavar("FILE"),
  Flag.withDescription(
    "Demand of every report a signature by somebody whom FILE names, as `ssh-keygen -Y verify -f FILE` does",
  ),
  Flag.optional,
);

const machineReadable = ({ reports, problems, isVerified }: Verification): string =>
  JSON.stringify({
    verified: isVerified,
    reports: reports.map(({ problems: found, isSigned, signedBy, ...report }) => ({
      ...report,
      signed: isSigned,
      signed_by: signedBy,
      verified: found.length === 0,
      problems: found,
    })),
    problems,
  });

const signedBy = ({ isSigned, signedBy: signer }: VerifiedReport): string => {
  if (signer !== null) return `, signed by ${signer}`;
  return isSigned ? ", signed (--allowed-signers FILE says by whom)" : "";
};

const goodNews = ({ reports }: Verification): ReadonlyArray<string> =>
  reports.flatMap((report) => [
    ...(report.problems.length === 0
      ? [`${report.directory} verifies: ${report.files} files, ${report.rows} rows${signedBy(report)}`]
      : []),
    ...report.notes.map((note) => `${report.directory}: ${note}`),
  ]);

const badNews = ({ reports, problems }: Verification): ReadonlyArray<string> => [
  ...reports.flatMap((report) =>
    report.problems.map(({ file, problem }) => `${join(report.directory, file)} ${problem}`),
  ),
  ...problems.map(({ file, problem }) => `${file} ${problem}`),
];

/** How many of them failed; nothing where only what is between them is wrong. */
const verdictOf = ({ reports }: Verification): ReadonlyArray<string> => {
  const failed = reports.filter(({ problems }) => problems.length > 0).length;
  return failed === 0
    ? []
    : [`${failed} of ${reports.length} ${reports.length === 1 ? "report does" : "reports do"} not verify`];
};

/** `tieout verify DIR`: checks published reports against what they say of themselves. */
export const verify = Command.make(
  "verify",
  { directory, allowedSigners, ...outputFlags },
  Effect.fnUntraced(function* ({ directory: dir, allowedSigners: signers, quiet, json }) {
    const verification = yield* verifyReports(dir, Option.getOrUndefined(signers));
    if (json) yield* Console.log(machineReadable(verification));
    else {
      const good = goodNews(verification);
      if (!quiet && good.length > 0) yield* Console.log(asLines(good));
      for (const line of [...badNews(verification), ...verdictOf(verification)])
        yield* Console.error(asLines([line]));
    }
    if (!verification.isVerified) return yield* fails(EXIT.untrusted);
  }),
).pipe(
  Command.withDescription(
    "Check published reports against their manifests, offline: hashes, row counts, control totals, the chain; exit 65 when one does not verify",
  ),
  Command.withExamples([
    { command: "tieout verify out/default/latest", description: "The newest report" },
    { command: "tieout verify out", description: "Every report of every book, and the chain between them" },
    {
      command: "tieout verify out --allowed-signers signers",
      description: "The same, and each signed by somebody who is named there",
    },
  ]),
);
