import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { tieout } from "./bundle.ts";
import { lastingDirectory } from "./lasting-directory.ts";
import { type CsvRow, cell, csv } from "./published.ts";
import { afterThreeNights, NIGHTS, PUBLISHED } from "./three-nights.ts";

// What these tests prove: any row of a report can be opened by the ids that stand in it, whether it ties out or not, and
// what is shown comes to what the report says.

const cwd = afterThreeNights(lastingDirectory());
const { asOf, day } = NIGHTS[2];
const report = join(cwd, "again/acme", day, "r1");

const show = (id: string, ...options: readonly string[]) =>
  tieout(["show", id, "--as-of", asOf, ...options], { cwd });

/** A record as it is shown for a machine. */
interface ShownLine {
  readonly kind: string;
  readonly id: string;
}

/** What is shown of an id, for a machine. */
const shown = async (id: string) => {
  const { code, stdout, stderr } = await show(id, "--json");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout);
};

let settlements: readonly CsvRow[] = [];
let exceptions: readonly CsvRow[] = [];
beforeAll(async () => {
  const again = await tieout(["report", "--quiet", "--as-of", asOf, "--out", "again"], { cwd });
  expect(again).toMatchObject({ code: 0 });
  settlements = csv(report, "settlement-by-batch.csv");
  exceptions = csv(report, "exceptions.csv");
});

/** The first batch that fits and has rows in one currency. */
const batchWhere = (fits: (row: CsvRow) => boolean): CsvRow => {
  const row = settlements.find(
    (one) =>
      fits(one) &&
      settlements.filter((other) => cell(other, "batch_id") === cell(one, "batch_id")).length === 1,
  );
  if (row === undefined) throw new Error("the report has no such batch");
  return row;
};

/** What the ledger knows of: the older tieout's report, whatever rules of today find anew in the same rows. */
const recorded = new Set(
  csv(join(PUBLISHED, day, "r1"), "exceptions.csv").map((row) => cell(row, "exception_id")),
);

const aboutBatch = (id: string): readonly string[] =>
  exceptions
    .filter(
      (row) =>
        recorded.has(cell(row, "exception_id")) &&
        cell(row, "source") === "koard" &&
        cell(row, "batch_id") === id &&
        cell(row, "entity") === "batch",
    )
    .map((row) => cell(row, "exception_id"));

describe("a settlement batch", () => {
  it.each([
    [
      "that ties out",
      (row: CsvRow) => cell(row, "unexplained") === "0.00" && cell(row, "exceptions") === "0",
    ],
    ["that does not", (row: CsvRow) => /[1-9]/.test(cell(row, "unexplained"))],
  ])("%s is shown with its rows, its arithmetic, and what reports said of it", async (_, fits) => {
    const row = batchWhere(fits);
    const id = cell(row, "batch_id");
    const found = await shown(id);
    const kinds = Map.groupBy(found.records, (record: ShownLine) => record.kind);
    expect([found.kind, found.id, found.book, found.batch_ids]).toEqual(["batch", id, "acme", [id]]);
    expect(new Set(kinds.get("transaction")?.map((record: ShownLine) => record.id)).size).toBe(
      Number(cell(row, "transactions_listed")),
    );
    expect(found.arithmetic.at(-1)).toBe(
      `net declared ${cell(row, "net_declared")} ${cell(row, "currency")} − net computed ${cell(row, "net_computed")} ${cell(row, "currency")} = ${cell(row, "unexplained")} ${cell(row, "currency")} unexplained`,
    );
    expect(found.exceptions.map((one: { exception_id: string }) => one.exception_id)).toEqual(
      expect.arrayContaining([...aboutBatch(id)]),
    );
    expect(found.reports[0]).toMatchObject({
      entity_id: id,
      currency: cell(row, "currency"),
      figures: { captured_declared: cell(row, "captured_declared") },
    });
  });

  it("is found by its number at the processor", async () => {
    const numbers = Map.groupBy(settlements, (row) => cell(row, "processor_batch_id"));
    const batchesOf = (rows: readonly CsvRow[]) => [...new Set(rows.map((row) => cell(row, "batch_id")))];
    const [number, rows] = [...numbers].find(([name, all]) => name !== "" && batchesOf(all).length === 1) ?? [
      "",
      [],
    ];
    expect((await shown(number)).id).toBe(batchesOf(rows)[0]);
  });

  it("that is not listed any more is shown as it was last seen, and so it says", async () => {
    const vanished = exceptions.find(
      (row) => cell(row, "code") === "BATCH_VANISHED" && cell(row, "entity") === "batch",
    );
    const id = cell(vanished ?? {}, "entity_id");
    const { notes, exceptions: about, reports } = await shown(id);
    expect(notes).toContainEqual(
      expect.stringMatching(/is not listed any more; it is shown as last seen on 2026-/),
    );
    expect(about).toContainEqual(expect.objectContaining({ code: "BATCH_VANISHED" }));
    expect(reports.length).toBeGreaterThan(0);
  });
});

