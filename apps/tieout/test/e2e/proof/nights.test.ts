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
import { asOfNight, countedWorld, dayOf } from "./counted-world.ts";

// Several nights of one world: what the ledger remembers of a close, what is restated and why, what resolves between two
// revisions of a day, and what expires.

let world: Awaited<ReturnType<typeof countedWorld>>;
let first: Judged;
let second: Judged;
/** The same day once more, of a world in which what happened that night has not. */
let revised: Judged;
let repeated: { readonly stdout: string };
/** A night whose configuration says that TSYS counts refund rows alone. */
let relearned: Judged;
const later: CsvRow[][] = [];

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
    const { exceptions } = await world.night(night, { options: ["--days", String(DAYS)] });
    later.push([...exceptions]);
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
