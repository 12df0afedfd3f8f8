import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tieout } from "../bundle.ts";
import {
  batchOf,
  codesOf,
  type Judged,
  plantsOf,
  rowsWhere,
  rowWhere,
  runOn,
} from "../data-cases/planted-world.ts";
import { decimal } from "../expected-figures.ts";
import { type CsvRow, cell, csv, json } from "../published.ts";
import { asOfNight, COUNTS, countedWorld, dayOf } from "./counted-world.ts";

// Several nights of one world: what the ledger remembers of a close, what is restated and why, what resolves between two
// revisions of a day, and what expires; and of its first night, what a difference comes from.

let world: Awaited<ReturnType<typeof countedWorld>>;
let first: Judged;
let second: Judged;
/** The same day once more, of a world in which what happened that night has not. */
let revised: Judged;
let repeated: { readonly stdout: string };
/** A night whose configuration says that TSYS counts refund rows alone. */
let relearned: Judged;
const later: CsvRow[][] = [];
/** The manifest of the last of them. */
let outlasted: Judged["manifest"];

/** Reads every detail again, since nothing in a list says that a final batch has changed. */
const FULL = { options: ["--full"] } as const;
/** Days after which what is low expires. */
const DAYS = 3;

const configured = (conventions: readonly object[]): void =>
  writeFileSync(
    join(world.cwd, "tieout.config.json"),
    JSON.stringify({ books: [{ name: "default", record: {}, koard: {}, conventions }] }),
  );

beforeAll(async () => {
  world = await countedWorld();
  first = await world.night(1);
  await world.sandbox.night(2);
  second = await world.night(2, FULL);
  await world.sandbox.night(1);
  revised = await world.night(2, { ...FULL, place: `${dayOf(2)}/r2` });
  const again = { cwd: world.cwd, asOf: asOfNight(2), ...FULL };
  repeated = await runOn(world.sandbox, again, { isQuiet: false });
  configured([
    { processor: "TSYS", refunded: "refund_rows" },
    { processor: "tsys", captured: "gross" },
  ]);
  relearned = await world.night(3);
  for (const night of [4, 5, 6]) {
    // What expired stays so, whatever else the ledger forgets.
    if (night === 6) {
      const args = ["prune", "--yes", "--keep", "1d", "--as-of", asOfNight(5)];
      const { code, stderr } = await tieout(args, { cwd: world.cwd });
      expect([code, stderr]).toEqual([0, ""]);
    }
    // Most of what Elavon has is then counted otherwise.
    if (night === 6) await world.sandbox.night(3);
    const { exceptions, manifest } = await world.night(night, { options: ["--days", String(DAYS)] });
    later.push([...exceptions]);
    outlasted = manifest;
  }
});
afterAll(() => world.end());

const about = (rows: readonly CsvRow[], entityId: string): readonly CsvRow[] =>
  rowsWhere(rows, "entity_id", entityId);

describe("P4: a header stays as it was at the close while refunds grow", () => {
  it("is at_close, with what was refunded since, and nothing is unexplained", () => {
    const { row, planted } = batchOf(second, "header-as-at-close");
    const since = decimal(planted.amountMinor ?? "", "USD");
    const before = rowWhere(first.settlements, "batch_id", planted.entityId);
    expect(row).toMatchObject({
      ...{ refunded_basis: "at_close", refunded_difference: "0.00", unexplained: "0.00" },
      ...{
        captured_declared: cell(before, "captured_declared"),
        refunded_declared: cell(before, "refunded_declared"),
      },
    });
    expect(rowsWhere(second.exceptions, "code", "REFUNDED_LATER")).toMatchObject([
      {
        ...{ severity: "low", entity_id: planted.entityId, status: "new", money_at_stake: since },
        ...{ expected: cell(before, "refunded_computed"), actual: cell(row, "refunded_computed") },
      },
    ]);
    expect(
      about(second.restatements, planted.entityId).map((one) => [cell(one, "field"), cell(one, "cause")]),
    ).toEqual(["net_computed", "net_declared", "refunded_computed"].map((field) => [field, "late_refund"]));
  });
});

