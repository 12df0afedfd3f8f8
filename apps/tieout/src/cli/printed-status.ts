import { epochMs } from "@tieout/reconcile";
import { SOURCES } from "../config/sources.ts";
import { heldBy } from "../ledger/failures.ts";
import type { BookStatus, Outlook, Status } from "../operate/inspect/status.ts";
import { asLines } from "../operate/printable.ts";
import { line, plural, size } from "./layout.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long ago an instant was, in the largest unit that fits twice; nothing for what is still to come. */
const ago = (at: string, now: string): string => {
  const ms = epochMs(now) - epochMs(at);
  if (ms < 0) return "";
  const [unit, unitMs] =
    ms >= 2 * DAY_MS
      ? (["day", DAY_MS] as const)
      : ms >= 2 * HOUR_MS
        ? (["hour", HOUR_MS] as const)
        : (["minute", MINUTE_MS] as const);
  return `, ${plural(Math.floor(ms / unitMs), unit)} ago`;
};

const runs = ({ runs: shown }: BookStatus): ReadonlyArray<string> =>
  shown.length === 0
    ? [line("Runs", "none yet")]
    : shown.map(({ as_of: asOf, day, finished_at: finishedAt }, at) =>
        line(
          at === 0 ? "Runs" : "",
          `as of ${asOf}: ${finishedAt === null ? `not finished; a run of ${day} goes on with it` : "finished"}`,
        ),
      );

/** How the last run ended: worth a line where it was not well. */
const lastRun = ({ last_run: last }: BookStatus): ReadonlyArray<string> =>
  last === null
    ? []
    : [
        ...(last.problem === null
          ? []
          : [line("", `the last one ended ${last.ended_at} with exit ${last.exit}: ${last.problem}`)]),
        ...(last.undelivered === null ? [] : [line("", `not delivered then: ${last.undelivered}`)]),
      ];

const sources = (
  { sources: read, not_configured: unconfigured }: BookStatus,
  now: string,
): ReadonlyArray<string> =>
  SOURCES.map(({ name, title }) => {
    const last = read[name] ?? null;
    return line(
      title,
      last === null
        ? unconfigured.includes(name)
          ? "not configured"
          : "never read to its end"
        : `read ${last.read_at}${ago(last.read_at, now)}: ${plural(last.listed, "batch", "batches")} listed`,
    );
  });

const exceptions = ({ exceptions: open }: BookStatus): string => {
  if (open === null) return "no report yet";
  const severities = Object.entries(open.by_severity).flatMap(([name, count]) =>
    count === 0 ? [] : [`${count} ${name}`],
  );
  const decided = open.decided === 0 ? "" : `; ${open.decided} of them decided about`;
  return `${open.open} open${severities.length === 0 ? "" : `: ${severities.join(", ")}`}${decided}`;
};

const reading = ({ listed, read, reasons }: Outlook, name: string): string => {
  const why = Object.entries(reasons).map(([reason, count]) => `${count} ${reason.replaceAll("_", " ")}`);
  return `${read} of ${plural(listed, `${name} batch`, `${name} batches`)}${why.length === 0 ? "" : ` (${why.join(", ")})`}`;
};

const book = (status: BookStatus, now: string): string => {
  const { report, next_run: next } = status;
  return asLines([
    line("Book", status.book),
    ...runs(status),
    ...lastRun(status),
    line(
      "Report",
      report === null ? "none yet" : `${report.day}, revision ${report.revision}, as of ${report.as_of}`,
    ),
    ...sources(status, now),
    line("Exceptions", exceptions(status)),
    line("A run now", `would read the details of ${reading(next.settlements, "settlement")}`),
    line("", `and of ${reading(next.credential_batches, "credential")}, and whatever is new or changed`),
  ]);
};

const backedUp = ({ database, backed_up_at: at }: Status, now: string): string => {
  if (database === "postgres") return "by pg_dump or its server's own means, of which tieout knows nothing";
  return at === null ? "none was made: `tieout backup FILE` makes one" : `made ${at}${ago(at, now)}`;
};

/** Prints how a ledger stands for a person; ages are counted up to `now`. */
export const printedStatus = (status: Status, now: string): string => {
  const { ledger, bytes, holders, contents, books } = status;
  const unnamed = contents.books.filter((name) => !books.some((one) => one.book === name));
  const held = holders.length === 0 ? "nobody writes to it" : `it ${holders.map(heldBy).join("; it ")}`;
  const heading = asLines([
    line("Ledger", `${ledger}, ${size(bytes)}; ${held}`),
    line("Backup", backedUp(status, now)),
    line(
      "Holds",
      `${plural(contents.settlements, "settlement batch", "settlement batches")} with ` +
        `${plural(contents.transactions, "transaction")}, ` +
        `${plural(contents.credential_batches, "credential batch", "credential batches")}, ` +
        `${plural(contents.details, "version")} of their details, ${plural(contents.runs, "run")}, ` +
        `${plural(contents.reports, "report")}`,
    ),
    ...(unnamed.length === 0 ? [] : [line("", `also of books not shown here: ${unnamed.join(", ")}`)]),
  ]);
  return [heading, ...books.map((one) => book(one, now))].join("\n\n");
};
