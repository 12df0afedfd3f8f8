import { amountFigure, amountText, printedAmount, printedCount } from "../exceptions/figures.ts";
import type { Finding } from "../exceptions/finding.ts";
import type { NamedSource } from "../exceptions/rule.ts";
import type { PaymentRow } from "./PaymentRow.ts";

/** `LINK_VARIANCE`: what was paid for a cohort is not what its credentials cost. None where either is not known. */
export const linkVariance = (row: PaymentRow, source: NamedSource): readonly Finding[] => {
  const { currency, expectedMinor, netMinor, differenceMinor, charged } = row;
  if (charged === null || expectedMinor === null || netMinor === null) return [];
  if (differenceMinor === null || differenceMinor === 0n) return [];
  const size = differenceMinor < 0n ? -differenceMinor : differenceMinor;
  const unsettled = row.state === "final" ? "" : ", not all of it settled yet";
  return [
    {
      code: "LINK_VARIANCE",
      source: source.name,
      entity: "cohort",
      entityId: row.entityId,
      businessDate: null,
      currency,
      expected: amountFigure(expectedMinor, currency),
      actual: amountFigure(netMinor, currency),
      moneyAtStake: amountText(size, currency),
      whatHappened: `${printedCharged(row.per, charged)} at ${printedAmount(row.priceMinor, currency)} ${charged === 1 ? "costs" : "cost"} ${printedAmount(expectedMinor, currency)}, and ${printedAmount(netMinor, currency)} net was paid where this ${row.cohort === null ? "programme" : "cohort"} pays${unsettled}: ${printedAmount(size, currency)} ${differenceMinor < 0n ? "too little" : "too much"}.`,
      whatToDo:
        differenceMinor < 0n
          ? "Look for credentials that were issued before they were paid, or paid elsewhere."
          : "Look for payments without a credential, and for other sales at the same accounts or terminals.",
      batchIds: [],
    },
  ];
};

/** What a link charges for, with its noun: `3 people`. */
export const printedCharged = (per: PaymentRow["per"], charged: number): string =>
  per === "person" ? printedCount(charged, "person", "people") : printedCount(charged, "credential");
