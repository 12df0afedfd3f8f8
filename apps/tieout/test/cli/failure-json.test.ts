import { ApiRefused } from "@tieout/http";
import { describe, expect, it } from "vitest";
import { EXIT } from "../../src/cli/exit-code.ts";
import { failureOf, failuresJson, unreadFailure } from "../../src/cli/failure-json.ts";
import { ConfigurationWrong, UsageWrong } from "../../src/config/faults.ts";
import { LeaseLost, LedgerFailed, LedgerLocked } from "../../src/ledger/failures.ts";
import { DeadlineReached } from "../../src/operate/night/each-book.ts";
import { ReportNotWritten } from "../../src/publish/failure.ts";
import { SourceFailed, sourceFailed } from "../../src/sources/SourceFailed.ts";

const refused = (status: number, retryAfterMs?: number) =>
  sourceFailed(
    "Koard",
    new ApiRefused({
      ...{ api: "Koard", operation: "listBatches", status, detail: "no" },
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    }),
  );

describe("a failure as data", () => {
  it("names the source, the operation, and how long it asked to be left alone", () => {
    expect(failureOf(refused(429, 5_399_001))).toMatchObject({
      ...{ source: "koard", operation: "listBatches", kind: "busy", exit: 75, retry_after: 5400 },
      message: expect.stringContaining("listBatches"),
    });
    expect(failureOf(refused(401))).toMatchObject({ kind: "key", exit: 77, retry_after: null });
    const lost = new SourceFailed({ source: "Record", kind: "untrusted", problem: "Record lists nothing" });
    expect(failureOf(lost)).toEqual({
      ...{ source: "record", operation: null, kind: "untrusted", exit: 65, retry_after: null },
      message: "Record lists nothing",
    });
  });

  const faults = [{ where: "--x", problem: "is wrong" }];
  it.each([
    [new DeadlineReached({ deadlineMs: 1000 }), "deadline", EXIT.temporary],
    [new LedgerLocked({ ledger: "l", host: "h", pid: 1, since: "s", books: null }), "locked", EXIT.temporary],
    [new LeaseLost({ ledger: "l" }), "lease_lost", EXIT.temporary],
    [new LedgerFailed({ ledger: "l", problem: "p", isNew: false }), "ledger", EXIT.cannotWrite],
    [new LedgerFailed({ ledger: "l", problem: "p", isNew: false, isBusy: true }), "locked", EXIT.temporary],
    [new ReportNotWritten({ place: "out", step: "create", reason: "r" }), "output", EXIT.cannotCreate],
    [new UsageWrong({ faults }), "usage", EXIT.usage],
    [new ConfigurationWrong({ faults }), "configuration", EXIT.configuration],
    [new Error("nobody thought of it"), "bug", EXIT.software],
  ])("%s has a kind and its exit code", (error, kind, exit) => {
    expect(failureOf(error)).toEqual({
      ...{ source: null, operation: null, retry_after: null, kind, exit },
      message: error.message,
    });
  });

  it("is the one that the exit code is of; where there are several all are there", () => {
    const [busy, key, unread] = [failureOf(refused(429)), failureOf(refused(401)), unreadFailure("some")];
    expect(failuresJson([])).toEqual({});
    expect(failuresJson([busy])).toEqual({ error: busy });
    expect(failuresJson([busy, key, unread])).toEqual({ error: key, errors: [busy, key, unread] });
  });
});
