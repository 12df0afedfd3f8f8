import { cpSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tieout } from "./bundle.ts";
import { lastingDirectory } from "./lasting-directory.ts";
import { cell, csv } from "./published.ts";
import { type SandboxProcess, startSandboxProcess } from "./sandbox-process.ts";
import { afterThreeNights, NEXT, NIGHTS, PUBLISHED, WORLD } from "./three-nights.ts";

// What these tests prove: whatever row of a ledger is damaged, a command that reads it names its table and the row and
// ends with exit 74. None crashes, and none goes on with something else in its place.

let sandbox: SandboxProcess;
/** The older ledger with the tables of today: what only looks at one does not bring it up to date. */
const current = lastingDirectory();

beforeAll(async () => {
  sandbox = await startSandboxProcess(...WORLD, "--night", "4");
  afterThreeNights(current);
  const { asOf } = NIGHTS[2];
  const ended = await tieout(["report", "--quiet", "--as-of", asOf, "--out", "again"], { cwd: current });
  expect(ended).toMatchObject({ code: 0 });
});
afterAll(() => sandbox.kill());

/** An exception about one batch, whose details it takes to explain it. */
const EXCEPTION = cell(
  csv(join(PUBLISHED, "2026-11-19/r1"), "exceptions.csv").find(
    (row) => cell(row, "code") === "CAPTURED_MISMATCH",
  ) ?? {},
  "exception_id",
);

const COMMANDS = {
  report: ["report", "--quiet", "--as-of", NIGHTS[2].asOf, "--out", "again"],
  run: ["run", "--quiet", "--as-of", NEXT.asOf],
  status: ["status"],
  explain: ["explain", EXCEPTION],
  prune: ["prune", "--yes", "--as-of", NEXT.asOf, "--keep", "1d"],
} as const;
type Command = keyof typeof COMMANDS;

/** Each way in which a row is damaged, and the commands that read that row. */
const DAMAGES: ReadonlyArray<{
  readonly what: string;
  readonly sql: string;
  readonly names: RegExp;
  readonly read: ReadonlyArray<Command>;
}> = [
  {
    what: "a header that is cut off",
    sql: "UPDATE observation SET header = substr(header, 1, 20) WHERE kind = 'settlement'",
    names: /row settlement \S+ of run \d of its table observation/,
    read: ["report", "run", "status", "explain", "prune"],
  },
  {
    what: "a header whose instant does not exist",
    sql: `UPDATE observation SET header = json_set(header, '$.openedAt', '2026-02-30T00:00:00.000Z')
      WHERE kind = 'settlement'`,
    names: /row settlement \S+ of run \d of its table observation/,
    read: ["report", "run", "status", "explain", "prune"],
  },
  {
    what: "a header that lacks a member",
    sql: "UPDATE observation SET header = json_remove(header, '$.recipientCount') WHERE kind = 'credential_batch'",
    names: /row credential_batch \S+ of run \d of its table observation/,
    read: ["report", "run", "status"],
  },
  {
    what: "the header of a programme",
    sql: "UPDATE observation SET header = json_set(header, '$.name', 1) WHERE kind = 'program'",
    names: /row program \S+ of run \d of its table observation/,
    read: ["report"],
  },
  {
    what: "details that are not those of their hash",
    sql: "DELETE FROM conclusion; UPDATE blob SET body = (SELECT body FROM blob WHERE id = 1) WHERE id <> 1",
    names: /row \d+ of its table blob/,
    read: ["report", "run", "explain"],
  },
  {
    what: "details that are no bytes",
    sql: "DELETE FROM conclusion; UPDATE blob SET body = 'text'",
    names: /row \d+ of its table blob/,
    read: ["report", "run", "explain"],
  },
  {
    what: "keys that are cut off",
    sql: "DELETE FROM conclusion; UPDATE listing SET keys = substr(keys, 1, length(keys) - 3) WHERE length(keys) > 3",
    names: /row \d+ of its table listing/,
    read: ["report", "run", "status", "explain"],
  },
  {
    what: "what a run said of its sources",
    sql: "UPDATE run SET sources = json_remove(sources, '$.koard.listed')",
    names: /row \d of its table run/,
    read: ["report", "status", "explain"],
  },
  {
    what: "the day of a run",
    sql: "UPDATE run SET day = '2026-11-31'",
    names: /row \d of its table run/,
    read: ["report", "status", "explain"],
  },
  {
    what: "when a session of a run began",
    sql: "UPDATE run_session SET started_at = 'then'",
    names: /row (?:\d|of run \d) of its table run(?:_session)?/,
    read: ["report", "status"],
  },
  {
    what: "the day on which details were read",
    sql: "UPDATE reading SET day = ''",
    names: /row \S+ \S+ of its table reading/,
    read: ["run", "status"],
  },
  {
    what: "when details were read",
    sql: "UPDATE reading SET read_at = 'then'",
    names: /row of the book acme of its table reading/,
    read: ["report", "run"],
  },
  {
    what: "the window of a report",
    sql: "UPDATE report SET window_from = 'x'",
    names: /row \d of its table report/,
    read: ["report", "run", "status", "explain"],
  },
  {
    what: "an exception of a report",
    sql: "UPDATE report_exception SET body = json_set(body, '$.code', 'NO_SUCH_CODE')",
    names: /row x_\w+ of report \d of its table report_exception/,
    read: ["report", "run", "status", "explain"],
  },
  {
    what: "money at stake that is no decimal",
    sql: "UPDATE report_exception SET body = json_set(body, '$.moneyAtStake', '1,5')",
    names: /row x_\w+ of report \d of its table report_exception/,
    read: ["report", "run", "status", "explain"],
  },
  {
    what: "the figures of a batch",
    sql: "UPDATE figure SET body = '{}'",
    names: /row \[.+\] of 2026-11-1\d\/r1 of its table figure/,
    read: ["report", "run"],
  },
  {
    what: "an amount that is no decimal of its currency",
    sql: `UPDATE figure SET body = json_set(body, '$.figures.captured_declared.text', '1.23456')
      WHERE json_extract(body, '$.figures.captured_declared') IS NOT NULL`,
    names: /row \[.+\] of 2026-11-1\d\/r1 of its table figure/,
    read: ["report", "run"],
  },
  {
    what: "who holds the lease",
    sql: "UPDATE lease SET beat_at_ms = 'never'",
    names: /row \d of its table lease/,
    read: ["report", "run", "status", "prune"],
  },
];

describe.each(DAMAGES)("$what", ({ sql, names, read }) => {
  it.each(read)("is named by %s, with exit 74", async (command) => {
    const cwd = afterThreeNights();
    cpSync(join(current, "tieout.db"), join(cwd, "tieout.db"));
    const db = new DatabaseSync(join(cwd, "tieout.db"));
    db.exec(sql);
    db.close();
    const ended = await tieout(COMMANDS[command], { cwd, env: sandbox.env });
    expect(ended).toMatchObject({ code: 74, stdout: "" });
    expect(ended.stderr).toMatch(names);
    expect(ended.stderr).toMatch(/is damaged; restore the ledger and its key from a backup\n$/);
  });
});
