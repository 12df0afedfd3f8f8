import { lstat } from "node:fs/promises";
import { printInstant } from "@tieout/reconcile";
import { Clock, Effect } from "effect";
import { UsageWrong } from "../../config/faults.ts";
import { readGivenFile } from "../../config/given-file.ts";
import { readAllowedSigners } from "../../signatures/allowed-signers.ts";
import { type FoundReports, findReports } from "./find-reports.ts";
import { type Problem, reasonOf } from "./problem.ts";
import { type VerifiedReport, verifyReport } from "./verify-report.ts";
import type { DemandedSigners } from "./verify-signature.ts";

/** What checking everything under a directory came to. */
export interface Verification {
  readonly reports: ReadonlyArray<VerifiedReport>;
  /** What is wrong between reports, or with the directory itself; `file` is a path. */
  readonly problems: ReadonlyArray<Problem>;
  readonly isVerified: boolean;
}

const isThere = (dir: string): Promise<boolean> =>
  lstat(dir).then(
    () => true,
    () => false,
  );

const found = async (dir: string, today: string): Promise<FoundReports> => {
  try {
    const reports = await findReports(dir, today);
    return reports.reports.length > 0 || reports.problems.length > 0
      ? reports
      : { reports: [], problems: [{ file: dir, problem: "holds no report" }] };
  } catch (cause) {
    return {
      reports: [],
      problems: [{ file: dir, problem: `does not lead to a report: ${reasonOf(cause)}` }],
    };
  }
};

/** Reads whose signatures are demanded; fails with `UsageWrong` where the file does not say so, every line of it at once. */
const demandedSigners = Effect.fnUntraced(function* (file: string | undefined) {
  if (file === undefined) return null;
  const wrong = (problems: ReadonlyArray<string>) =>
    new UsageWrong({
      faults: problems.map((problem) => ({ where: "--allowed-signers", problem: `is ${file}: ${problem}` })),
    });
  const text = yield* Effect.try({
    try: () => readGivenFile(file).toString("utf8"),
    catch: (cause) => wrong([reasonOf(cause)]),
  });
  const { signers, problems } = readAllowedSigners(text);
  if (problems.length > 0) return yield* wrong(problems);
  if (signers.length === 0) return yield* wrong(["nobody is named in it"]);
  return { file, signers, at: printInstant(yield* Clock.currentTimeMillis) } satisfies DemandedSigners;
});

/**
 * Checks every report that a directory stands for, offline and without a ledger. With a file of allowed signers each
 * has to be signed by one of them. Fails with `UsageWrong` when there is nothing of that name, or nobody in the file;
 * whatever else is wrong is in the result.
 */
export const verifyReports = Effect.fn("verifyReports")(function* (dir: string, allowedSigners?: string) {
  const signers = yield* demandedSigners(allowedSigners);
  if (!(yield* Effect.promise(() => isThere(dir))))
    return yield* new UsageWrong({
      faults: [{ where: "DIR", problem: `is ${dir}, and there is no such directory` }],
    });
  // By this machine's clock, in UTC, as runs move `latest`.
  const today = printInstant(yield* Clock.currentTimeMillis).slice(0, 10);
  const { reports, problems } = yield* Effect.promise(() => found(dir, today));
  const verified = yield* Effect.forEach(reports, ({ directory, ...place }) =>
    Effect.promise(() => verifyReport(directory, { ...place, signers })),
  );
  return {
    reports: verified,
    problems,
    isVerified: problems.length === 0 && verified.every((report) => report.problems.length === 0),
  } satisfies Verification;
});
