import { printable } from "../printable.ts";
import type { Change, ChangeKind } from "./changes.ts";

/** Why people are written to. */
export type Occasion = "failed" | "recovered" | "changed";

/** The report that a message is about. */
export interface MessageReport {
  readonly day: string;
  readonly revision: number;
  readonly verdict: string;
  readonly manifestSha256: string;
  /** Figures that are otherwise than they were published. */
  readonly restatements: number;
  /** Null where nobody said where the output directory is served. */
  readonly link: string | null;
}

/** What people are told of one run of one book: nobody's name, no key. */
export interface Message {
  readonly occasion: Occasion;
  readonly book: string;
  readonly exit: number;
  /** Why not all was well; null where it was. */
  readonly problem: string | null;
  /** Null where none was published. */
  readonly report: MessageReport | null;
  readonly changes: ReadonlyArray<Change>;
}

/** Exceptions that a message names; the report has them all. */
export const NAMED_MAX = 10;

const WORDS: Readonly<Record<ChangeKind, string>> = {
  new: "new",
  worse: "worse",
  again: "undecided again",
  resolved: "resolved",
};

/** `2 new, 1 resolved`. */
const counted = (changes: ReadonlyArray<Change>): string =>
  [...Map.groupBy(changes, ({ kind }) => kind)]
    .map(([kind, all]) => `${all.length} ${WORDS[kind]}`)
    .join(", ");

const subject = ({ occasion, book, exit, report, changes }: Message): string => {
  const day = report === null ? "" : ` ${report.day}`;
  if (occasion === "failed") return `${book}${day}: the run failed with exit ${exit}`;
  const parts = [
    ...(occasion === "recovered" ? ["runs succeed again"] : []),
    ...(changes.length === 0 ? [] : [counted(changes)]),
    ...(report === null || report.restatements === 0 ? [] : [`${report.restatements} figures restated`]),
  ];
  return `${book}${day}: ${parts.join("; ") || "published again with other figures"}`;
};

/** What a message is about, in a line whatever its texts hold. */
export const subjectOf = (message: Message): string => printable(subject(message));

/** Longer ids are cut: receivers refuse long texts, and the report has them whole. */
const ID_MAX = 100;

/** An exception as a message names it. */
const changeLine = ({ kind, row }: Change): string => {
  const money = row.moneyAtStake === null ? "" : `, ${row.moneyAtStake} ${row.currency ?? ""}`.trimEnd();
  const id = row.entityId.length > ID_MAX ? `${row.entityId.slice(0, ID_MAX)}…` : row.entityId;
  return `${WORDS[kind]}: ${row.severity} ${row.code}, ${id}${money} (${row.exceptionId})`;
};

/** What a message says below its subject, a line each: no text from outside begins another, or turns one round. */
export const bodyOf = ({ problem, report, changes }: Message): ReadonlyArray<string> => {
  const more = changes.length - NAMED_MAX;
  return [
    ...(problem === null ? [] : [problem]),
    ...changes.slice(0, NAMED_MAX).map(changeLine),
    ...(more > 0 ? [`and ${more} more`] : []),
    ...(report === null
      ? []
      : [
          `Report ${report.day}/r${report.revision}, ${report.verdict}; manifest ${report.manifestSha256}`,
          ...(report.link === null ? [] : [report.link]),
        ]),
  ].map(printable);
};
