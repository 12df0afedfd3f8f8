import { join } from "node:path";
import { Console, Effect } from "effect";
import { Argument, Command } from "effect/cli";
import { type Verification, verifyReports } from "../publish/verify/verify-reports.ts";
import { EXIT, fails } from "./exit-code.ts";
import { outputFlags } from "./flags.ts";
import { asLines } from "./printable.ts";

const directory = Argument.String("DIR").pipe(
  Argument.withDescription(
    "A report, `latest`, a day (its newest revision), a book, or the output directory (every report and the chain over all)",
  ),
);

const machineReadable = ({ reports, problems, isVerified }: Verification): string =>
  JSON.stringify({
    verified: isVerified,
    reports: reports.map(({ problems: found, ...report }) => ({
      ...report,
      verified: found.length === 0,
      problems: found,
    })),
    problems,
  });

const goodNews = ({ reports }: Verification): ReadonlyArray<string> =>
  reports.flatMap(({ directory: at, files, rows, problems, notes }) => [
    ...(problems.length === 0 ? [`${at} verifies: ${files} files, ${rows} rows`] : []),
    ...notes.map((note) => `${at}: ${note}`),
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
  { directory, ...outputFlags },
  Effect.fnUntraced(function* ({ directory: dir, quiet, json }) {
    const verification = yield* verifyReports(dir);
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
  ]),
);
