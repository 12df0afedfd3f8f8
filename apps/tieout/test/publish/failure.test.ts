import { expect, it } from "vitest";
import { ReportNotWritten } from "../../src/publish/failure.ts";

it("a report that is not in its place says which step failed, and what room it needs", () => {
  const failed = { place: "out/default", reason: "EACCES" };
  expect(new ReportNotWritten({ ...failed, step: "create" }).message).toBe(
    "The report in out/default could not be created: EACCES; the last report is untouched",
  );
  expect(new ReportNotWritten({ ...failed, step: "write", bytesNeeded: 5 }).message).toBe(
    "The report in out/default could not be written: EACCES; it needs 5 bytes; the last report is untouched",
  );
});
