import {
  compareCodePoints,
  isDayIn,
  type SettlementHeader,
  type SummarisedBatch,
  type Window,
} from "@tieout/reconcile";
import { HEADERS } from "../ledger/codec/codecs.ts";
import { decoded } from "../ledger/codec/decode.ts";
import { canonicalJson } from "../ledger/store/blob.ts";
import { type LineCodec, PackedList, PlainRoom } from "../ledger/store/PackedList.ts";
import { SUMMARY_TEXT } from "./cache/summary-text.ts";

type Batch = Pick<SummarisedBatch, "header" | "summary">;

/** Batches that are held as they are: more than most books have, and little memory. */
const PLAIN_BATCHES = 5000;

/** Between two texts of JSON, in which it stands nowhere. */
const SEPARATOR = "\t";

const headerIn = (text: string): SettlementHeader =>
  decoded(HEADERS.settlement, text, { table: "observation", row: "of a settlement" });

const LINES: LineCodec<Batch> = {
  print: ({ header, summary }) => `${canonicalJson(header)}${SEPARATOR}${SUMMARY_TEXT.print(summary)}`,
  read: (line) => {
    const at = line.indexOf(SEPARATOR);
    return { header: headerIn(line.slice(0, at)), summary: SUMMARY_TEXT.read(line.slice(at + 1)) };
  },
};

/**
 * Summarised batches by business day, and of each day in the order in which they came. Memory holds few of them as they
 * are, however many there are.
 */
export class SummarisedByDay implements Iterable<Batch> {
  readonly #room = new PlainRoom(PLAIN_BATCHES);
  readonly #days = new Map<string, PackedList<Batch>>();

  add(batch: Batch): void {
    const { businessDate } = batch.summary;
    const day = this.#days.get(businessDate) ?? new PackedList(LINES, this.#room);
    this.#days.set(businessDate, day);
    day.add(batch);
  }

  *[Symbol.iterator](): Generator<Batch> {
    yield* this.#of(this.#days.keys());
  }

  /** Those of the days of a window. */
  *in(window: Window): Generator<Batch> {
    yield* this.#of([...this.#days.keys()].filter((day) => isDayIn(day, window)));
  }

  *#of(days: Iterable<string>): Generator<Batch> {
    for (const day of [...days].sort(compareCodePoints)) yield* this.#days.get(day) ?? [];
  }
}
