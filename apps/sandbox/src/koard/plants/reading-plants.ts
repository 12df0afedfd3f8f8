import { RawJson } from "../../http/raw-json.ts";
import type { Spoil } from "../changes.ts";
import { always, ofBatch, ofTransaction, type Plant, type Plants, RECENT, simple } from "./plant.ts";

const withTotal =
  (total: unknown): Spoil =>
  (body) => ({ ...body, total_amount: total });

// What breaks its spec has no currency either: the record was left out.
const brokenTotal = (total: unknown): Plant => ({
  age: () => RECENT,
  plant: (target) => ({
    changes: always({
      shows: { row: { index: target.row.index, spoil: withTotal(total), isInvalid: true } },
    }),
    facts: ofTransaction(target, "INVALID_RECORD", { currency: null }),
  }),
});

const withoutId: Spoil = (body) => ({ ...body, transaction_id: undefined });

/** Irregularities of what can be read of a batch. */
export const READING_PLANTS: Plants = {
  // A batch whose rows nobody sees has no currency, unless one is assumed.
  "detail-unavailable": {
    ...simple("DETAIL_UNAVAILABLE", { shows: { isUnavailable: true } }, { currency: null }),
    currency: "USD",
  },
  "details-truncated": simple("DETAILS_TRUNCATED", { shows: { isCapped: "everywhere" } }),
  "details-capped": {
    age: () => RECENT,
    plant: (target) => ({
      changes: always({ shows: { isCapped: "embedded" } }),
      facts: ofBatch(target, null),
    }),
  },
  "header-bad-time": simple(
    "INVALID_RECORD",
    { shows: { header: (body) => ({ ...body, opened_at: "the day before yesterday" }) } },
    { currency: null },
  ),
  "amount-too-large": brokenTotal(new RawJson("9007199254740993")),
  "amount-fraction": brokenTotal(12.5),
  "amount-text": brokenTotal("1200"),
  "transaction-without-id": {
    age: () => RECENT,
    plant: (target) => ({
      changes: always({ shows: { row: { index: target.row.index, spoil: withoutId, isInvalid: true } } }),
      facts: ofBatch(target, "INVALID_RECORD", { currency: null }),
    }),
  },
};
