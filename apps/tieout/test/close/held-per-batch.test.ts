import { BusinessCalendar, summariseSettlement } from "@tieout/reconcile";
import { context, ISSUING } from "@tieout/reconcile/testing";
import { describe, expect, it } from "vitest";
import { issuedBatches } from "../../src/close/issued-batches.ts";
import { SummarisedByDay } from "../../src/close/SummarisedByDay.ts";
import { pack, unpack } from "../../src/ledger/store/blob.ts";
import { heldBytes } from "../held-memory.ts";
import { credentialBatchHeader, settlementHeader, transaction } from "../records.ts";

// What these tests prove: a close holds a small part of each batch beyond the first few thousand. They compare bytes that
// are held after the collector has cleared up, never what it lets wait, with several times what they were measured to be.

/** More than are held as they are. */
const FEW = 5500;
const MORE = 5000;

const settled = (at: number) => {
  const header = settlementHeader(`batch ${at}`, { capturedMinor: 1000 + at, accountId: `account ${at}` });
  const details = { rows: [transaction(`t${at}`), transaction(`u${at}`)], invalid: [] };
  return { header, details };
};

/** What each of some more items adds to what is held. */
const bytesOfEach = (add: (at: number) => void): number => {
  for (let at = 0; at < FEW; at += 1) add(at);
  const before = heldBytes();
  for (let at = FEW; at < FEW + MORE; at += 1) add(at);
  return (heldBytes() - before) / MORE;
};

describe("what a close holds", () => {
  it("is a small part of each settlement batch", () => {
    const all = new SummarisedByDay();
    const bytes = bytesOfEach((at) => {
      const batch = settled(at);
      all.add({ header: batch.header, summary: summariseSettlement(batch, context()) });
    });
    expect([...all]).toHaveLength(FEW + MORE);
    expect(bytes).toBeLessThan(500);
  });

  it("is a small part of each credential batch", () => {
    const bytes = (count: number): number => {
      const before = heldBytes();
      const headers = function* () {
        for (let at = 0; at < count; at += 1)
          yield { ...credentialBatchHeader(`batch ${at}`), name: Array(60).fill(at).join("-") };
      };
      const issued = issuedBatches(
        { headers: headers(), counted: [] },
        {
          ...{ calendar: new BusinessCalendar("UTC", "00:00"), source: ISSUING },
          window: { from: "2026-10-14", to: "2026-11-18" },
        },
      );
      const held = heldBytes() - before;
      expect([...issued.issuedDays]).toHaveLength(count);
      return held;
    };
    const each = (bytes(FEW + MORE) - bytes(FEW)) / MORE;
    expect(each).toBeLessThan(200);
  });

  it("is nothing of what was packed once it was read", () => {
    const packed = pack("a".repeat(20_000));
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    for (let time = 0; time < 2000; time += 1) {
      unpack(packed);
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    expect(most).toBeLessThan(4_000_000);
  });
});
