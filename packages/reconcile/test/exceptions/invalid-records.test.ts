import { expect, it } from "vitest";
import { invalidRecords } from "../../src/exceptions/invalid-records.ts";
import { invalidRecord } from "../../src/testing.ts";

const HOLDER = {
  source: "koard",
  recordEntity: "batch",
  holder: { entity: "run", entityId: "listBatches" },
  businessDate: null,
  batchIds: [],
} as const;

it("puts what a header that was left out declares at stake, as far as it could be read", () => {
  const header = { ...invalidRecord("b1"), capturedMinor: 4200 };
  const [known] = invalidRecords([header], { ...HOLDER, assumedCurrency: "USD" });
  expect(known).toMatchObject({ entityId: "b1", currency: "USD", moneyAtStake: "42.00" });
  expect(known?.whatHappened).toMatch(/; it declares 42\.00 USD captured\.$/);
  const [bare] = invalidRecords([header], HOLDER);
  expect(bare).toMatchObject({ currency: null, moneyAtStake: null });
  expect(bare?.whatHappened).toMatch(/; it declares 4200 minor units captured\.$/);
  const [unread] = invalidRecords([invalidRecord("b1")], { ...HOLDER, assumedCurrency: "USD" });
  expect(unread).toMatchObject({ currency: null, moneyAtStake: null });
  expect(unread?.whatHappened).not.toContain("declares");
});
