import { describe, expect, it } from "vitest";
import { EXIT, Finished, worstOf } from "../../src/cli/exit-code.ts";
import { exitCodeOf } from "../../src/cli/failure-exit.ts";
import { ConfigurationWrong, UsageWrong } from "../../src/config/faults.ts";
import { LeaseLost, LedgerFailed, LedgerLocked } from "../../src/ledger/failures.ts";
import { DeadlineReached } from "../../src/operate/night/each-book.ts";
import { ReportNotWritten } from "../../src/publish/failure.ts";
import { SourceFailed } from "../../src/sources/SourceFailed.ts";

const source = (kind: SourceFailed["kind"]) =>
  new SourceFailed({ source: "Koard", kind, problem: "said so" });
const ledger = (isNew: boolean) => new LedgerFailed({ ledger: "tieout.db", problem: "is damaged", isNew });
const report = (step: "create" | "write") => new ReportNotWritten({ place: "out", step, reason: "ENOSPC" });

describe("the exit code", () => {
  it.each([
    ["a command that has something to tell", new Finished({ code: EXIT.exceptions }), 2],
    ["wrong usage", new UsageWrong({ faults: [] }), 64],
    ["a source that cannot be trusted", source("untrusted"), 65],
    ["a source that is down", source("down"), 69],
    ["an output directory that cannot be made", report("create"), 73],
    ["a ledger that cannot be made", ledger(true), 73],
    ["a report that cannot be written", report("write"), 74],
    ["a ledger that cannot be used", ledger(false), 74],
    ["a source that is busy", source("busy"), 75],
    ["a deadline", new DeadlineReached({ deadlineMs: 1000 }), 75],
    [
      "a ledger that another run holds",
      new LedgerLocked({ ledger: "l", host: "h", pid: 1, since: "then", books: null }),
      75,
    ],
    ["a ledger that another run took over", new LeaseLost({ ledger: "l" }), 75],
    ["a refused key", source("key"), 77],
    ["wrong configuration", new ConfigurationWrong({ faults: [] }), 78],
    ["anything nobody thought of", new TypeError("undefined is not a function"), 70],
    ["a text that was thrown", "oops", 70],
    ["nothing", undefined, 70],
  ])("of %s is as the contract says", (_what, failure, code) => {
    expect(exitCodeOf(failure)).toBe(code);
  });

  it("of several is that of the first in the order of the contract, in whatever order they came", () => {
    const order = [70, 74, 73, 78, 77, 65, 69, 75, 2] as const;
    for (const [at, worst] of order.entries()) {
      const lesser = order.slice(at);
      expect(worstOf([...lesser].reverse())).toBe(worst);
      expect(worstOf([EXIT.ok, ...lesser, EXIT.ok])).toBe(worst);
    }
    expect(worstOf([EXIT.ok, EXIT.ok])).toBe(EXIT.ok);
    expect(worstOf([])).toBe(EXIT.ok);
  });
});