it("a transaction is shown with the arithmetic of its batch", async () => {
  const row = batchWhere(
    (one) => cell(one, "captured_basis") === "gross" && cell(one, "transactions_listed") !== "0",
  );
  const { records } = await shown(cell(row, "batch_id"));
  const id = records.find((record: ShownLine) => record.kind === "transaction").id;
  const found = await shown(id);
  expect([found.kind, found.batch_ids]).toEqual(["transaction", [cell(row, "batch_id")]]);
  expect(found.records.map((record: ShownLine) => record.id)).toEqual([cell(row, "batch_id"), id]);
  expect(found.arithmetic).toContain(`the arithmetic of batch ${cell(row, "batch_id")}:`);
  expect(found.arithmetic.at(-1)).toContain(
    `= ${cell(row, "unexplained")} ${cell(row, "currency")} unexplained`,
  );
});

it("a cohort and its credential batch are shown with their counts, and no word of whose they are", async () => {
  const row = csv(report, "credentials-by-cohort.csv").find(
    (one) =>
      !cell(one, "batch_ids").includes(";") &&
      cell(one, "state") === "final" &&
      cell(one, "credentials_issued") !== "0",
  );
  const cohort = cell(row ?? {}, "cohort_id");
  const found = await shown(cohort);
  expect(found.arithmetic).toContain(
    `cohort ${cohort}: distinct credentials issued: ${cell(row ?? {}, "credentials_issued")}`,
  );
  expect(found.arithmetic).toContain(`cohort ${cohort}: people who hold them: ${cell(row ?? {}, "people")}`);
  const batch = await shown(cell(row ?? {}, "batch_ids"));
  expect(batch.kind).toBe("credential_batch");
  expect(batch.records.filter((record: ShownLine) => record.kind === "credential")).toHaveLength(
    Number(cell(row ?? {}, "credentials_issued")),
  );
  expect(JSON.stringify([found, batch])).not.toContain("@");
});

describe("for a person", () => {
  it("has the same in sections", async () => {
    const row = batchWhere((one) => /[1-9]/.test(cell(one, "unexplained")));
    const { stdout } = await show(cell(row, "batch_id"));
    expect(stdout.match(/^[A-Z][A-Za-z ]+$/gm)).toEqual(
      expect.arrayContaining(["Records", "Arithmetic", "Exceptions", "What reports showed"]),
    );
    for (const id of aboutBatch(cell(row, "batch_id"))) expect(stdout).toContain(`  ${id} `);
    expect(stdout).toContain(`${cell(row, "unexplained")} ${cell(row, "currency")} unexplained`);
  });

  it("of an id that is nothing is one sentence and exit 64", async () => {
    const { code, stdout, stderr } = await show("b_nothing");
    expect({ code, stdout, stderr }).toEqual({
      code: 64,
      stdout: "",
      stderr: `b_nothing is no batch, cohort, credential batch or transaction that the ledger knows as of ${asOf.replace("Z", ".000Z")}\n`,
    });
  });
});
