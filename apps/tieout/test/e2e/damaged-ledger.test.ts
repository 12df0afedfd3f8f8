import { cpSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tieout } from "./bundle.ts";
import { lastingDirectory } from "./lasting-directory.ts";
import { cell, csv } from "./published.ts";
import { type SandboxProcess, startSandboxProcess } from "./sandbox-process.ts";
import { afterThreeNights, NEXT, NIGHTS, PUBLISHED, WORLD } from "./three-nights.ts";

// What these tests prove: whatever row of a ledger is damaged, every command names its table and the row and ends with
// exit 74. None crashes, and none goes on with something else in its place. That every column of every table is looked
// at is proved in test/ledger/digest.

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

const ALL: ReadonlyArray<Command> = ["report", "run", "status", "explain", "prune"];

/** Each way in which a ledger is damaged, and commands that read what is. */
const DAMAGES: ReadonlyArray<{
  readonly what: string;
  readonly sql: string;
  readonly names: RegExp;
  readonly read: ReadonlyArray<Command>;
}> = [
  {
    what: "a digit of an amount",
    sql: `UPDATE observation SET header = json_set(header, '$.capturedMinor', 1 + json_extract(header, '$.capturedMinor'))
      WHERE kind = 'settlement'`,
    names: /row settlement \S+ of run \d of its table observation/,
    read: ALL,
  },
  {
    what: "money at stake",
    sql: "UPDATE report_exception SET body = json_set(body, '$.moneyAtStake', '1.50')",
    names: /row x_\w+ of report \d of its table report_exception/,
    read: ["status"],
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
    read: ["report"],
  },
  {
    what: "keys that are others",
    sql: "DELETE FROM conclusion; UPDATE listing SET keys = zeroblob(length(keys)) WHERE length(keys) > 0",
    names: /row \d+ of its table listing/,
    read: ["report", "run", "status", "explain"],
  },
  {
    what: "keys that are gone",
    sql: "DELETE FROM conclusion; DELETE FROM listing",
    names: /row \d+ of its table listing/,
    read: ["report", "status", "explain"],
  },
  {
    what: "who holds the lease",
    sql: "UPDATE lease SET beat_at_ms = 'never'",
    names: /row \S+ of its table lease/,
    read: ["status", "prune"],
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
