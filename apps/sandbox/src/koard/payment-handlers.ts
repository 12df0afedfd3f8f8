import { textIn } from "../http/fields.ts";
import type { Call, Handler, Handlers } from "../http/handler.ts";
import { json, Refused, type Reply } from "../http/reply.ts";
import { editTransaction, PAYMENTS, type Payment } from "./payments.ts";
import { transactionIn } from "./read-handlers.ts";
import type { Row } from "./rows.ts";
import type { SettlementWorld } from "./SettlementWorld.ts";
import { eventIdOf, transactionBody } from "./wire.ts";

const write = (
  world: SettlementWorld,
  row: Row,
  { operation, eventId }: { operation: string; eventId: string | undefined },
): Reply => {
  if (!Number.isSafeInteger(row.total)) throw new Refused(422, "The total would be above any amount");
  const transactionId = world.transactionId(row);
  world.writes.writeRow(row, world.batchOf(row));
  const event = eventId ?? eventIdOf(world.shape.seed, row);
  world.writes.writeEvent(event, { operation, transactionId });
  const body = transactionBody(world, row);
  world.writes.answered(event, body);
  return json(200, body);
};

/** A repeat with the same event changes nothing: the first answer comes back, but for `confirmPayment`, which documents 400. */
const repeated = (world: SettlementWorld, operation: string, { path, body }: Call): Reply | undefined => {
  const eventId = textIn(body, "event_id");
  const done = eventId === undefined ? undefined : world.writes.done(eventId);
  if (done === undefined) return undefined;
  if (operation === "confirmPayment") throw new Refused(400, "This event_id was used before");
  if (done.operation !== operation || done.transactionId !== textIn(path, "transaction_id")) {
    throw new Refused(409, "This event_id was used for something else");
  }
  return json(200, done.body);
};

const paying =
  (world: SettlementWorld, operation: string, pay: Payment): Handler =>
  (call) => {
    const row = transactionIn(world, call.path);
    const before = repeated(world, operation, call);
    if (before !== undefined) return before;
    return write(world, pay(row, call.body), { operation, eventId: textIn(call.body, "event_id") });
  };

/** Koard's payment actions, and the correction of passthrough transactions. Koard fact 2.2 and 2.3. */
export const koardPaymentHandlers = (world: SettlementWorld): Handlers => ({
  ...Object.fromEntries(
    Object.entries(PAYMENTS).map(([operation, pay]) => [operation, paying(world, operation, pay)]),
  ),
  editTransaction: ({ path, body }) => {
    const row = transactionIn(world, path);
    if (!world.plan(row.origin).site.isPassthrough) {
      throw new Refused(403, "Only passthrough transactions can be edited");
    }
    return write(world, editTransaction(row, body), { operation: "editTransaction", eventId: undefined });
  },
});
