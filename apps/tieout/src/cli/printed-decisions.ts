import type { RecordedEntry } from "../operate/decide/decide-exceptions.ts";
import type { ListedDecision } from "../operate/decide/list-decisions.ts";
import { asLines } from "../operate/printable.ts";
import { plural } from "./layout.ts";

/** A text that people typed, on one line. */
const onOneLine = (text: string): string => text.replaceAll(/\s+/g, " ");

/** What there is to say of a decision or a withdrawal. */
interface Said {
  readonly as: string;
  readonly by: string;
  readonly to?: string | null;
  readonly until?: string | null;
  readonly reason: string | null;
}

/** A decision on one line: what, by whom, until when and why. */
export const printedDecision = ({ as, by, to, until, reason }: Said): string =>
  `${as}${to ? ` to ${onOneLine(to)}` : ""} by ${onOneLine(by)}` +
  `${until ? `, until ${until}` : ""}${reason === null ? "" : `: ${onOneLine(reason)}`}`;

/** Prints what was recorded, a line each, and when it counts. */
export const printedRecorded = (recorded: ReadonlyArray<RecordedEntry>): string =>
  asLines([
    ...recorded.map(
      ({ entry, row }) =>
        `${entry.exceptionId} (${row.code}, ${row.entity} ${row.entityId}) ${printedDecision(entry)}`,
    ),
    `Recorded ${plural(recorded.length, "entry", "entries")}, which the next report heeds; \`tieout report\` makes one now.`,
  ]);

/** Prints decisions, oldest first, a line each, with how each stands. */
export const printedList = (decisions: ReadonlyArray<ListedDecision>): string =>
  decisions.length === 0
    ? "Nothing was decided yet"
    : asLines(
        decisions.map(({ book, decision, state, next }) => {
          const end =
            next === undefined || state.startsWith("ended")
              ? ""
              : ` by ${onOneLine(next.by)} at ${next.decidedAt}`;
          return `${decision.decidedAt}  ${decision.exceptionId}  ${state}${end}: ${printedDecision(decision)} (${book})`;
        }),
      );

const printedEntry = (entry: RecordedEntry["entry"]) => ({
  exception_id: entry.exceptionId,
  decided_at: entry.decidedAt,
  as: entry.as,
  by: entry.by,
  to: entry.as === "withdrawn" ? null : entry.to,
  until: entry.as === "withdrawn" ? null : entry.until,
  reason: entry.reason,
});

/** What was recorded, for a machine. */
export const recordedJson = (recorded: ReadonlyArray<RecordedEntry>): string =>
  JSON.stringify({ recorded: recorded.map(({ entry }) => printedEntry(entry)) });

/** Decisions, for a machine. */
export const listJson = (decisions: ReadonlyArray<ListedDecision>): string =>
  JSON.stringify({
    decisions: decisions.map(({ book, decision, state, next }) => ({
      book,
      ...printedEntry(decision),
      state,
      ...(next === undefined ? {} : { next: printedEntry(next) }),
    })),
  });
