import { BusinessCalendar, type CohortOptions } from "@tieout/reconcile";
import { ISSUING } from "@tieout/reconcile/testing";
import { describe, expect, it } from "vitest";
import { COHORT_COUNTS } from "../../src/close/cache/cohort-counts.ts";
import { CohortCounter } from "../../src/close/count-cohorts.ts";
import { issuedBatches } from "../../src/close/issued-batches.ts";
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
    const headers = [issued("last", "2026-11-17T23:59:59.999Z"), issued("after", "2026-11-18T00:00:00.000Z")];
    for (const header of headers) counter.add({ header, details: null });
    const { counted, afterWindow } = counter.counts();
    const { figures, issuedDays } = issuedBatches({ headers, counted }, OPTIONS);
    expect([Array.from(figures, ({ entityId }) => entityId), afterWindow]).toEqual([["last"], 1]);
    expect([...issuedDays]).toEqual([
      ["last", "2026-11-17"],
      ["after", "2026-11-18"],
    ]);
  });

  it("shows the figures of each batch beside its own header, however many there are", () => {
    // Some are packed.
    const headers = Array.from({ length: 5010 }, (_, at) => ({
      ...issued(`b${at}`, "2026-11-17T10:00:00.000Z"),
      recipientCount: at,
    }));
    const counted = headers.map((_, at) => ({ credentials: at, people: null, isProven: true }));
    const { figures } = issuedBatches({ headers, counted }, OPTIONS);
    const shown = Array.from(
      figures,
      ({ entityId, figures: { credentials_declared, credentials_issued } }) => [
        entityId,
        credentials_declared?.text,
        credentials_issued?.text,
      ],
    );
    expect(shown).toEqual(headers.map(({ id }, at) => [id, String(at), String(at)]));
  });

  it("rests on the details of each batch, whatever their headers say", () => {
    const header = issued("b1", "2026-11-17T10:00:00.000Z");
    const keyOf = (detailsId: number | null) => COHORT_COUNTS.keyOf([{ header, detailsId }], OPTIONS);
    expect(keyOf(1)).toEqual(keyOf(1));
    expect(keyOf(1)).not.toEqual(keyOf(2));
    expect(keyOf(1)).not.toEqual(keyOf(null));
  });
});
