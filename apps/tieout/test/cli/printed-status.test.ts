// Proves what a person reads of how a ledger stands.

import { describe, expect, it } from "vitest";
import { printedStatus } from "../../src/cli/printed-status.ts";
import type { BookStatus, Status } from "../../src/operate/inspect/status.ts";

const NOW = "2026-11-18T12:00:00.000Z";
const READ_AT = "2026-11-18T02:00:00.000Z";

const BOOK: BookStatus = {
  ...{ book: "acme", runs: [], report: null, last_run: null },
  ...{ sources: { record: null, koard: null }, not_configured: [], exceptions: null },
  next_run: {
    day: "2026-11-18",
    settlements: { listed: 1, read: 0, reasons: {} },
    credential_batches: { listed: 1200, read: 3, reasons: { not_whole: 2, changed: 1 } },
  },
};

const STATUS: Status = {
  ...{ ledger: "./tieout.db", database: "sqlite", bytes: 1, holders: [], backed_up_at: null },
  contents: {
    ...{ books: ["acme"], runs: 1, reports: 0, settlements: 2, transactions: 3 },
    ...{ credential_batches: 1, details: 4 },
  },
  books: [BOOK],
};

/** The lines about a book that are not those of every other one. */
const linesOf = (book: Partial<BookStatus>): readonly string[] => {
  const printed = (one: BookStatus) => printedStatus({ ...STATUS, books: [one] }, NOW).split("\n");
  const others = printed(BOOK);
  return printed({ ...BOOK, ...book })
    .filter((one) => !others.includes(one))
    .map((one) => one.replace(/ +/g, " "));
};

const ENDED = { started_at: READ_AT, ended_at: READ_AT, exit: 0, problem: null, undelivered: null };

describe("how a book stands", () => {
  it("has a line for each thing, also where there is nothing yet", () => {
    const [, book = ""] = printedStatus(STATUS, NOW).split("\n\n");
    expect(book.split("\n").map((one) => [one.slice(0, 14).trim(), one.slice(14)])).toEqual([
      ["Book", "acme"],
      ["Runs", "none yet"],
      ["Report", "none yet"],
      ["Record", "never read to its end"],
      ["Koard", "never read to its end"],
      ["Exceptions", "no report yet"],
      ["A run now", "would read the details of 0 of 1 settlement batch"],
      ["", "and of 3 of 1,200 credential batches (2 not whole, 1 changed), and whatever is new or changed"],
    ]);
  });

  it("says of the last run why it did not end well, and who was not reached, and nothing where all was well", () => {
    expect(linesOf({ last_run: ENDED })).toEqual([]);
    expect(linesOf({ last_run: { ...ENDED, exit: 75, problem: "Koard is unreachable" } })).toEqual([
      ` the last one ended ${READ_AT} with exit 75: Koard is unreachable`,
    ]);
    expect(linesOf({ last_run: { ...ENDED, undelivered: "Slack was not reached" } })).toEqual([
      " not delivered then: Slack was not reached",
    ]);
  });

  it("names runs newest first, and of one that did not finish who goes on with it", () => {
    const run = { as_of: READ_AT, day: "2026-11-18", started_at: READ_AT };
    expect(
      linesOf({
        runs: [
          { ...run, finished_at: null },
          { ...run, finished_at: READ_AT },
        ],
      }),
    ).toEqual([
      `Runs as of ${READ_AT}: not finished; a run of 2026-11-18 goes on with it`,
      ` as of ${READ_AT}: finished`,
    ]);
  });

  it.each([
    ["2026-11-18T12:00:00.001Z", ""],
    ["2026-11-18T11:59:00.000Z", ", 1 minute ago"],
    ["2026-11-18T10:00:00.001Z", ", 119 minutes ago"],
    ["2026-11-18T10:00:00.000Z", ", 2 hours ago"],
    ["2026-11-16T12:00:00.001Z", ", 47 hours ago"],
    ["2026-11-16T12:00:00.000Z", ", 2 days ago"],
  ])("says of a source read at %s how long ago that was: %j", (read_at, ago) => {
    expect(linesOf({ sources: { record: null, koard: { read_at, listed: 1 } } })).toEqual([
      `Koard read ${read_at}${ago}: 1 batch listed`,
    ]);
  });

  it("tells a source that is not configured from one that was never read", () => {
    expect(linesOf({ not_configured: ["record"] })).toEqual(["Record not configured"]);
  });

  it("counts open exceptions by how severe they are, and those decided about", () => {
    const none = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
    const exceptions = (open: number, decided: number, by_severity: typeof none) =>
      linesOf({ exceptions: { open, decided, by_severity } });
    expect(exceptions(0, 0, none)).toEqual(["Exceptions 0 open"]);
    expect(exceptions(3, 1, { ...none, critical: 2, low: 1 })).toEqual([
      "Exceptions 3 open: 2 critical, 1 low; 1 of them decided about",
    ]);
  });
});

describe("how a ledger stands", () => {
  const headed = (other: Partial<Status>) => printedStatus({ ...STATUS, ...other }, NOW).split("\n\n")[0];

  it("says what it holds, who writes to it, and when it was backed up", () => {
    expect(headed({})).toBe(
      [
        "Ledger        ./tieout.db, 1 byte; nobody writes to it",
        "Backup        none was made: `tieout backup FILE` makes one",
        "Holds         2 settlement batches with 3 transactions, 1 credential batch, 4 versions of their details, 1 run, 0 reports",
      ].join("\n"),
    );
    const holder = { pid: 7, host: "box", since: READ_AT, books: null };
    expect(headed({ holders: [holder] })).toContain(`; it is in use by process 7 on box since ${READ_AT}\n`);
    expect(headed({ backed_up_at: READ_AT })).toContain(`made ${READ_AT}, 10 hours ago\n`);
    expect(headed({ database: "postgres" })).toContain("by pg_dump or its server's own means");
  });

  it("names books that it holds and that are not shown", () => {
    const books = ["acme", "old", "other"];
    expect(headed({ contents: { ...STATUS.contents, books } })).toMatch(
      /\n +also of books not shown here: old, other$/,
    );
  });
});
