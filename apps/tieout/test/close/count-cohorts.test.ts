import { BusinessCalendar, type CohortOptions } from "@tieout/reconcile";
import { ISSUING } from "@tieout/reconcile/testing";
import { describe, expect, it } from "vitest";
import { COHORT_COUNTS } from "../../src/close/cache/cohort-counts.ts";
import { CohortCounter } from "../../src/close/count-cohorts.ts";
import { credentialBatchHeader } from "../records.ts";

const OPTIONS: CohortOptions = {
  book: "default",
  source: ISSUING,
  calendar: new BusinessCalendar("UTC", "00:00"),
  window: { from: "2026-10-14", to: "2026-11-18" },
  asOf: "2026-11-18T02:00:00.000Z",
  tokenMode: "live",
  programs: [],
};

const issued = (id: string, issuedAt: string) => ({ ...credentialBatchHeader(id), issuedAt });

describe("the counter of credential batches", () => {
  it("shows no figures of a batch that was issued at the end of the window or later", () => {
    const counter = new CohortCounter(OPTIONS);
    counter.add({ header: issued("last", "2026-11-17T23:59:59.999Z"), details: null });
    counter.add({ header: issued("after", "2026-11-18T00:00:00.000Z"), details: null });
    const { figures, afterWindow } = counter.counts();
    expect([figures.map(({ entityId }) => entityId), afterWindow]).toEqual([["last"], 1]);
  });

  it("rests on the details of each batch, whatever their headers say", () => {
    const header = issued("b1", "2026-11-17T10:00:00.000Z");
    const keyOf = (detailsId: number | null) => COHORT_COUNTS.keyOf([{ header, detailsId }], OPTIONS);
    expect(keyOf(1)).toEqual(keyOf(1));
    expect(keyOf(1)).not.toEqual(keyOf(2));
    expect(keyOf(1)).not.toEqual(keyOf(null));
  });
});
