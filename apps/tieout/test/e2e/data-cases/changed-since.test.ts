import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tieout } from "../bundle.ts";
import { decimal } from "../expected-figures.ts";
import { cell, csv, fingerprint, namesIn } from "../published.ts";
import type { SandboxProcess } from "../sandbox-process.ts";
import { accused, guilty } from "./accusations.ts";
import { expectedRestatements, type Night, type Restatement } from "./expected-restatements.ts";
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
  rowsWhere,
  rowWhere,
  runOn,
} from "./planted-world.ts";

// Four nights over one ledger; and the same nights over another, whose window leaves the oldest batches behind.
const { cwd, remove } = fileDirectory();
const PLANTS = [
  "late-refund:3,changed-nightly:2,late-tip,batch-reopened,batch-vanished",
  "credentials-vanished,count-mismatch,status-processing",
].join(",");

const NIGHTS = [1, 2, 3, 4] as const;
type NightNumber = (typeof NIGHTS)[number];

const dayOf = (night: NightNumber): string => `2026-11-${16 + night}`;
const asOfNight = (night: NightNumber): string => `2026-11-${17 + night}T02:00:00Z`;
const directoryOf = (night: NightNumber, out = "out"): string =>
  join(cwd, out, "default", dayOf(night), "r1");

/** The window reaches back to the batch that was accepted forty days ago. */
const WIDE = ["--days", "80"] as const;

/** A night of one of the two ledgers: what was published, and all that was so. */
interface Told extends Judged, Night {}

let sandbox: SandboxProcess;
const wide: Told[] = [];
const narrow: Told[] = [];
const published: Readonly<Record<string, string>>[] = [];

const told = async (night: NightNumber, out: string, options: readonly string[]): Promise<Told> => {
  const place = { cwd, out, asOf: asOfNight(night), options };
  const report = await judged(sandbox, place);
  const { to } = report.manifest.window;
  const known = await sandbox.truth({ timezone: "UTC", cutoff: "00:00", from: "2000-01-01", to });
  return { ...report, report: `${dayOf(night)}/r1`, known };
};

beforeAll(async () => {
  sandbox = await plantedSandbox(PLANTS, "--seed", "2");
  for (const night of NIGHTS) {
    await sandbox.night(night);
    wide.push(await told(night, "out", WIDE));
    published.push(fingerprint(directoryOf(night)));
    const own = ["--ledger", "sqlite:narrow.db"];
    narrow.push(await told(night, "narrow", night === 1 ? [...own, ...WIDE] : own));
    if (night === 3) await repeated();
  }
});
afterAll(async () => {
  await sandbox.kill();
  remove();
});

// What is done again between the third night and the fourth, which must not notice.
const again: { third?: unknown; rebuilt: Readonly<Record<string, string>>[] } = { rebuilt: [] };
const repeated = async (): Promise<void> => {
  const place = { cwd, asOf: asOfNight(3), options: [...WIDE, "--json"] };
  again.third = JSON.parse((await runOn(sandbox, place, { isQuiet: false })).stdout).books[0];
  for (const night of [1, 2] as const) {
    const options = ["--as-of", asOfNight(night), "--out", "rebuilt", ...WIDE];
    const ended = await tieout(["report", "--quiet", ...options], { cwd });
    if (ended.code !== 0) throw new Error(ended.stderr);
    again.rebuilt.push(fingerprint(directoryOf(night, "rebuilt")));
  }
};

const on = (night: NightNumber): Told => {
  const report = wide[night - 1];
  if (report === undefined) throw new Error(`there is no night ${night}`);
  return report;
};

const rowOn = (night: NightNumber, batchId: string) => rowWhere(on(night).settlements, "batch_id", batchId);

/** The restatements of a batch, without what all of them have in common. */
const restatedOn = (night: NightNumber, batchId: string) =>
  rowsWhere(on(night).restatements, "entity_id", batchId).map((row) =>
    [
      cell(row, "field"),
      cell(row, "published"),
      cell(row, "restated"),
      cell(row, "difference"),
      cell(row, "first_published_in"),
      cell(row, "cause"),
    ].join(" "),
  );

const causesIn = (rows: readonly Restatement[]): readonly string[] => [
  ...new Set(rows.map((row) => cell(row, "cause"))),
];

