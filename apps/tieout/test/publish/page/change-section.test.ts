import type { RestatementRow } from "@tieout/reconcile";
import { expect, it } from "vitest";
import { changeSection } from "../../../src/publish/page/change-section.ts";
import { NO_ROWS, reportOf } from "../report-of.ts";

const restatement = (
  entityId: string,
  businessDate: string,
  field: RestatementRow["field"],
): RestatementRow => ({
  ...{ book: "default", source: "koard", entity: "batch", entityId, businessDate, field, currency: "USD" },
  published: { kind: "amount", text: "10.00" },
  restated: { kind: "amount", text: "2.73" },
  difference: { kind: "amount", text: "-7.27" },
  firstPublishedIn: `${businessDate}/r1`,
  cause: "moved",
});

it("what changed stands batch by batch, also where a batch has figures of several days", () => {
  const { markup } = changeSection(
    reportOf({
      ...NO_ROWS,
      restatements: [
        restatement("b1", "2026-11-10", "captured_declared"),
        restatement("b2", "2026-11-11", "captured_declared"),
        restatement("b1", "2026-11-12", "business_date"),
      ],
    }),
  );
  const rows = [...markup.matchAll(/<bdi>(batch \w+)<\/bdi>|<td><span class="day">(\d{4}-\d\d-\d\d)</g)];
  expect(rows.map(([, batch, day]) => batch ?? day)).toEqual([
    ...["batch b1", "2026-11-10", "2026-11-12"],
    ...["batch b2", "2026-11-11"],
  ]);
  expect(markup).toContain("3 figures of 2 batches that a report showed otherwise before");
});
