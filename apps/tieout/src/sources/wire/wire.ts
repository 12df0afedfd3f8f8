import { type Answer, ApiRefused, maskPersonal, type Violation } from "@tieout/http";
import { type InvalidRecord, readInstant } from "@tieout/reconcile";
import { Effect } from "effect";
import { type SourceFailed, sourceFailed } from "../SourceFailed.ts";
import { sized } from "./kept-text.ts";
import type { Notes } from "./notes.ts";

const NOT_FOUND = 404;

/** Calls a client, interruptibly; what it throws becomes {@link SourceFailed}. */
export const call = <A>(
  source: string,
  run: (signal: AbortSignal) => Promise<A>,
): Effect.Effect<A, SourceFailed> =>
  Effect.tryPromise({ try: run, catch: (cause) => sourceFailed(source, cause) });

/** The same, with null for a 404: the source no longer knows what was asked for. */
export const callOrNull = <A>(
  source: string,
  run: (signal: AbortSignal) => Promise<A>,
): Effect.Effect<A | null, SourceFailed> =>
  call(source, (signal) =>
    run(signal).catch((cause: unknown) => {
      if (cause instanceof ApiRefused && cause.status === NOT_FOUND) return null;
      throw cause;
    }),
  );

/**
 * Takes the data out of an answer and leaves it empty: the promise that gave it waited long, and would hold all that the
 * source sent, card numbers among it, for long (ADR 0024). So nobody should keep the data across a wait either.
 */
export const dataOf = <Data>(answer: Answer<Data>): Data => {
  const { data } = answer;
  Reflect.deleteProperty(answer, "data");
  Reflect.deleteProperty(answer, "response");
  return data;
};

/**
 * Collects the records that a call left out of its answers, each once: a walk may read a page again.
 *
 * A single field that a report does not need is no loss: it is only noted. `readable` is what can still be read of an
 * item that was left out.
 */
export const collectLeftOut = (
  notes: Notes,
  readable: (item: unknown) => Pick<InvalidRecord, "capturedMinor"> = () => ({}),
): {
  readonly onViolation: (violation: Violation) => void;
  /** Adds what only reading a record found out. */
  readonly add: (records: ReadonlyArray<InvalidRecord>) => void;
  readonly invalid: () => ReadonlyArray<InvalidRecord>;
} => {
  const invalid = new Map<string, InvalidRecord>();
  const note = (record: InvalidRecord): void => void invalid.set(record.id ?? record.path, record);
  return {
    onViolation: ({ path, expected, actual, id = null, leftOut, item }) => {
      if (leftOut === "field") notes.leftOut(path);
      else note({ path, id, rule: expected, value: actual, ...readable(item?.()) });
    },
    add: (records) => records.forEach(note),
    invalid: () => [...invalid.values()],
  };
};

/**
 * Details that the client refused as a whole, because they break the spec or are too large: the batch stays
 * known, with one record that says what was wrong, and the run goes on.
 */
export const orRefused = <A, R>(
  details: Effect.Effect<A, SourceFailed, R>,
  refused: (invalid: InvalidRecord) => A,
): Effect.Effect<A, SourceFailed, R> =>
  Effect.catchIf(
    details,
    (failed) => failed.kind === "untrusted" && failed.refusal === undefined,
    ({ tooLarge, keptProblem, problem }) =>
      Effect.succeed(
        refused({
          ...{ path: "$", id: null },
          rule: tooLarge?.most ?? "an answer that keeps to the spec",
          value: tooLarge?.is ?? keptProblem ?? problem,
          ...(tooLarge !== undefined && { isTooLarge: true }),
        }),
      ),
  );

/** An id that may stand in the path of a request (Record fact 5.21); `.` and `..` would name another path. */
export const isAddressable = (id: string): boolean => /^(?!\.{1,2}$)[^/?#\s]+$/u.test(id);

/** What reading one record gave: the record, or why it is none. */
export type Mapped<A> = { readonly record: A } | { readonly invalid: InvalidRecord };

/**
 * Tells by the index of an item in a list which index it had in the answer as it came. `list` is the JSON pointer of the
 * list, `leftOut` those of what was left out of the answer.
 */
export const placesIn = (list: string, leftOut: ReadonlyArray<string>): ((index: number) => number) => {
  const gaps = new Set(leftOut);
  if (gaps.size === 0) return (index) => index;
  const places: Array<number> = [];
  return (index) => {
    for (let place = (places.at(-1) ?? -1) + 1; places.length <= index; place += 1)
      if (!gaps.has(`${list}/${place}`)) places.push(place);
    return places[index] ?? index;
  };
};

/** Reads records one by one, and keeps those that break a rule apart. */
export const mapEach = <Wire, A>(
  items: ReadonlyArray<Wire>,
  read: (item: Wire, index: number) => Mapped<A>,
): { readonly records: ReadonlyArray<A>; readonly invalid: ReadonlyArray<InvalidRecord> } => {
  const records: Array<A> = [];
  const invalid: Array<InvalidRecord> = [];
  // Rows are many, and lists of their readings would be made only to be thrown away.
  items.forEach((item, index) => {
    const one = read(item, index);
    if ("record" in one) records.push(one.record);
    else invalid.push(one.invalid);
  });
  return { records, invalid };
};

/** Whether a text can be nothing but a time that is wrong; digits as many as a card has may be a card's. */
const isShowable = (text: string): boolean =>
  /^[\dTZtz.:+ -]{0,40}$/.test(text) && maskPersonal(text) === text;

/**
 * A time on the wire as a UTC instant, or the rule that it breaks and what came, if that is made of what times are made
 * of. A missing offset is read as UTC, and noted.
 */
export const instantOr = (
  text: string,
  notes: Notes,
): { readonly at: string } | { readonly rule: string; readonly value: string } => {
  const read = readInstant(text);
  if (!read.valid) return { rule: read.rule, value: isShowable(text) ? text : sized(text) };
  if (read.note === "offset_missing") notes.assumedUtc();
  return { at: read.at };
};
