// Proves that a transaction whose texts nobody could keep is refused, with its place and its id, and no other.

import { describe, expect, it } from "vitest";
import { transactions } from "../../../src/sources/koard/koard-wire.ts";
import { takeNotes } from "../../../src/sources/wire/notes.ts";
import { row } from "./koard-records.ts";

const mapped = (other: object) =>
  transactions(takeNotes("Koard"), (index) => `$.transactions[${index}]`)({ ...row("t1"), ...other }, 3);

const HALF = "a\ud83d";

describe("a transaction of Koard", () => {
  it.each([
    ...["batch_id", "currency", "event_id", "gateway_transaction_id"],
    ...["processor", "status", "status_reason", "transaction_type"],
  ])("whose %s cannot be kept is refused under its id", (member) => {
    expect(mapped({ [member]: HALF })).toMatchObject({
      invalid: { path: `$.transactions[3].${member}`, id: "t1", value: "a text of 2 characters" },
    });
  });

  it("whose own id cannot be kept is refused without one", () => {
    expect(mapped({ transaction_id: HALF })).toMatchObject({
      invalid: { path: "$.transactions[3].transaction_id", id: null },
    });
  });

  it("is taken where all its texts can, whatever stands in those that are not kept", () => {
    expect(mapped({ merchant_name: HALF })).toMatchObject({ record: { id: "t1", totalMinor: 1000 } });
  });
});
