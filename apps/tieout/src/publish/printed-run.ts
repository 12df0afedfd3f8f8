import { printInstant } from "@tieout/reconcile";
import type { Settings } from "../config/Settings.ts";
import { readBuild } from "../config/version.ts";
import type { ReadTimes, Run } from "../ledger/store/Run.ts";
import type { Pulled, PulledSource } from "../pull/pull-book.ts";
import { printedJson } from "./printed-json.ts";

/** What `run.json` says of a pull. */
export type Pulling = Pulled["sources"];

/** When a run did what, in epoch milliseconds, and with what. */
export interface Phases {
  /** The name of the ledger. */
  readonly ledger: string;
  /** A hash of the program. */
  readonly rules: string;
  readonly startedMs: number;
  readonly closingMs: number;
  readonly closedMs: number;
  readonly endedMs: number;
  /** When the pull's sessions began: more than one where it was interrupted and resumed. */
  readonly sessions: ReadonlyArray<string>;
  /** When the details in the ledger were read: most of them on earlier nights. */
  readonly detailsRead: ReadTimes | null;
  /** Null where the report was made from the ledger alone. */
  readonly pulling: Pulling | null;
}

const traffic = ({ requests, details, unread }: PulledSource) => ({
  requests,
  details,
  unread: Object.fromEntries(unread),
});

/** `run.json`: the one file of a report that holds times and traffic, and so differs from run to run. */
export const printedRun = (settings: Settings, run: Run, phases: Phases): string => {
  const { ledger, rules, startedMs, closingMs, closedMs, endedMs, sessions, detailsRead, pulling } = phases;
  const { version, commit } = readBuild();
  return printedJson({
    schema: "tieout/run@1",
    tieout: version,
    commit,
    rules,
    ledger,
    book: run.book,
    run: run.id,
    as_of: settings.asOf,
    started_at: printInstant(startedMs),
    ended_at: printInstant(endedMs),
    sessions_started_at: sessions,
    details_read_at: detailsRead,
    durations_ms: {
      pull: pulling === null ? null : closingMs - startedMs,
      close: closedMs - closingMs,
      publish: endedMs - closedMs,
    },
    concurrency: settings.concurrency,
    rate_per_second: settings.ratePerSecond,
    sources: pulling === null ? null : Object.fromEntries(pulling.map((one) => [one.name, traffic(one)])),
  });
};
