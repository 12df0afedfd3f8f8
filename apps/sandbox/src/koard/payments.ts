import { type Fields, fieldsOf, flagIn, numberIn, textIn } from "../http/fields.ts";
import { Refused } from "../http/reply.ts";
import { adjustTip, refund } from "./changes.ts";
import { capturedOf, type Row } from "./rows.ts";

/** What a request makes of a transaction; throws `Refused` where its state or the amounts forbid it. */
export type Payment = (row: Row, body: Fields) => Row;

const ADJUSTABLE = ["authorized", "captured", "approved", "surcharge_applied"];

const inState = (row: Row, states: readonly string[], verb: string, status = 409): void => {
  if (!states.includes(row.status))
    throw new Refused(status, `A transaction that is ${row.status} cannot be ${verb}`);
};

const within = (amountMinor: number, mostMinor: number, verb: string): number => {
  if (amountMinor <= 0) throw new Refused(422, "The amount must be above zero");
  if (amountMinor > mostMinor) throw new Refused(422, `The amount is above what is left to ${verb}`);
  return amountMinor;
};

// The ceiling is what was captured, reversals and partial approvals taken off (Koard fact 3.5 and 5.8).
const refundPayment: Payment = (row, body) => {
  const captured = capturedOf(row);
  if (captured === undefined)
    throw new Refused(409, `A transaction that is ${row.status} cannot be refunded`);
  const leftMinor = captured - (row.refunded ?? 0);
  if (leftMinor <= 0) throw new Refused(409, "Everything was refunded already");
  return refund(row, within(numberIn(body, "amount") ?? leftMinor, leftMinor, "refund"));
};

const reversePayment: Payment = (row, body) => {
  inState(row, ADJUSTABLE, "reversed");
  const leftMinor = row.total - (row.reversed ?? 0) - (row.refunded ?? 0);
  const reversed = (row.reversed ?? 0) + within(numberIn(body, "amount") ?? leftMinor, leftMinor, "reverse");
  return {
    ...row,
    reversed,
    status: reversed >= row.total ? "reversed" : row.status,
    version: row.version + 1,
  };
};

const adjustPayment: Payment = (row, body) => {
  inState(row, ADJUSTABLE, "adjusted");
  const tipType = textIn(body, "type") === "percentage" ? "percentage" : "fixed";
  const given = numberIn(body, tipType === "fixed" ? "amount" : "percentage");
  if (given === undefined) throw new Refused(422, `A tip that is ${tipType} needs its size`);
  if (given < 0) throw new Refused(422, "The tip must not be below zero");
  return adjustTip(row, tipType === "fixed" ? given : Math.round((row.subtotal * given) / 100), tipType);
};

const confirmPayment: Payment = (row, body) => {
  inState(row, ["surcharge_pending"], "confirmed");
  const version = row.version + 1;
  if (flagIn(body, "confirm") !== true) {
    return {
      ...row,
      status: "surcharge_declined_by_payer",
      statusReason: "surcharge_declined_by_payer",
      version,
    };
  }
  return { ...madeUp(row, body), status: "captured", statusReason: "approved", version };
};

/** 400 for what cannot be captured is documented (Koard fact 2.3). */
const capturePayment: Payment = (row, body) => {
  inState(row, ["authorized"], "captured", 400);
  const heldMinor = row.authorized - (row.reversed ?? 0);
  const made = madeUp(row, body);
  if (made.total - (made.tip ?? 0) > heldMinor)
    throw new Refused(400, "More than was authorised cannot be captured");
  return {
    ...made,
    reversed: null,
    authorized: made.total,
    type: "capture",
    status: "captured",
    version: row.version + 1,
  };
};

const authorizeIncrement: Payment = (row, body) => {
  inState(row, ["authorized"], "raised");
  const amountMinor = within(numberIn(body, "amount") ?? 0, Number.MAX_SAFE_INTEGER - row.total, "authorise");
  return {
    ...row,
    subtotal: row.subtotal + amountMinor,
    total: row.total + amountMinor,
    authorized: row.authorized + amountMinor,
    type: "incremental_auth",
    version: row.version + 1,
  };
};

// Rates in requests are percentages, or basis points from 100 on (Koard fact 3.6).
const percentOf = (rate: number | undefined): number | null =>
  rate === undefined ? null : rate >= 100 ? rate / 100 : rate;

/** The make-up of the amount that a request gives: as a breakdown, as one amount, or unchanged; with a tip on top. */
const madeUp = (row: Row, body: Fields): Row => {
  const parts = fieldsOf(body["breakdown"]);
  const subtotal = numberIn(parts, "subtotal");
  if (subtotal !== undefined) {
    const [tax, tip] = [numberIn(parts, "taxAmount") ?? null, numberIn(parts, "tipAmount") ?? null];
    const surcharge = numberIn(fieldsOf(parts["surcharge"]), "amount") ?? null;
    const total = subtotal + (tax ?? 0) + (tip ?? 0) + (surcharge ?? 0);
    const taxRate = percentOf(numberIn(parts, "taxRate"));
    return {
      ...row,
      subtotal,
      tax,
      taxRate,
      tip,
      tipType: textIn(parts, "tipType") ?? row.tipType,
      surcharge,
      total,
    };
  }
  const amountMinor = numberIn(body, "amount");
  const made =
    amountMinor === undefined || amountMinor === row.total
      ? row
      : {
          ...row,
          subtotal: within(amountMinor, row.total, "capture"),
          tax: null,
          taxRate: null,
          tip: null,
          surcharge: null,
          total: amountMinor,
        };
  const tipMinor = numberIn(body, "tip_amount");
  return tipMinor === undefined ? made : { ...adjustTip(made, tipMinor, "fixed"), version: row.version };
};

/** The payment actions by operationId. Koard fact 2.3. */
export const PAYMENTS: Readonly<Record<string, Payment>> = {
  refundPayment,
  reversePayment,
  adjustPayment,
  confirmPayment,
  capturePayment,
  authorizeIncrement,
};

/** Overwrites a passthrough transaction with what a third party says about it; what is null or absent stays. */
export const editTransaction: Payment = (row, body) => {
  const made = madeUp(row, { breakdown: body["breakdown"] });
  return {
    ...made,
    authorized: numberIn(body, "authorized_amount") ?? made.authorized,
    refunded: numberIn(body, "refunded") ?? row.refunded,
    reversed: numberIn(body, "reversed") ?? row.reversed,
    status: textIn(body, "status") ?? row.status,
    statusReason: textIn(body, "status_reason") ?? row.statusReason,
    version: row.version + 1,
  };
};