describe("every night", () => {
  it.each(NIGHTS)("has its own figures and exceptions right: night %i", (night) => {
    const { truth, settlements, cohorts } = on(night);
    expect(like(settlements, expectedSettlements(truth))).toEqual(expectedSettlements(truth));
    expect(like(cohorts, expectedCohorts(truth))).toEqual(expectedCohorts(truth));
    expect(accused(on(night))).toEqual(guilty(on(night)));
  });

  it("leaves what was published before as it was, byte for byte", () => {
    expect(NIGHTS.map((night) => fingerprint(directoryOf(night)))).toEqual(published);
  });

  it("restates what the world has changed of it, cell by cell, once, and nothing else", () => {
    const expected = expectedRestatements(wide);
    expect(wide.map(({ restatements }) => restatements)).toEqual(expected);
    expect(expected.map((rows) => causesIn(rows).toSorted())).toEqual([
      [],
      ["late_refund", "reopened"],
      ["amount_change", "count_change", "late_refund", "moved", "vanished"],
      ["amount_change"],
    ]);
  });

  it("restates as much, and as often, of a batch that its window has left behind", () => {
    const from = narrow[1]?.manifest.window.from;
    for (const name of ["late-refund", "changed-nightly"]) {
      const [{ batchId }] = plantsOf(on(2), name);
      expect(cell(rowOn(2, batchId ?? ""), "business_date") < from).toBe(true);
    }
    const expected = expectedRestatements(narrow);
    expect(narrow.map(({ restatements }) => restatements)).toEqual(expected);
    // Both ledgers were told the same on the first night, and the rest follows from that.
    expect(expected).toEqual(expectedRestatements(wide));
  });

  it("is the same when it is run once more", () => {
    expect(again.third).toMatchObject({ published: false, revision: 1 });
    expect(namesIn(join(cwd, "out/default", dayOf(3)))).toEqual(["r1"]);
  });

  it("can be told again later, from what was known then, to the same bytes", () => {
    expect(again.rebuilt).toEqual(published.slice(0, 2));
  });
});

const settlementOn = (night: NightNumber, batchId: string) => {
  const truth = on(night).truth.settlements.find((one) => one.batchId === batchId);
  if (truth === undefined) throw new Error(`the truth has no ${batchId} on night ${night}`);
  return truth;
};

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
    const old = csv(directoryOf(1), "settlement-by-batch.csv");
    expect(rowWhere(old, "batch_id", late.batchId ?? "")).toEqual(before);
    expect(codesOf(on(2), late.entityId)).toEqual([]);
  });

  it("is four lines of restatements.csv, and no line of a later night", () => {
    const [late] = plantsOf(on(2), "late-refund");
    const id = late.batchId ?? "";
    const { capturedComputed, refundedComputed } = settlementOn(1, id);
    const [amount, currency] = [BigInt(late.amountMinor ?? ""), late.currency ?? ""];
    const printed = (amountMinor: bigint): string => decimal(String(amountMinor), currency);
    const refunded = BigInt(refundedComputed);
    const net = BigInt(capturedComputed) - refunded;
    const refundCells = `${printed(refunded)} ${printed(refunded + amount)} ${printed(amount)}`;
    const netCells = `${printed(net)} ${printed(net - amount)} ${printed(-amount)}`;
    expect(restatedOn(2, id)).toEqual([
      `net_computed ${netCells} 2026-11-17/r1 late_refund`,
      `net_declared ${netCells} 2026-11-17/r1 late_refund`,
      `refunded_computed ${refundCells} 2026-11-17/r1 late_refund`,
      `refunded_declared ${refundCells} 2026-11-17/r1 late_refund`,
    ]);
    expect([restatedOn(1, id), restatedOn(3, id), restatedOn(4, id)]).toEqual([[], [], []]);
    for (const row of rowsWhere(on(2).restatements, "entity_id", id))
      expect(row).toMatchObject({ business_date: cell(rowOn(1, id), "business_date"), currency });
  });

  it("tells every step of a figure that changed on several nights, and where each was said first", () => {
    const plants = plantsOf(on(2), "changed-nightly");
    expect(plants).toHaveLength(2);
    for (const { batchId, amountMinor, currency } of plants) {
      const id = batchId ?? "";
      const { capturedComputed, refundedComputed } = settlementOn(1, id);
      const part = BigInt(amountMinor ?? "");
      const step = (field: string, beforeMinor: bigint, since: string, cause: string): string => {
        const amounts = [beforeMinor, beforeMinor + part, part].map(String);
        return [field, ...amounts.map((text) => decimal(text, currency ?? "")), since, cause].join(" ");
      };
      const of = (night: NightNumber, field: string) =>
        restatedOn(night, id).filter((row) => row.startsWith(`${field} `));
      const [captured, refunded] = [BigInt(capturedComputed), BigInt(refundedComputed)];
      expect(of(2, "refunded_computed")).toEqual([
        step("refunded_computed", refunded, "2026-11-17/r1", "late_refund"),
      ]);
      expect(of(3, "refunded_computed")).toEqual([
        step("refunded_computed", refunded + part, "2026-11-18/r1", "late_refund"),
      ]);
      // The captures stood since the first night, the net only since the second refund.
      expect(restatedOn(4, id)).toEqual([
        step("captured_computed", captured, "2026-11-17/r1", "amount_change"),
        step("captured_declared", captured, "2026-11-17/r1", "amount_change"),
        step("net_computed", captured - refunded - 2n * part, "2026-11-19/r1", "amount_change"),
        step("net_declared", captured - refunded - 2n * part, "2026-11-19/r1", "amount_change"),
      ]);
    }
  });
});

