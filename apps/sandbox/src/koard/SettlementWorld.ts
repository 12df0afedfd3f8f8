import { identifierOf, KIND, placeOf } from "../world/identifiers.ts";
import type { Planted, Planting } from "../world/planting.ts";
import {
  addUp,
  type BatchState,
  type BatchTotals,
  closedState,
  openedState,
  plannedState,
} from "./batch-state.ts";
import { type BatchChange, type Changes, isOn, shownOf } from "./changes.ts";
import {
  type BatchPlan,
  minutesInto,
  NIGHT_ENDS_AT,
  plannedUpTo,
  planOf,
  type SettlementShape,
} from "./plan.ts";
import { plantSettlements } from "./plant-settlements.ts";
import { createdAt, type Row, rowOf } from "./rows.ts";
import { Writes } from "./Writes.ts";

/** A batch with everything it declares. */
export interface Header extends BatchState, BatchTotals {
  readonly plan: BatchPlan;
}

/** Minutes after midnight at which instants of written things begin. */
const WRITES_BEGIN_AT = 90;

const NO_CHANGES: readonly BatchChange[] = [];

/** Plans are kept while they are few; they can be drawn again. */
const PLANS_KEPT = 5_000;

/**
 * Koard's half of the world: batches and transactions as they are on one night.
 *
 * Nothing but small numbers is kept: a batch is its plan, its transactions are drawn again whenever
 * somebody asks, and only what was written over the API or planted is remembered. So a world of
 * thousands of batches starts at once and stays small.
 */
export class SettlementWorld {
  readonly shape: SettlementShape;
  readonly writes = new Writes();
  readonly planted: readonly Planted[];
  readonly #changes: Changes;
  readonly #totals = new Map<number, BatchTotals>();
  readonly #ordinals = new Map<string, number>();
  readonly #plans = new Map<number, BatchPlan>();
  #known = 0;
  #night = 1;

  constructor(shape: SettlementShape, plantings: readonly Planting[]) {
    this.shape = shape;
    const { changes, planted } = plantSettlements(shape, plantings);
    this.#changes = changes;
    this.planted = planted;
  }

  get night(): number {
    return this.#night;
  }

  /** Moves to a night, forward or back; what was written over the API stays. */
  setNight(night: number): void {
    this.#night = night;
    this.#totals.clear();
  }

