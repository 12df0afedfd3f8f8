import { traceDecisions } from "@tieout/reconcile";
import { Effect } from "effect";
import type { MessageSettings } from "../../config/message-settings.ts";
import { Ledger } from "../../ledger/Ledger.ts";
import { isDone } from "../../ledger/outcomes/RunOutcome.ts";
import type { PublishedReport } from "../../ledger/reports/PublishedReport.ts";
import { decisionsUpTo } from "../inspect/newest-exceptions.ts";
import type { Summary } from "../night/summarise.ts";
import { changesBetween } from "./changes.ts";
import type { Message, MessageReport, Occasion } from "./Message.ts";

/** How a run of a book ended. */
export interface RunEnd {
  readonly book: string;
  readonly exit: number;
  readonly problem: string | null;
  /** Of the report, where there is one. */
  readonly summary: Summary | undefined;
}

/** What is said of an end, and the report that the next one is compared with. */
export interface Notified {
  /** Undefined where nothing changed for people. */
  readonly message: Message | undefined;
  readonly report: PublishedReport | undefined;
}

const exceptionsOf = Effect.fnUntraced(function* (book: string, asOf: string, report: PublishedReport) {
  const rows = yield* (yield* Ledger).reportExceptions(report);
  return traceDecisions(rows, yield* decisionsUpTo(book, asOf, report)).exceptions;
});

const linkOf = (publicUrl: string | null, book: string, { day, revision }: PublishedReport): string | null =>
  publicUrl === null ? null : `${publicUrl.replace(/\/+$/, "")}/${book}/${day}/r${revision}/report.html`;

/** What is said of a run that failed. */
export const failedMessage = ({ book, exit, problem }: Omit<RunEnd, "summary">): Message => ({
  ...{ occasion: "failed", book, exit, problem },
  ...{ report: null, changes: [] },
});

/**
 * What people are to be told of a run's end: that it failed, where the last one did not fail alike; that runs succeed
 * again; what changed since the report that they were told of last. A night like the one before says nothing.
 */
export const messageOf = Effect.fn("messageOf")(function* (
  { book, exit, problem, summary }: RunEnd,
  { notify, publicUrl }: MessageSettings,
  asOf: string,
) {
  const ledger = yield* Ledger;
  const last = yield* ledger.lastOutcome(book);
  if (!isDone(exit)) {
    const isLikeBefore = last?.exit === exit;
    const message = isLikeBefore ? undefined : failedMessage({ book, exit, problem });
    return { message, report: undefined } satisfies Notified;
  }
  const told = yield* ledger.lastTold(book);
  const report =
    summary === undefined ? undefined : yield* ledger.reportAt(book, summary.day, summary.revision);
  const isRecovered = last !== undefined && !isDone(last.exit);
  // Another report of the night that was told, or of a later one; what was published again without a change is neither.
  const isNews = report !== undefined && report.id !== told?.id && report.day >= (told?.day ?? "");
  const before = isNews && told !== undefined ? yield* exceptionsOf(book, asOf, told) : [];
  const changes = isNews ? changesBetween(before, yield* exceptionsOf(book, asOf, report), notify) : [];
  const isRevised = isNews && report.day === told?.day;
  const restatements = isNews ? (summary?.restatements ?? 0) : 0;
  const isChanged = changes.length > 0 || restatements > 0 || isRevised;
  if (!isRecovered && !isChanged)
    return { message: undefined, report: isNews ? report : undefined } satisfies Notified;
  const occasion: Occasion = isRecovered ? "recovered" : "changed";
  const shown: MessageReport | null =
    report === undefined
      ? null
      : {
          day: report.day,
          revision: report.revision,
          verdict: summary?.verdict ?? "",
          manifestSha256: report.manifestSha256,
          restatements,
          link: linkOf(publicUrl, book, report),
        };
  const message: Message = { occasion, book, exit, problem, report: shown, changes };
  return { message, report: isNews ? report : undefined } satisfies Notified;
});