const exceptionOn = (night: NightNumber, code: string, entityId: string) =>
  rowWhere(rowsWhere(on(night).exceptions, "entity_id", entityId), "code", code);

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
      const kept = csv(directoryOf(2), "settlement-by-batch.csv");
      expect(rowWhere(kept, "batch_id", batch.entityId)).toMatchObject({ state: "final" });
    }
  });

  it("names a reopened batch, and restates what it was published with", () => {
    const { planted } = batchOf(on(1), "batch-reopened");
    const id = planted.entityId;
    expect(codesOf(on(2), id)).toEqual(["BATCH_REOPENED", "OPEN_TOO_LONG"]);
    expect(exceptionOn(2, "BATCH_REOPENED", id)).toMatchObject({
      severity: "high",
      business_date: cell(rowOn(2, id), "business_date"),
      ...{ currency: "", expected: "accepted", actual: "open", money_at_stake: "" },
      ...{ first_seen: dayOf(2), nights: "1", status: "new" },
    });
    expect(exceptionOn(3, "BATCH_REOPENED", id)).toMatchObject({ nights: "1", status: "resolved" });
    expect(codesOf(on(4), id)).not.toContain("BATCH_REOPENED");

    expect(restatedOn(2, id)).toContain("status accepted open  2026-11-17/r1 reopened");
    expect(causesIn(rowsWhere(on(2).restatements, "entity_id", id))).toEqual(["reopened"]);
    // What it is closed with again is compared with what that restatement named, once.
    expect(restatedOn(3, id)).toContain("captured_declared 2704.69 2745.20 40.51 2026-11-17/r1 moved");
    expect(causesIn(rowsWhere(on(3).restatements, "entity_id", id))).toEqual(["moved"]);
    expect(restatedOn(4, id)).toEqual([]);
    expect(rowWhere(csv(directoryOf(1), "settlement-by-batch.csv"), "batch_id", id)).toMatchObject({
      status: "accepted",
    });
  });

  it("names a vanished batch with its last money, and keeps its last figures as restatements", () => {
    const [planted] = plantsOf(on(1), "batch-vanished");
    const [id, last] = [planted.entityId, rowOn(2, planted.entityId)];
    expect(exceptionOn(3, "BATCH_VANISHED", id)).toMatchObject({
      severity: "critical",
      source: "koard",
      entity: "batch",
      business_date: cell(last, "business_date"),
      currency: cell(last, "currency"),
      expected: cell(last, "net_declared"),
      actual: "",
      money_at_stake: cell(last, "captured_declared"),
      ...{ first_seen: dayOf(3), nights: "1", status: "new" },
    });
    expect(exceptionOn(4, "BATCH_VANISHED", id)).toMatchObject({ nights: "2", status: "open" });

    const gone = (field: string): string => {
      const text = cell(last, field);
      const isCount = field === "transactions_captured";
      const difference = isCount
        ? String(-Number(text))
        : decimal(String(-minor(text)), cell(last, "currency"));
      return `${field} ${text}  ${difference} 2026-11-17/r1 vanished`;
    };
    expect(restatedOn(3, id)).toEqual([
      `business_date ${cell(last, "business_date")}   2026-11-17/r1 vanished`,
      ...["captured_computed", "captured_declared", "net_computed", "net_declared"].map(gone),
      ...["refunded_computed", "refunded_declared"].map(gone),
      "status accepted   2026-11-17/r1 vanished",
      ...["transactions_captured", "unexplained"].map(gone),
    ]);
    expect(restatedOn(4, id)).toEqual([]);
  });

  it("does the same for a vanished credential batch, whose figures are counts", () => {
    const [{ entityId: id }] = plantsOf(on(1), "credentials-vanished");
    const last = on(2).truth.credentialBatches.find(({ batchId }) => batchId === id);
    if (last === undefined) throw new Error("the truth has no such batch");
    expect(exceptionOn(3, "BATCH_VANISHED", id)).toMatchObject({
      severity: "critical",
      source: "record",
      entity: "credential_batch",
      business_date: last.businessDate,
      currency: "",
      expected: String(last.credentialsDeclared),
      actual: "",
      money_at_stake: "",
      ...{ first_seen: dayOf(3), nights: "1", status: "new" },
    });
    const gone = (field: string, count: number | null): string =>
      `${field} ${count}  -${count} 2026-11-17/r1 vanished`;
    expect(restatedOn(3, id)).toEqual([
      gone("credentials_declared", last.credentialsDeclared),
      gone("credentials_issued", last.credentialsIssued),
      gone("people", last.people),
    ]);
    expect(restatedOn(4, id)).toEqual([]);
    const kept = csv(directoryOf(2), "credentials-by-cohort.csv");
    expect(rowWhere(kept, "batch_ids", id)).toMatchObject({ state: "final" });
  });
});
