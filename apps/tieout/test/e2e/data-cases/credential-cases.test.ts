import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CohortTruth } from "@tieout/sandbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CsvRow, cell } from "../published.ts";
import type { SandboxProcess } from "../sandbox-process.ts";
import {
  codesOf,
  fileDirectory,
  type Judged,
  judged,
  plantedSandbox,
  plantsOf,
  rowWhere,
} from "./planted-world.ts";

const PLANTS = [
  "three-counts,reissued,mode-mismatch",
  "hard-names",
  "credentials-unavailable,recipient-without-id",
  "no-address,idna-domain,hidden-characters",
  "future-issued-at,issued-without-offset,issued-elsewhere,issued-before-2000",
].join(",");

const { cwd, remove } = fileDirectory();
let sandbox: SandboxProcess;
let report: Judged;
beforeAll(async () => {
  sandbox = await plantedSandbox(PLANTS, "--seed", "5", "--cohorts", "40", "--batches", "12");
  report = await judged(sandbox, { cwd });
});
afterAll(async () => {
  await sandbox.kill();
  remove();
});

const COUNTS = ["credentials_issued", "people", "reissued", "other_status", "issued_in_window"] as const;

const cohortWith = (batchId: string): { readonly truth: CohortTruth; readonly row: CsvRow } => {
  const truth = report.truth.cohorts.find(({ batchIds }) => batchIds.includes(batchId));
  if (truth === undefined) throw new Error(`the truth has no cohort with ${batchId}`);
  return { truth, row: rowWhere(report.cohorts, "batch_ids", truth.batchIds.join(";")) };
};

const planted = (name: string) => {
  const [{ entityId }] = plantsOf(report, name);
  return { entityId, ...cohortWith(entityId) };
};

const exceptionOf = (code: string, entityId: string): CsvRow =>
  rowWhere(
    report.exceptions.filter((row) => cell(row, "code") === code),
    "entity_id",
    entityId,
  );

describe("D13: declared, issued and people are three numbers", () => {
  it("shows 485, 480 and 479 side by side", () => {
    const { entityId, truth, row } = planted("three-counts");
    expect(row).toMatchObject({
      credentials_declared: "485",
      credentials_issued: "480",
      people: "479",
      reissued: "1",
      state: "unproven",
      exceptions: "2",
    });
    expect(exceptionOf("COUNT_MISMATCH", entityId)).toMatchObject({
      severity: "high",
      entity: "credential_batch",
      expected: "480",
      actual: "485",
      money_at_stake: "",
    });
    expect(codesOf(report, entityId)).toEqual(["COUNT_MISMATCH"]);
    expect(codesOf(report, truth.entityId)).toEqual(["REISSUED"]);
  });

  it("knows an address in another case and with blanks as the same person", () => {
    const { truth, row } = planted("reissued");
    expect(Number(cell(row, "credentials_issued")) - Number(cell(row, "people"))).toBe(1);
    expect(row).toMatchObject({ reissued: "1", state: "final" });
    expect(exceptionOf("REISSUED", truth.entityId)).toMatchObject({
      severity: "low",
      expected: "0",
      actual: "1",
    });
  });
});

describe("P12: a credential without an e-mail address", () => {
  it("was issued, to nobody whom the figures know", () => {
    const { entityId, truth, row } = planted("no-address");
    expect(truth.credentialsIssued - truth.people).toBe(1);
    expect(row).toMatchObject({
      credentials_issued: String(truth.credentialsIssued),
      people: String(truth.people),
      state: "final",
    });
    expect(codesOf(report, entityId)).toEqual([]);
  });

  it("is said once to be so", () => {
    expect(report.warnings).toContainEqual(
      expect.stringMatching(/^Warning: Record showed a credential without an e-mail address once; /),
    );
  });
});

describe("P13: what nobody sees", () => {
  it("makes no cohort of its own of a name", () => {
    const { entityId, truth, row } = planted("hidden-characters");
    expect(truth.batchIds).toContain(entityId);
    expect(truth.batches).toBe(2);
    expect(row).toMatchObject({ batches: "2", batch_ids: truth.batchIds.join(";") });
  });

  it("makes no person of its own of an address, nor does the other form of a domain", () => {
    const { truth, row } = planted("idna-domain");
    expect(truth.credentialsIssued - truth.people).toBe(3);
    expect(row).toMatchObject({ credentials_issued: "6", people: "3", reissued: "3", state: "final" });
  });
});

