import { sortedDistinct } from "../code-points.ts";
import { daysBetween } from "../time/days.ts";
import { compareExceptions } from "./compare-exceptions.ts";
import { exceptionId } from "./exception-id.ts";
import { EXCEPTIONS } from "./exceptions.ts";
import { type ExceptionRow, type Figure, type Finding, isOpenException } from "./finding.ts";

/** What earlier reports knew of an exception: how old it is, and how the last one that listed it had it. */
export type ExceptionHistory = Pick<
  ExceptionRow,
  "firstSeen" | "nights" | "lastNew" | "status" | "expected" | "actual"
>;

/** What is known of exceptions before tonight's are looked at. */
export interface ExceptionsBefore {
  readonly book: string;
  /** The day of this report. */
  readonly day: string;
  /** All rows of exceptions.csv of the newest published report of an earlier day; none where there is none. */
  readonly previous: readonly ExceptionRow[];
  /**
   * What reports of earlier days knew, by exception id, of those that `previous` does not show: one that was gone for
   * several reports and comes back keeps its beginning and goes on counting nights. Others may be in it.
   */
  readonly history: ReadonlyMap<string, ExceptionHistory>;
}

/** The report whose exceptions are traced, and what it is compared with. */
export interface TraceOptions extends ExceptionsBefore {
  /** Rows of earlier revisions of this day, each as the first revision that listed it has it. */
  readonly revised: readonly ExceptionRow[];
  /** Days after which what is low or info is listed no more, counted from the one on which it was last new. */
  readonly expiresAfterDays: number;
  /** Whether a finding is of a source that was not asked: it stays as it is, whatever time passes. */
  readonly isHeld?: (finding: Finding) => boolean;
}

/**
 * The rows of exceptions.csv, sorted: each finding is `open` where the previous report had it new or open,
 * else `new`; each that the previous report had new or open and that is not found any more is `resolved`,
 * with its cells as last seen. Running a day again changes nothing, since `previous` is of an earlier day; what an
 * earlier revision of this day alone had, and is gone since, is `resolved` as that revision had it. What is low or info
 * is `expired` once, and then not listed until its figures change.
 *
 * Findings of the same code about the same entity are one exception: the one that would be listed first
 * stands, with the batches of all.
 */
export const traceExceptions = (
  findings: Iterable<Finding>,
  options: TraceOptions,
): readonly ExceptionRow[] => {
  const before = new Map(options.previous.map((row) => [row.exceptionId, row]));
  const found = joined(findings, options.book);
  const rows = [...found].flatMap(([id, finding]): readonly ExceptionRow[] => {
    const life = lifeOf(finding, before.get(id) ?? options.history.get(id), {
      day: options.day,
      // Of a source that was not asked nothing expires.
      expiresAfterDays: options.isHeld?.(finding) === true ? null : options.expiresAfterDays,
      wasListed: before.has(id),
    });
    return life === null ? [] : [{ ...finding, ...life }];
  });
  const isGone = ({ exceptionId: id, ...row }: ExceptionRow): boolean =>
    isOpenException(row) && !found.has(id);
  const gone = [
    ...options.previous.filter(isGone),
    ...options.revised.filter((row) => isGone(row) && !isOpenIn(before, row.exceptionId)),
  ];
  const resolved = gone.map((row) => ({ ...row, status: "resolved" as const }));
  return [...rows, ...resolved].sort(compareExceptions);
};

/**
 * The exceptions of a window of one's own, sorted: with the age that the nightly reports know, which is none where they
 * know nothing. What is expired there is left out; nothing is resolved.
 */
export const datedExceptions = (
  findings: Iterable<Finding>,
  { book, day, previous, history }: ExceptionsBefore,
): readonly ExceptionRow[] => {
  const before = new Map(previous.map((row) => [row.exceptionId, row]));
  const rows = [...joined(findings, book)].flatMap(([id, finding]): readonly ExceptionRow[] => {
    const last = before.get(id) ?? history.get(id);
    if (isSilent(finding, last)) return [];
    const { firstSeen = day, nights = 0, lastNew = null } = last ?? {};
    const known = before.get(id);
    const status = known !== undefined && isOpenException(known) ? known.status : "new";
    return [{ ...finding, firstSeen, nights, lastNew, status }];
  });
  return rows.sort(compareExceptions);
};

/** A finding as a row, but for what only other reports know of it. */
type Found = Omit<ExceptionRow, "firstSeen" | "nights" | "lastNew" | "status">;

type Life = Pick<ExceptionRow, "firstSeen" | "nights" | "lastNew" | "status">;

interface Tonight {
  readonly day: string;
  /** `null` where nothing expires. */
  readonly expiresAfterDays: number | null;
}

const isOpenIn = (rows: ReadonlyMap<string, ExceptionRow>, id: string): boolean =>
  isOpenException(rows.get(id) ?? { status: "" });

/** How an exception stands tonight; `null` where it is listed no more. */
const lifeOf = (
  finding: Found,
  last: ExceptionHistory | undefined,
  { wasListed, ...tonight }: Tonight & { readonly wasListed: boolean },
): Life | null => {
  if (isSilent(finding, last)) return null;
  const { firstSeen = tonight.day, nights = 0 } = last ?? {};
  if (last === undefined || !wasListed || !isOpenException(last))
    return { firstSeen, nights: nights + 1, lastNew: tonight.day, status: "new" };
  const lastNew = last.lastNew ?? firstSeen;
  return isTimeUp(finding, last, tonight)
    ? { firstSeen, nights, lastNew, status: "expired" }
    : { firstSeen, nights: nights + 1, lastNew, status: "open" };
};

const canExpire = ({ severity }: Found): boolean => severity === "low" || severity === "info";

const isTimeUp = (finding: Found, last: ExceptionHistory | undefined, tonight: Tonight): boolean => {
  const lastNew = last?.lastNew ?? last?.firstSeen;
  if (!canExpire(finding) || lastNew === undefined || tonight.expiresAfterDays === null) return false;
  return daysBetween(lastNew, tonight.day) >= tonight.expiresAfterDays;
};

/** Whether an exception expired and is as it was then. */
const isSilent = (finding: Found, last: ExceptionHistory | undefined): boolean => {
  if (last?.status !== "expired" || !canExpire(finding)) return false;
  const isSame = isSameFigure(finding.expected, last.expected) && isSameFigure(finding.actual, last.actual);
  return isSame || "figuresRun" in EXCEPTIONS[finding.code];
};

const isSameFigure = (left: Figure | null, right: Figure | null): boolean =>
  left?.kind === right?.kind && left?.text === right?.text;

/** Findings by the id of their exception; those that share one are joined. */
const joined = (findings: Iterable<Finding>, book: string): ReadonlyMap<string, Found> => {
  const found = new Map<string, Found>();
  for (const finding of findings) {
    const id = exceptionId(book, finding);
    const row = {
      ...finding,
      exceptionId: id,
      book,
      severity: finding.severity ?? EXCEPTIONS[finding.code].severity,
    };
    const same = found.get(id);
    found.set(id, same === undefined ? row : merged(same, row));
  }
  return found;
};

const merged = (left: Found, right: Found): Found => {
  // The whole row decides, so that the order of the findings never shows.
  const order = compareExceptions(left, right) || (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1);
  const first = order < 0 ? left : right;
  return { ...first, batchIds: sortedDistinct([...left.batchIds, ...right.batchIds]) };
};
