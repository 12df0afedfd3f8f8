import { addDays } from "@tieout/reconcile";
import fc from "fast-check";
import { expect, it } from "vitest";
import { accountFor } from "../../src/close/reported-source.ts";
import { NOT_ASKED } from "../../src/ledger/store/RunFacts.ts";

const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays("2026-11-20", days));

/** A list: batches with their days, some in two currencies, and headers that broke the spec. */
const list = fc.record({
  role: fc.constantFrom("settlements" as const, "credentials" as const),
  batches: fc.uniqueArray(fc.record({ id: fc.uuid(), day }), {
    selector: ({ id }) => id,
    maxLength: 30,
  }),
  invalid: fc.nat(5),
  days: fc.integer({ min: 1, max: 35 }),
});

it("counts every listed batch in exactly one of in_window, before, after and invalid", () => {
  fc.assert(
    fc.property(list, ({ role, batches, invalid, days }) => {
      const window = { from: addDays("2026-11-20", -days), to: "2026-11-20" };
      const records = Array.from({ length: invalid }, (_, at) => ({
        ...{ path: `$[${at}]`, id: null, rule: "a date-time", value: "yesterday" },
      }));
      const facts = { ...NOT_ASKED, configured: true, asked: true, invalid: { list: records } };
      const run = { id: 1, book: "default", asOf: "2026-11-20T02:00:00.000Z", day: "2026-11-20" };
      const source = {
        ...{ name: "koard", title: "Koard", role, configured: true, facts, run },
        ...{ isAsked: true, lastAsked: run.day, isShown: true },
      } as const;
      const rows = batches.flatMap(({ id: batchId, day: businessDate }, at) =>
        // A batch of two currencies has two rows and is one batch.
        Array.from({ length: 1 + (at % 2) }, () => ({ batchId, businessDate })),
      );
      const issuedDays = new Map(batches.map((one) => [one.id, one.day]));
      const said = accountFor(source, window, { settled: { rows }, issued: { issuedDays } });
      const count = (isIn: (day: string) => boolean): number => batches.filter((one) => isIn(one.day)).length;
      expect(said).toMatchObject({
        listed: batches.length + invalid,
        in_window: count((one) => one >= window.from && one < window.to),
        before: count((one) => one < window.from),
        after: count((one) => one >= window.to),
        invalid,
      });
      expect(said.in_window + said.before + said.after + said.invalid).toBe(said.listed);
    }),
  );
});
