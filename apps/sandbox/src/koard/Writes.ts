import type { BatchPlan } from "./plan.ts";
import type { Row } from "./rows.ts";

/** What write operations may change about a batch. */
export interface BatchWrite {
  readonly processorBatchId?: string;
  /** When it was closed, on which night, and how many of its own transactions had begun by then. */
  readonly closed?: { readonly atMs: number; readonly night: number; readonly ownCount: number };
}

/** What an idempotency key has led to. */
export interface Done {
  readonly operation: string;
  readonly transactionId: string;
  /** The answer, to be given again. */
  readonly body: unknown;
}

/** Where a transaction was made. */
export interface RowPlace {
  readonly origin: number;
  readonly index: number;
}

/** Batches opened over the API are numbered from here, far above every planned one. */
const FIRST_OPENED = 2 ** 27;

const keyOf = (origin: number, index: number): string => `${origin}:${index}`;

/** Everything that write operations changed in Koard's half of the world, on top of what is planned. */
export class Writes {
  readonly #rows = new Map<string, Row>();
  readonly #batches = new Map<number, BatchWrite>();
  readonly #versions = new Map<number, number>();
  readonly #moved = new Map<string, RowPlace & { readonly to: number | null }>();
  readonly #opened: BatchPlan[] = [];

  readonly #events = new Map<string, string[]>();
  readonly #done = new Map<string, Done>();

  #number = 0;

  /** Counts what was written. */
  nextNumber(): number {
    this.#number++;
    return this.#number;
  }

  /** How often a batch or one of its transactions was written. */
  version(ordinal: number): number {
    return this.#versions.get(ordinal) ?? 0;
  }

  #touch(ordinal: number): void {
    this.#versions.set(ordinal, this.version(ordinal) + 1);
  }

  batch(ordinal: number): BatchWrite {
    return this.#batches.get(ordinal) ?? {};
  }

  writeBatch(ordinal: number, write: BatchWrite): void {
    this.#batches.set(ordinal, { ...this.batch(ordinal), ...write });
    this.#touch(ordinal);
  }

  row(origin: number, index: number): Row | undefined {
    return this.#rows.get(keyOf(origin, index));
  }

  /** Replaces a transaction; `batch` is the one it is in now, whose totals change. */
  writeRow(row: Row, batch: number | null): void {
    this.#rows.set(keyOf(row.origin, row.index), row);
    if (batch !== null) this.#touch(batch);
  }

  /** Remembers that an event changed a transaction; what was answered follows with {@link answered}. */
  writeEvent(eventId: string, done: Omit<Done, "body">): void {
    this.#events.set(done.transactionId, [...this.eventsOf(done.transactionId), eventId]);
    this.#done.set(eventId, { ...done, body: null });
  }

  /** Keeps the answer to an event, to give it again. */
  answered(eventId: string, body: unknown): void {
    const done = this.#done.get(eventId);
    if (done !== undefined) this.#done.set(eventId, { ...done, body });
  }

  /** The events that changed a transaction over the API, oldest first. */
  eventsOf(transactionId: string): readonly string[] {
    return this.#events.get(transactionId) ?? [];
  }

  /** What an event over the API has led to. */
  done(eventId: string): Done | undefined {
    return this.#done.get(eventId);
  }

  /** The batch a transaction was moved to, `null` for none; `undefined` when it never moved. */
  movedTo(origin: number, index: number): number | null | undefined {
    return this.#moved.get(keyOf(origin, index))?.to;
  }

  isMoved(origin: number, index: number): boolean {
    const to = this.movedTo(origin, index);
    return to !== undefined && to !== origin;
  }

  /** The transactions that were made elsewhere and are in a batch now; for `null`, those in no batch. */
  *movedInto(ordinal: number | null): Generator<RowPlace> {
    for (const place of this.#moved.values()) {
      if (place.to === ordinal && place.origin !== ordinal) yield place;
    }
  }

  move({ origin, index }: RowPlace, to: number | null): void {
    const from = this.movedTo(origin, index);
    this.#touch(from === undefined || from === null ? origin : from);
    if (to !== null) this.#touch(to);
    this.#moved.set(keyOf(origin, index), { origin, index, to });
  }

  /** Adds a batch that was opened over the API; `make` is given its ordinal. */
  open(make: (ordinal: number) => BatchPlan): BatchPlan {
    const plan = make(FIRST_OPENED + this.#opened.length);
    this.#opened.push(plan);
    this.#touch(plan.ordinal);
    return plan;
  }

  opened(ordinal: number): BatchPlan | undefined {
    // Most ordinals are planned ones, and looking below an array's start is slow.
    return ordinal < FIRST_OPENED ? undefined : this.#opened[ordinal - FIRST_OPENED];
  }

  openedOrdinal(id: string): number | undefined {
    return this.#opened.find((plan) => plan.id === id)?.ordinal;
  }

  *openedOrdinals(): Generator<number> {
    for (const plan of this.#opened.toReversed()) yield plan.ordinal;
  }
}
