import { lstat } from "node:fs/promises";
import { printInstant } from "@tieout/reconcile";
import { Clock, Effect } from "effect";
import { UsageWrong } from "../../config/faults.ts";
import { type FoundReports, findReports } from "./find-reports.ts";
import { type Problem, reasonOf } from "./problem.ts";
import { type VerifiedReport, verifyReport } from "./verify-report.ts";

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

/**
 * Checks every report that a directory stands for, offline and without a ledger. Fails with `UsageWrong` when there
 * is nothing of that name; whatever else is wrong is in the result.
 */
export const verifyReports = Effect.fn("verifyReports")(function* (dir: string) {
  if (!(yield* Effect.promise(() => isThere(dir))))
    return yield* new UsageWrong({
      faults: [{ where: "DIR", problem: `is ${dir}, and there is no such directory` }],
    });
  // By this machine's clock, in UTC, as runs move `latest`.
  const today = printInstant(yield* Clock.currentTimeMillis).slice(0, 10);
  const { reports, problems } = yield* Effect.promise(() => found(dir, today));
  const verified = yield* Effect.forEach(reports, ({ directory, firstDay }) =>
    Effect.promise(() => verifyReport(directory, firstDay)),
  );
  return {
    reports: verified,
    problems,
    isVerified: problems.length === 0 && verified.every((report) => report.problems.length === 0),
  } satisfies Verification;
});
