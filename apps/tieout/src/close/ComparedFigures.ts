import {
  isPublishedDay,
  type PublishedFigures,
  type RestateOptions,
  type ShownFigures,
} from "@tieout/reconcile";
import type { Effect } from "effect";
import { isPublishedFigures } from "../ledger/codec/codecs.ts";
import { decoded } from "../ledger/codec/decode.ts";
import type { RecordedNames } from "../ledger/reports/RecordedNames.ts";
import { type LineCodec, PackedList, PlainRoom } from "../ledger/store/PackedList.ts";
import { entityOf, nameOf, recordedFirst } from "./figure-names.ts";

/** Figures that were recorded: what tells whether they are as they were, and how some of them are read. */
interface Recorded<E, R> {
  readonly names: RecordedNames;
  readonly read: (
    isMeant: (name: string) => boolean,
  ) => Effect.Effect<ReadonlyMap<string, PublishedFigures>, E, R>;
}

/** What figures are compared with: everything published up to an earlier day, and by revisions of this one. */
export interface PublishedBefore<E, R> extends Pick<RestateOptions, "publishedDays" | "ownCause"> {
  readonly earlier: Recorded<E, R>;
  readonly revised: Recorded<E, R>;
}

/** Figures of one batch stand together; gives those of one batch after another. */
export const batchesOf = function* (known: Iterable<ShownFigures>): Generator<ReadonlyArray<ShownFigures>> {
  let batch: Array<ShownFigures> = [];
  let last: ShownFigures | undefined;
  for (const figures of known) {
    const isNext = last?.entityId !== figures.entityId || last.entity !== figures.entity;
    if (isNext && batch.length > 0) {
      yield batch;
      batch = [];
    }
    batch.push(figures);
    last = figures;
  }
  if (batch.length > 0) yield batch;
};

/** Whether the figures of a batch are all as they were recorded, or any is otherwise, and of how many anything was. */
const standingOf = (batch: ReadonlyArray<ShownFigures>, names: RecordedNames) => {
  // Nothing is printed where there is nothing to compare it with.
  const standings =
    names.size === 0 ? [] : batch.map((figures) => names.standingOf(nameOf(figures), recordedFirst(figures)));
  const found = standings.filter((one) => one !== "unknown").length;
  const isSame = found > 0 && standings.every((one) => one === "same");
  return { isSame, isOther: found > 0 && !isSame, found };
};

/** The figures that {@link recordedFirst} printed. */
const shownIn = (text: string): ShownFigures => {
  const { since: _, ...shown } = decoded(isPublishedFigures, text, {
    table: "figure",
    row: "of this report",
  });
  return shown;
};

type Before = Pick<PublishedBefore<unknown, unknown>, "publishedDays"> & {
  readonly [Since in "earlier" | "revised"]: Pick<Recorded<unknown, unknown>, "names">;
};

const FRESH_LINES: LineCodec<ShownFigures> = { print: recordedFirst, read: shownIn };

/** Figures that are held as they are, of batches that no report has shown. */
const PLAIN_FIGURES = 2000;

/** The figures of all batches, sorted out by what has to be done about them. */
export class ComparedFigures {
  /** Of batches that are otherwise than they were published, or late: to be restated. */
  readonly touched: Array<ShownFigures> = [];
  readonly entities = new Set<string>();
  /** Those that are shown of batches that no report has shown and that are not late: to be recorded alone. */
  readonly fresh = new PackedList(FRESH_LINES, new PlainRoom(PLAIN_FIGURES));
  readonly #before: Before;
  readonly #isShown: (figures: ShownFigures) => boolean;
  #found = 0;
  #foundRevised = 0;

  /** `isShown` tells of figures whether the report shows them though nothing is restated. */
  constructor(before: Before, isShown: (figures: ShownFigures) => boolean) {
    this.#before = before;
    this.#isShown = isShown;
  }

  /** Whether anything was recorded that none of the figures is of. */
  get isAnyGone(): boolean {
    const { earlier, revised } = this.#before;
    return this.#found < earlier.names.size || this.#foundRevised < revised.names.size;
  }

  add(batch: ReadonlyArray<ShownFigures>): void {
    const { earlier, revised, publishedDays } = this.#before;
    const [published, since] = [standingOf(batch, earlier.names), standingOf(batch, revised.names)];
    this.#found += published.found;
    this.#foundRevised += since.found;
    if (published.isSame) return;
    const isLate = batch.some((figures) => isPublishedDay(figures, { publishedDays }));
    if (published.isOther || since.isOther || isLate) this.touch(batch);
    else for (const figures of batch.filter(this.#isShown)) this.fresh.add(figures);
  }

  touch(batch: ReadonlyArray<ShownFigures>): void {
    for (const figures of batch) {
      this.touched.push(figures);
      this.entities.add(entityOf(figures));
    }
  }
}
