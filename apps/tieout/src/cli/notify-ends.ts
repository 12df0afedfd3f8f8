import { printInstant } from "@tieout/reconcile";
import { Clock, Console, Effect } from "effect";
import type { BookReceivers } from "../config/book-settings.ts";
import type { Settings } from "../config/Settings.ts";
import { Ledger } from "../ledger/Ledger.ts";
import { holdsLedger, openLedger } from "../ledger/open-ledger.ts";
import { asLines } from "../operate/printable.ts";
import { type Delivery, deliver } from "../operate/tell/deliver.ts";
import { deliveriesOf } from "../operate/tell/deliveries.ts";
import { failedMessage, messageOf, type Notified } from "../operate/tell/message-of.ts";
import { endPing } from "../operate/tell/pinging.ts";
import { worstOf } from "./exit-code.ts";
import { byLedger, byRun, type MeasuredNight, measureEnds, outcomeOf } from "./measure-ends.ts";
import type { BookEnd } from "./night-ends.ts";
import { printedSummary } from "./printed-summary.ts";

/** What became of a night, and what is known of it. */
interface NightEnd extends MeasuredNight {
  /** Of runs that tell; empty for a command that does not. */
  readonly receivers: ReadonlyArray<BookReceivers>;
  /** Null where the settings do not say where the ledger is. */
  readonly settings: Settings | null;
  /** Another run has the ledger, and tells how it ends itself. */
  readonly isOfAnother: boolean;
  /** The ledger could not be used: nothing is looked up or kept in it. */
  readonly isLedgerLost: boolean;
}

type End = BookEnd<unknown>;

const summaryOf = (end: End) => outcomeOf(end)?.summary;

/** The pings of a night's end: one for each address, with the worst exit code of the books that it is of. */
const endPings = (
  receivers: ReadonlyArray<BookReceivers>,
  ends: ReadonlyArray<End>,
): ReadonlyArray<Delivery> => {
  const byAddress = Map.groupBy(
    receivers.flatMap(({ book, messages: { ping } }) => (ping === null ? [] : [{ book, ping }])),
    ({ ping }) => ping.reveal(),
  );
  return [...byAddress.values()].flatMap((all) => {
    const [first] = all;
    const its = ends.filter(({ book }) => all.some((one) => one.book === book));
    if (first === undefined || its.length === 0) return [];
    const said = its.map((end) => {
      const summary = summaryOf(end);
      return summary === undefined ? `${end.book}: ${end.problem}` : printedSummary(summary);
    });
    return [endPing(first.ping, worstOf(its.map(({ exit }) => exit)), said.join("\n\n"))];
  });
};

/** What each book's receivers are to be told, by what the ledger remembers. */
const toldBy = Effect.fnUntraced(function* ({ receivers, ends }: NightEnd, { asOf }: Settings) {
  const told = new Map<string, Notified>();
  for (const { book, messages } of receivers) {
    const end = ends.find((one) => one.book === book);
    if (end !== undefined)
      told.set(book, yield* messageOf({ ...end, summary: summaryOf(end) }, messages, asOf));
  }
  return told;
});

/** Sends what is to be said of a night, and says what did not arrive. */
const send = Effect.fnUntraced(function* (
  { receivers, ends }: NightEnd,
  told: ReadonlyMap<string, Notified>,
) {
  const now = new Date(yield* Clock.currentTimeMillis);
  const messages = receivers.flatMap(({ book, messages: to }) => {
    const message = told.get(book)?.message;
    return message === undefined ? [] : deliveriesOf(to, message, now);
  });
  const failed = yield* deliver([...endPings(receivers, ends), ...messages]);
  for (const sentence of failed) yield* Console.error(asLines([sentence]));
  return failed;
});

const withLedger = Effect.fnUntraced(function* (night: NightEnd, settings: Settings) {
  const ledger = yield* Ledger;
  const told = yield* toldBy(night, settings);
  const unsent = [...(yield* send(night, told)), ...(yield* measureEnds(night, byLedger(settings)))];
  const undelivered = unsent.length === 0 ? null : unsent.join("; ");
  const startedAt = printInstant(night.startedMs);
  const endedAt = printInstant(yield* Clock.currentTimeMillis);
  for (const { book, exit, problem } of night.ends)
    yield* ledger.recordOutcome(
      book,
      { startedAt, endedAt, exit, problem, undelivered },
      told.get(book)?.report,
    );
});

/** Without a ledger nobody knows what was told before: that a run failed is told each time. */
const withoutLedger = (night: NightEnd) =>
  send(
    night,
    new Map(
      night.isOfAnother
        ? []
        : night.ends.map((end) => [end.book, { message: failedMessage(end), report: undefined }]),
    ),
  );

/** Tells whom it concerns how a night ended, and keeps that in the ledger. Changes no exit code. */
export const notifyEnds = Effect.fn("notifyEnds")(function* (night: NightEnd) {
  const { settings, isOfAnother, isLedgerLost } = night;
  const isThere =
    settings !== null && !isOfAnother && !isLedgerLost
      ? yield* Effect.orElseSucceed(holdsLedger(settings.ledger), () => false)
      : false;
  if (settings === null || !isThere) {
    yield* withoutLedger(night);
    // The run that has the ledger measures how it ends itself.
    if (!isOfAnother) yield* measureEnds(night, byRun);
    return;
  }
  yield* withLedger(night, settings).pipe(
    Effect.provide(openLedger(settings.ledger)),
    Effect.catch((failed) =>
      Effect.andThen(Console.error(asLines([failed.message])), measureEnds(night, byRun)),
    ),
  );
});