  /** The instant at which the night's world ends; nothing planned is later. */
  get endsAtMs(): number {
    return minutesInto(this.shape, this.#night - 1, NIGHT_ENDS_AT);
  }

  /** Every batch that exists on this night, newest first. */
  *ordinals(): Generator<number> {
    yield* this.writes.openedOrdinals();
    for (let ordinal = plannedUpTo(this.shape, this.#night) - 1; ordinal >= 0; ordinal--) {
      if (!this.#isGone(ordinal)) yield ordinal;
    }
  }

  /** The ordinal of a batch that exists on this night. */
  ordinalOf(id: string): number | undefined {
    const ordinal = this.#everOrdinalOf(id);
    return ordinal === undefined || !this.exists(ordinal) ? undefined : ordinal;
  }

  #everOrdinalOf(id: string): number | undefined {
    const planned = plannedUpTo(this.shape, this.#night);
    for (; this.#known < planned; this.#known++)
      this.#ordinals.set(planOf(this.shape, this.#known).id, this.#known);
    return this.#ordinals.get(id) ?? this.writes.openedOrdinal(id);
  }

  /** What a batch declares, or last declared where it is gone: a batch that vanishes changes in nothing else. */
  lastHeader(id: string): Header | undefined {
    const ordinal = this.#everOrdinalOf(id);
    return ordinal === undefined ? undefined : this.header(ordinal);
  }

  /** Whether a batch exists on this night. */
  exists(ordinal: number): boolean {
    if (this.writes.opened(ordinal) !== undefined) return true;
    return ordinal < plannedUpTo(this.shape, this.#night) && !this.#isGone(ordinal);
  }

  #isGone(ordinal: number): boolean {
    return this.changes(ordinal).some((change) => change.isGone);
  }

  /** How a batch departs from its plan on this night. */
  changes(ordinal: number): readonly BatchChange[] {
    const changes = this.#changes.get(ordinal);
    const usual = this.#usual(ordinal);
    if (changes === undefined) return usual;
    return [...changes.filter((change) => isOn(change, this.#night)), ...usual];
  }

  /** How the processor of a batch counts, where that is not as usual; what was planted in the batch goes before it. */
  #usual(ordinal: number): readonly BatchChange[] {
    if (this.shape.counting.size === 0) return NO_CHANGES;
    const basis = this.shape.counting.get(this.plan(ordinal).site.processorName);
    return basis === undefined ? NO_CHANGES : [{ fromNight: 1, declares: { basis } }];
  }

  plan(ordinal: number): BatchPlan {
    const known = this.writes.opened(ordinal) ?? this.#plans.get(ordinal);
    if (known !== undefined) return known;
    if (this.#plans.size >= PLANS_KEPT) this.#plans.clear();
    const planned = planOf(this.shape, ordinal);
    const size = this.#changes.get(ordinal)?.find((change) => change.size !== undefined)?.size;
    const plan = size === undefined ? planned : { ...planned, size };
    this.#plans.set(ordinal, plan);
    return plan;
  }

  /** What the batch declares, without its totals: cheap. */
  state(ordinal: number): BatchState {
    const { processorBatchId, closed } = this.writes.batch(ordinal);
    const plan = this.plan(ordinal);
    const state =
      closed !== undefined
        ? closedState(plan, closed, this.#night)
        : this.writes.opened(ordinal) !== undefined
          ? openedState(plan)
          : plannedState(plan, this.changes(ordinal), this.#night);
    return { ...state, processorBatchId: processorBatchId ?? state.processorBatchId };
  }

  /** An instant for something that is written on this night: after all that is planned, each later than the one before. */
  nextInstantMs(): number {
    return minutesInto(this.shape, this.#night - 1, WRITES_BEGIN_AT) + 1000 * this.writes.nextNumber();
  }

  header(ordinal: number): Header {
    return { plan: this.plan(ordinal), ...this.state(ordinal), ...this.#totalsOf(ordinal) };
  }

  #totalsOf(ordinal: number): BatchTotals {
    const version = this.writes.version(ordinal);
    const known = this.#totals.get(ordinal);
    if (known !== undefined && version === 0) return known;
    const totals = addUp(this.#rows(ordinal), this.changes(ordinal));
    if (version === 0) this.#totals.set(ordinal, totals);
    return totals;
  }

  /** How many of its own transactions a batch has on this night: those begun before the night ends. */
  ownCount(ordinal: number): number {
    const closed = this.writes.batch(ordinal).closed;
    if (closed !== undefined) return closed.ownCount;
    const plan = this.plan(ordinal);
    if (plan.closesAtMs <= this.endsAtMs) return plan.size;
    let count = 0;
    while (count < plan.size && createdAt(plan, count) < this.endsAtMs) count++;
    return count;
  }

  /** How many transactions a batch shows on this night. */
  count(ordinal: number): number {
    if (this.writes.version(ordinal) === 0 && !this.#changes.has(ordinal)) return this.ownCount(ordinal);
    return [...this.rows(ordinal)].length;
  }

  /** The transactions that a batch shows: in the order of their beginning, then those that came from elsewhere. */
  *rows(ordinal: number): Generator<Row> {
    const changes = this.changes(ordinal);
    if (shownOf(6, changes, "everywhere") === 6) return yield* this.#rows(ordinal);
    const all = [...this.#rows(ordinal)];
    yield* all.slice(0, shownOf(all.length, changes, "everywhere"));
  }

  *#rows(ordinal: number): Generator<Row> {
    const count = this.ownCount(ordinal);
    const draw = this.#drawing(ordinal);
    for (let index = 0; index < count; index++) {
      if (!this.writes.isMoved(ordinal, index)) yield draw(index);
    }
    for (const { origin, index } of this.writes.movedInto(ordinal)) yield this.row(origin, index);
    for (const { extra } of this.changes(ordinal)) yield* extra ?? [];
  }

  /** One transaction, by where it was made, as it is on this night. */
  row(origin: number, index: number): Row {
    return this.#drawing(origin)(index);
  }

  // What all transactions of a batch share is looked up once, not once a transaction.
  #drawing(origin: number): (index: number) => Row {
    const plan = this.plan(origin);
    const { status } = this.state(origin);
    const edits = this.changes(origin).filter((change) => change.row ?? change.rows);
    return (index) => {
      const written = this.writes.row(origin, index);
      if (written !== undefined) return written;
      const isSettled = status === "accepted" || (status === "partially_accepted" && index % 4 !== 0);
      return edits.reduce(
        (edited, { row, rows }) => {
          const one = row?.index === index ? row.edit(edited) : edited;
          return rows?.(one) ?? one;
        },
        rowOf(this.shape.seed, plan, index, isSettled),
      );
    };
  }

  /** The batch that a transaction is in now; `null` where it was taken out of its batch. */
  batchOf(row: Row): number | null {
    const moved = this.writes.movedTo(row.origin, row.index);
    return moved === undefined ? row.origin : moved;
  }

  /** The currency of a transaction: its terminal's, unless another was planted; `""` for none. */
  currencyOf(row: Row): string {
    return row.currency ?? this.plan(row.origin).site.currency;
  }

  /** A transaction by its identifier, wherever it is now. */
  findRow(id: string): Row | undefined {
    const place = placeOf(this.shape.seed, KIND.transaction, id);
    if (place === undefined || !this.exists(place.ordinal)) return undefined;
    return place.row < this.ownCount(place.ordinal) ? this.row(place.ordinal, place.row) : undefined;
  }

  transactionId(row: Row): string {
    return identifierOf(this.shape.seed, KIND.transaction, { ordinal: row.origin, row: row.index });
  }

  batchId(ordinal: number): string {
    return this.plan(ordinal).id;
  }
}