describe("P22: a cohort is renamed, and a batch moves to another account, after publication", () => {
  it.each([
    { name: "batch-moved", field: "account_id" },
    { name: "cohort-renamed", field: "cohort" },
  ])("restates $name with the cause moved", ({ name, field }) => {
    const [{ entityId }] = plantsOf(second, name);
    const rows = about(second.restatements, entityId);
    expect(rows).toMatchObject([
      { field, cause: "moved", difference: "", first_published_in: `${dayOf(1)}/r1` },
    ]);
    expect(cell(rows[0] ?? {}, "published")).not.toBe(cell(rows[0] ?? {}, "restated"));
  });
});

describe("two revisions of a day", () => {
  it("resolve what only the first of them had, as it had it, and a repeat publishes nothing", () => {
    const [{ entityId }] = plantsOf(second, "header-as-at-close");
    const [was] = about(second.exceptions, entityId);
    expect(about(revised.exceptions, entityId)).toEqual([{ ...was, status: "resolved" }]);
    expect(codesOf(first, entityId)).toEqual([]);
    expect(repeated.stdout).toMatch(/nothing|unchanged/i);
  });
});

describe("a way of counting that is learned anew", () => {
  it("restates what follows from it with the cause convention, and accuses no source", () => {
    const [{ entityId }] = plantsOf(relearned, "refund-without-row");
    // Declared 0 equals the refund rows, of which there are none: by that convention nothing is refunded.
    expect(rowWhere(relearned.settlements, "batch_id", entityId)).toMatchObject({
      ...{ refunded_basis: "refund_rows", refunded_computed: "0.00", unexplained: "0.00" },
    });
    expect(
      about(relearned.restatements, entityId).map((row) =>
        ["field", "published", "restated", "cause"].map((column) => cell(row, column)).join(" "),
      ),
    ).toEqual([
      "net_computed 83.00 90.00 convention",
      "refunded_computed 7.00 0.00 convention",
      "unexplained 7.00 0.00 convention",
    ]);
    expect(relearned.manifest.conventions.filter((one: { fixed: boolean }) => one.fixed)).toMatchObject([
      { processor_name: "TSYS", total: "refunded", basis: "refund_rows" },
      { processor_name: "tsys", total: "captured", basis: "gross", fits: 0, telling: 0 },
    ]);
  });

  it("that is fixed for a processor which no batch names is a warning, and stops nothing", () => {
    expect(relearned.warnings).toEqual([
      "Warning: The conventions of default name the processor tsys, which no settlement batch has",
    ]);
  });

  it("hides no money: what it leaves in no total is said", () => {
    const uncounted = rowsWhere(relearned.exceptions, "code", "REFUNDS_NOT_COUNTED");
    expect(uncounted.map((row) => cell(row, "entity_id"))).toContain("TSYS/USD");
    expect(
      Number(cell(rowWhere(uncounted, "entity_id", "TSYS/USD"), "money_at_stake")),
    ).toBeGreaterThanOrEqual(7);
  });
});

describe("a way of counting that was learned on an earlier night", () => {
  const usual = ({ conventions }: Judged["manifest"]) =>
    conventions.find(
      (one: { processor_name: string; total: string }) =>
        one.processor_name === "Elavon" && one.total === "captured",
    );

  it("stays while it fits at least half of what tells, and is none from then on", () => {
    expect(usual(first.manifest)).toMatchObject({ basis: "gross", fixed: false });
    const kept = usual(second.manifest);
    // Too few to be learned tonight.
    expect([kept.fits * 5 < kept.telling * 4, kept.fits * 2 >= kept.telling]).toEqual([true, true]);
    expect(kept).toMatchObject({ basis: "gross", fixed: false });
    const lost = usual(outlasted);
    expect(lost).toMatchObject({ basis: null, fits: 0, telling: expect.any(Number), fixed: false });
    // What leaves it is held against it as long as it stays.
    const [{ entityId }] = plantsOf(second, "counts-anew");
    expect(
      rowWhere(rowsWhere(second.exceptions, "code", "BASIS_ALTERNATIVE"), "entity_id", entityId),
    ).toMatchObject({
      ...{ severity: "medium", currency: "KWD" },
      money_at_stake: cell(rowWhere(second.settlements, "batch_id", entityId), "refunded_declared"),
    });
  });

  it("decides which refunds count in a batch of two currencies", () => {
    const [{ entityId }] = plantsOf(first, "mixed-refunds");
    const francs = rowWhere(rowsWhere(first.settlements, "batch_id", entityId), "currency", "CHF");
    expect(francs).toMatchObject({
      ...{ processor_name: COUNTS.refundRows, refunded_basis: "", refunded_declared: "" },
      ...{ captured_computed: "100.00", refunded_computed: "9.00", net_computed: "91.00" },
    });
  });
});

