import type { BookMeasures, LedgerMeasures } from "./BookMeasures.ts";

/** What is measured, and what it means: every measure has a book as well. */
export const MEASURES = {
  tieout_last_run_timestamp_seconds: "When the last run ended, however.",
  tieout_last_success_timestamp_seconds: "When the last run ended that did its work: exit 0 or 2.",
  tieout_last_exit_code: "The exit code that the last run came to for the book.",
  tieout_run_duration_seconds: "How long the last run took, of all its books.",
  tieout_report_day_timestamp_seconds: "The business day of the newest nightly report, as midnight UTC.",
  tieout_exceptions_open:
    "Open exceptions of the newest nightly report, by severity and whether somebody decided.",
  tieout_unexplained:
    "What final settlement rows leave unexplained: sizes added up, in whole units of the currency.",
  tieout_listed: "Batches that a source listed when it was last read to its end.",
  tieout_requests: "Requests of the last run: answered, or refused with 429 or 503.",
  tieout_ledger_bytes: "The size of the ledger.",
  tieout_ledger_is_file:
    "1 where tieout backup copies the ledger, 0 where it is on a server that is backed up otherwise.",
  tieout_last_backup_timestamp_seconds: "When the newest backup of the ledger was made.",
} as const;

/** One value of a measure. */
export interface Sample {
  readonly name: keyof typeof MEASURES;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

type Labelled = Omit<Sample, "labels"> & { readonly labels?: Sample["labels"] };

const seconds = (ms: number): number => ms / 1000;

const known = (name: Sample["name"], ms: number | null): ReadonlyArray<Labelled> =>
  ms === null ? [] : [{ name, value: seconds(ms) }];

const ofReport = ({ report }: LedgerMeasures): ReadonlyArray<Labelled> =>
  report === null
    ? []
    : [
        { name: "tieout_report_day_timestamp_seconds", value: seconds(Date.parse(report.day)) },
        ...report.open.map(({ severity, isDecided, count }) => ({
          name: "tieout_exceptions_open" as const,
          labels: { severity, decided: String(isDecided) },
          value: count,
        })),
        ...report.unexplained.map(({ currency, amount }) => ({
          name: "tieout_unexplained" as const,
          labels: { currency },
          value: Number(amount),
        })),
      ];

const ofLedger = (ledger: LedgerMeasures): ReadonlyArray<Labelled> => [
  ...known("tieout_last_success_timestamp_seconds", ledger.succeededMs),
  ...ofReport(ledger),
  ...[...ledger.listed].map(([source, value]) => ({
    name: "tieout_listed" as const,
    labels: { source },
    value,
  })),
  { name: "tieout_ledger_bytes", value: ledger.bytes },
  { name: "tieout_ledger_is_file", value: Number(ledger.isFile) },
  ...known("tieout_last_backup_timestamp_seconds", ledger.backedUpMs),
];

const ofRun = ({ run, requests }: BookMeasures): ReadonlyArray<Labelled> => [
  ...(run === null
    ? []
    : [
        { name: "tieout_last_run_timestamp_seconds" as const, value: seconds(run.endedMs) },
        { name: "tieout_last_exit_code" as const, value: run.exit },
        { name: "tieout_run_duration_seconds" as const, value: seconds(run.endedMs - run.startedMs) },
      ]),
  ...requests.flatMap(({ source, answered, refused }) =>
    Object.entries({ answered, refused }).map(([outcome, value]) => ({
      name: "tieout_requests" as const,
      labels: { source, outcome },
      value,
    })),
  ),
];

/** What is known of a book, value by value; what is not known has none. */
export const samplesOf = (measures: BookMeasures): ReadonlyArray<Sample> =>
  [...ofRun(measures), ...(measures.ledger === null ? [] : ofLedger(measures.ledger))].map(
    ({ name, labels = {}, value }) => ({ name, labels: { book: measures.book, ...labels }, value }),
  );