describe("D14: what one cohort is", () => {
  it("is one, where a name is spelled with other blanks, capitals and combining accents", async () => {
    const answer = await fetch(`${sandbox.env.RECORD_BASE_URL}/credentials`, {
      headers: { authorization: `Bearer ${sandbox.env.RECORD_API_TOKEN}` },
    });
    const { data } = JSON.parse(await answer.text());
    const names = new Map<string, string>(
      data.map((one: { batchId: string; batchName: string }) => [one.batchId, one.batchName]),
    );
    const several = report.cohorts.filter((row) => cell(row, "batches") !== "1");
    expect(several.length).toBeGreaterThan(5);
    const spellings = several.map((row) =>
      cell(row, "batch_ids")
        .split(";")
        .map((id) => names.get(id) ?? ""),
    );
    const accented = spellings.find((some) => some.some((name) => name.includes("\u0308")));
    expect(accented?.some((name) => name.includes("Ü"))).toBe(true);
    for (const some of spellings) expect(new Set(some).size).toBeGreaterThan(1);
  });

  it("is two, where two programmes have one of the same name", () => {
    const same = report.cohorts.filter((row) => cell(row, "cohort") === "Winter Cohort 04");
    expect(same.map((row) => cell(row, "mode"))).toEqual(["live", "live"]);
    expect(new Set(same.map((row) => cell(row, "program_id"))).size).toBe(2);
  });

  it("is two, where one is live and one is a test", () => {
    const { entityId, row } = planted("mode-mismatch");
    expect(row).toMatchObject({ mode: "test", credentials_issued: "5" });
    const same = report.cohorts.filter(
      (one) =>
        cell(one, "program_id") === cell(row, "program_id") && cell(one, "cohort") === cell(row, "cohort"),
    );
    expect(same.map((one) => cell(one, "mode"))).toEqual(["live", "test"]);
    expect(exceptionOf("MODE_MISMATCH", entityId)).toMatchObject({ expected: "live", actual: "test" });
  });
});

describe("D15: names and ids that a spreadsheet would run, hide or spoil", () => {
  it("come out guarded and quoted, each in a row of its own", () => {
    expect(report.cohorts).toHaveLength(report.truth.cohorts.length);
    const names = report.cohorts.map((row) => cell(row, "cohort"));
    expect(names).toContain(`'=HYPERLINK("http://x","a")`);
    expect(names).toContain("'\u200b=1+1");
    expect(names).toContain('Ünïcode, "Q1"\nline 2');
    expect(rowWhere(report.cohorts, "batch_ids", "0012345678901234567")).toMatchObject({
      cohort: `'=HYPERLINK("http://x","a")`,
      credentials_issued: "5",
      state: "final",
    });
    const text = readFileSync(join(report.directory, "credentials-by-cohort.csv"), "utf8");
    expect(text).toContain(`,"'=HYPERLINK(""http://x"",""a"")",`);
    expect(text).toContain(`,"Ünïcode, ""Q1""\nline 2",`);
    expect(text).not.toMatch(/(^|,)"?[\u200b\u00a0]*[=+@]/mu);
  });
});

describe("D16: a listed credential batch answers 404", () => {
  it("keeps its declared count, and is never taken for nobody", () => {
    const { entityId, truth, row } = planted("credentials-unavailable");
    expect(truth.credentialsDeclared).toBeGreaterThan(0);
    expect(row).toMatchObject({
      batches: "1",
      credentials_declared: String(truth.credentialsDeclared),
      state: "unproven",
      exceptions: "1",
      ...Object.fromEntries(COUNTS.map((column) => [column, ""])),
    });
    expect(exceptionOf("DETAIL_UNAVAILABLE", entityId)).toMatchObject({
      severity: "high",
      entity: "credential_batch",
      expected: "",
      actual: "404",
    });
    expect(codesOf(report, entityId)).toEqual(["DETAIL_UNAVAILABLE"]);
  });

  it("leaves out a credential without an id, and counts the others", () => {
    const { entityId, truth, row } = planted("recipient-without-id");
    expect(row).toMatchObject({
      credentials_declared: String(truth.credentialsDeclared),
      credentials_issued: String(truth.credentialsDeclared - 1),
      state: "unproven",
    });
    expect(cell(exceptionOf("INVALID_RECORD", entityId), "what_happened")).toMatch(
      /\$\.data\.recipients\[0\]\.recipientId/,
    );
    expect(codesOf(report, entityId)).toEqual(["INVALID_RECORD"]);
  });
});

describe("D17: times of issue", () => {
  it.each(["issued-without-offset", "issued-elsewhere"])("%s is the instant that it means", (name) => {
    const { entityId, truth, row } = planted(name);
    expect(row).toMatchObject({ first_issued_at: truth.firstIssuedAt, last_issued_at: truth.lastIssuedAt });
    expect(codesOf(report, entityId)).toEqual([]);
  });

  it("without an offset are said to be read as UTC", () => {
    expect(report.warnings.filter((line) => line.includes("offset"))).toEqual([
      expect.stringMatching(/^Warning: Record .*without an offset/),
    ]);
  });

  it("before 2000 are no times: the record is left out and named", () => {
    const [{ entityId }] = plantsOf(report, "issued-before-2000");
    expect(report.cohorts.flatMap((row) => cell(row, "batch_ids").split(";"))).not.toContain(entityId);
    expect(exceptionOf("INVALID_RECORD", entityId)).toMatchObject({
      entity: "credential_batch",
      expected: "an instant from the year 2000 to 9999",
      actual: "1999-12-31T23:59:59.999Z",
      what_happened: expect.stringMatching(/ \$\.data\[\d+\]\.issuedAt should have been /),
    });
  });

  it("in the future are in no figure, and named", () => {
    const [{ entityId }] = plantsOf(report, "future-issued-at");
    expect(report.cohorts.flatMap((row) => cell(row, "batch_ids").split(";"))).not.toContain(entityId);
    expect(report.manifest.sources.record.after).toBe(report.truth.counts.credentialBatchesAfterWindow);
    const exception = exceptionOf("FUTURE_ISSUED_AT", entityId);
    expect(exception).toMatchObject({ severity: "medium", expected: sandbox.asOf.slice(0, 10) });
    expect(cell(exception, "actual") > sandbox.asOf).toBe(true);
  });
});