describe("a difference that equals something else that is known", () => {
  const mismatchOf = (entityId: string): CsvRow =>
    rowWhere(rowsWhere(first.exceptions, "code", "CAPTURED_MISMATCH"), "entity_id", entityId);

  it.each([
    { part: "tips", plant: "tips-left-out", amount: "8.11" },
    { part: "surcharges", plant: "surcharges-left-out", amount: "3.90" },
    { part: "taxes", plant: "taxes-left-out", amount: "7.11" },
  ])("has the $part that were left out as its likely cause, and says so", ({ part, plant, amount }) => {
    const { row, planted } = batchOf(first, plant);
    expect(row).toMatchObject({ captured_basis: "none", captured_difference: `-${amount}` });
    expect(mismatchOf(planted.entityId)).toMatchObject({
      ...{ likely_cause: part, money_at_stake: amount },
      what_happened: expect.stringContaining(`, which equals the ${part} of the rows that moved money.`),
    });
  });

  it("has the other batch of its day and account that declares it as its likely cause, and says so", () => {
    const { row, planted } = batchOf(first, "declares-another");
    const [, other] = plantsOf(first, "declares-another");
    const declaring = rowWhere(first.settlements, "batch_id", other?.entityId ?? "");
    expect(row).toMatchObject({ captured_basis: "none", captured_difference: "60.01" });
    expect(declaring).toMatchObject({
      ...{ business_date: cell(row, "business_date"), account_id: cell(row, "account_id") },
      ...{ captured_declared: "60.01", exceptions: "0" },
    });
    expect(mismatchOf(planted.entityId)).toMatchObject({
      ...{ likely_cause: `batch:${other?.entityId}`, money_at_stake: "60.01" },
      what_happened: expect.stringContaining(
        `, which equals what batch ${other?.entityId} of the same day and account declares.`,
      ),
    });
  });

  it("is explained with what was tried, by the total that is fixed and the one that is learned", async () => {
    const { planted } = batchOf(first, "tips-left-out");
    const id = cell(mismatchOf(planted.entityId), "exception_id");
    const { stdout } = await tieout(["explain", id], { cwd: world.cwd });
    expect(stdout).toContain("how TSYS usually counts: captured gross, refunded refund_rows");
    for (const line of ["(tips): 8.11", "(surcharges): 3.90", "(taxes): 7.11"])
      expect(stdout).toContain(`of the rows that moved money ${line} USD`);
  });

  it("is explained with the other batch that declares it", async () => {
    const { planted } = batchOf(first, "declares-another");
    const [, other] = plantsOf(first, "declares-another");
    const id = cell(mismatchOf(planted.entityId), "exception_id");
    const { stdout } = await tieout(["explain", id], { cwd: world.cwd });
    const batch = other?.entityId;
    expect(stdout).toContain(
      `equal to what batch ${batch} of the same day and account declares (batch:${batch})`,
    );
  });
});

describe("an exception that is low", () => {
  it("is expired once, --days days after it was new, counts no night then, and is listed no more", async () => {
    const [{ entityId }] = plantsOf(first, "partial-approval");
    const life = [first.exceptions, second.exceptions, relearned.exceptions, ...later].map((rows) =>
      about(rows, entityId).map((row) => `${cell(row, "status")} ${cell(row, "nights")}`),
    );
    expect(life).toEqual([["new 1"], ["open 2"], ["open 3"], ["expired 3"], [], []]);
    const [id] = about(first.exceptions, entityId).map((row) => cell(row, "exception_id"));
    const explained = await tieout(["explain", id ?? ""], { cwd: world.cwd });
    expect(explained.stdout).toContain("This exception is expired");
    // It is none of the open ones, in the manifest and for whoever verifies it.
    const expiring = join(world.cwd, "out/default", dayOf(4), "r1");
    const open = csv(expiring, "exceptions.csv").filter((row) =>
      ["new", "open"].includes(cell(row, "status")),
    );
    expect(json(expiring, "manifest.json").exceptions.open).toBe(open.length);
    const verified = await tieout(["verify", expiring], { cwd: world.cwd });
    expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining("verifies")]);
  });
});
