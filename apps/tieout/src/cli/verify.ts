import { join } from "node:path";
import { Console, Effect, Option } from "effect";
import { ledgerNamed } from "../config/environment.ts";
import { UsageWrong } from "../config/faults.ts";
import type { LedgerPlace } from "../config/ledger-place.ts";
import { verifyAgainst, verifyLedger } from "../operate/inspect/verify-ledger.ts";
import { asLines } from "../operate/printable.ts";
import { type Head, headsIn } from "../publish/verify/heads.ts";
import type { VerifiedReport } from "../publish/verify/verify-report.ts";
import type { Verification } from "../publish/verify/verify-reports.ts";
import { EXIT, fails } from "./exit-code.ts";
import type { Output } from "./flags.ts";
import { plural } from "./layout.ts";

/** What was typed beside the directory. */
interface Given extends Output {
  readonly allowedSigners: Option.Option<string>;
  readonly ledger: Option.Option<string>;
}

const printedHead = ({ book, report, manifestSha256 }: Head): string =>
  `The newest report of ${book} is ${report}, and its manifest.json has the SHA-256 ${manifestSha256}`;

const machineReadable = (
  { reports, problems, isVerified }: Verification,
  heads: ReadonlyArray<Head>,
): string =>
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
    heads: heads.map(({ book, report, manifestSha256 }) => ({
      book,
      report,
      manifest_sha256: manifestSha256,
    })),
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

/** `tieout verify --ledger URL`: reads every row of a ledger. */
const verifyLedgerAlone = Effect.fnUntraced(function* (
  ledger: LedgerPlace,
  { quiet, json }: { readonly quiet: boolean; readonly json: boolean },
) {
  const { runs, reports, details } = yield* verifyLedger(ledger);
  if (json)
    return yield* Console.log(
      JSON.stringify({ verified: true, ledger: ledger.name, runs, reports, details }),
    );
  if (quiet) return;
  const held = `${plural(runs, "run")}, ${plural(reports, "report")}, ${plural(details, "version")} of details`;
  yield* Console.log(
    asLines([`${ledger.name} is whole: every row was read (${held}), and its key belongs to it`]),
  );
});

/** `tieout verify DIR`: checks published reports against what they say of themselves, and what a ledger says of them. */
const verifyDirectory = Effect.fnUntraced(function* (
  dir: string,
  { allowedSigners: signers, ledger, quiet, json }: Given,
) {
  const place = Option.isSome(ledger) ? yield* ledgerNamed(ledger.value) : undefined;
  const verification = yield* verifyAgainst(dir, { signers: Option.getOrUndefined(signers), ledger: place });
  // Of reports that do not verify nobody should keep the newest as the right one.
  const heads = verification.isVerified ? yield* Effect.promise(() => headsIn(dir)) : [];
  if (json) yield* Console.log(machineReadable(verification, heads));
  else {
    const good = [...goodNews(verification), ...heads.map(printedHead)];
    if (!quiet && good.length > 0) yield* Console.log(asLines(good));
    for (const line of [...badNews(verification), ...verdictOf(verification)])
      yield* Console.error(asLines([line]));
  }
  if (!verification.isVerified) return yield* fails(EXIT.untrusted);
});

/** What `tieout verify` does. */
export const verify = Effect.fnUntraced(function* ({
  directory: dir,
  ...given
}: Given & { readonly directory: Option.Option<string> }) {
  if (Option.isSome(dir)) return yield* verifyDirectory(dir.value, given);
  if (Option.isSome(given.ledger) && Option.isSome(given.allowedSigners))
    return yield* new UsageWrong({
      faults: [{ where: "--allowed-signers", problem: "is about reports: name their directory as well" }],
    });
  if (Option.isSome(given.ledger))
    return yield* verifyLedgerAlone(yield* ledgerNamed(given.ledger.value), given);
  return yield* new UsageWrong({
    faults: [{ where: "DIR", problem: "is missing: name a directory of reports, or a ledger with --ledger" }],
  });
});
