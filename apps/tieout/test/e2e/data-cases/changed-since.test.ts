import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decimal } from "../expected-figures.ts";
import { cell, csv, fingerprint } from "../published.ts";
import type { SandboxProcess } from "../sandbox-process.ts";
import { accused, guilty } from "./accusations.ts";
import { expectedCohorts, expectedSettlements, like } from "./planted-rows.ts";
import {
  batchOf,
  codesOf,
  fileDirectory,
  type Judged,
  judged,
  minor,
  plantedSandbox,
  plantsOf,
  rowWhere,
} from "./planted-world.ts";

// Three nights over one ledger. What a later night shows otherwise than an earlier one is compared by hand:
// `restatements.csv` is not written yet.
const { cwd, remove } = fileDirectory();
const PLANTS = "late-refund:3,late-tip,batch-reopened,batch-vanished,credentials-vanished";

let sandbox: SandboxProcess;
const nights: Judged[] = [];
const published: Readonly<Record<string, string>>[] = [];
const DAYS = ["2026-11-17", "2026-11-18", "2026-11-19"] as const;

const directoryOf = (day: string): string => join(cwd, "out/default", day, "r1");

beforeAll(async () => {
  sandbox = await plantedSandbox(PLANTS, "--seed", "2");
  for (const night of [1, 2, 3]) {
    await sandbox.night(night);
    // The window reaches back to the batch that was accepted forty days ago.
    const options = ["--from", "2026-09-01"];
    nights.push(await judged(sandbox, { cwd, asOf: `2026-11-${17 + night}T02:00:00Z`, options }));
    published.push(fingerprint(directoryOf(DAYS[night - 1] ?? "")));
  }
});
afterAll(async () => {
  await sandbox.kill();
  remove();
});

const on = (night: 1 | 2 | 3): Judged => {
  const report = nights[night - 1];
  if (report === undefined) throw new Error(`there is no night ${night}`);
  return report;
};

const rowOn = (night: 1 | 2 | 3, batchId: string) => rowWhere(on(night).settlements, "batch_id", batchId);

describe("every night", () => {
  it.each([1, 2, 3] as const)("has its own figures and exceptions right: night %i", (night) => {
    const { truth, settlements, cohorts } = on(night);
    expect(like(settlements, expectedSettlements(truth))).toEqual(expectedSettlements(truth));
    expect(like(cohorts, expectedCohorts(truth))).toEqual(expectedCohorts(truth));
    expect(accused(on(night))).toEqual(guilty(on(night)));
  });

  it("leaves what was published before as it was, byte for byte", () => {
    expect(DAYS.map((day) => fingerprint(directoryOf(day)))).toEqual(published);
  });
});

describe("D2: a full refund of a capture that was accepted 40 days ago", () => {
  it("is in today's figures, and the day it belongs to stays as it was published", () => {
    const [late] = plantsOf(on(2), "late-refund");
    const [before, after] = [rowOn(1, late.batchId ?? ""), rowOn(2, late.batchId ?? "")];
    expect(cell(before, "business_date") < "2026-10-13").toBe(true);
    expect(minor(cell(after, "refunded_computed")) - minor(cell(before, "refunded_computed"))).toBe(
      BigInt(late.amountMinor ?? ""),
    );
    const unchanged = ["business_date", "state", "captured_declared", "captured_computed", "unexplained"];
    for (const column of unchanged) expect(cell(after, column)).toBe(cell(before, column));
    expect(minor(cell(before, "net_computed")) - minor(cell(after, "net_computed"))).toBe(
      BigInt(late.amountMinor ?? ""),
    );
    const old = csv(directoryOf(DAYS[0]), "settlement-by-batch.csv");
    expect(rowWhere(old, "batch_id", late.batchId ?? "")).toEqual(before);
    expect(codesOf(on(2), late.entityId)).toEqual([]);
  });

  it.todo("is a line of restatements.csv with the cause late_refund");
});

describe("D11: batches that were final and are not", () => {
  it("shows a reopened batch as open, and closed with its new tip a night later", () => {
    const { planted } = batchOf(on(1), "batch-reopened");
    const [first, second, third] = ([1, 2, 3] as const).map((night) => rowOn(night, planted.entityId));
    expect(first).toMatchObject({ status: "accepted", state: "final" });
    expect(second).toMatchObject({ status: "open", state: "open", closed_at: "" });
    expect(third).toMatchObject({ status: "submitted", state: "pending" });
    expect(minor(cell(third ?? {}, "captured_computed"))).toBeGreaterThan(
      minor(cell(first ?? {}, "captured_computed")),
    );
    expect(codesOf(on(2), planted.entityId)).toContain("OPEN_TOO_LONG");
  });

  it("shows a tip that was adjusted two days later in the batch that is final all the while", () => {
    const { planted, truth } = batchOf(on(3), "late-tip");
    const [before, after] = [rowOn(2, planted.entityId), rowOn(3, planted.entityId)];
    expect([cell(before, "state"), cell(after, "state")]).toEqual(["final", "final"]);
    expect(cell(after, "captured_computed")).toBe(decimal(truth.capturedComputed, truth.currency ?? ""));
    expect(minor(cell(after, "captured_computed")) - minor(cell(before, "captured_computed"))).toBe(
      BigInt(planted.amountMinor ?? ""),
    );
  });

  it("leaves a vanished batch out, of tonight's files alone", () => {
    const [batch] = plantsOf(on(1), "batch-vanished");
    const [credentials] = plantsOf(on(1), "credentials-vanished");
    for (const night of [1, 2, 3] as const) {
      const { settlements, cohorts } = on(night);
      const isThere = night < 3;
      expect(settlements.some((row) => cell(row, "batch_id") === batch.entityId)).toBe(isThere);
      expect(cohorts.some((row) => cell(row, "batch_ids") === credentials.entityId)).toBe(isThere);
      const kept = csv(directoryOf(DAYS[1]), "settlement-by-batch.csv");
      expect(rowWhere(kept, "batch_id", batch.entityId)).toMatchObject({ state: "final" });
    }
  });

  it.todo("BATCH_REOPENED, BATCH_VANISHED, and a restatement with field, old and new");
});
