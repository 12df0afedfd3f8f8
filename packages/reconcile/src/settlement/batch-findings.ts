import { sortedDistinct } from "../code-points.ts";
import { amountText, countFigure, printedCount, textFigure } from "../exceptions/figures.ts";
import type { Finding, FindingCells } from "../exceptions/finding.ts";
import { batchFinding } from "./batch-cells.ts";
import type { ReadingContext } from "./context.ts";
import { movedMoney } from "./moved-money.ts";
import type { Reading } from "./reading.ts";
import { statusFindings } from "./status-findings.ts";
import { isKnownBatchStatus } from "./vocabulary.ts";

/** Everything that is wrong with a batch as a whole and that no other batch decides; each code at most once. */
export const batchFindings = (reading: Reading, context: ReadingContext): readonly Finding[] => {
  const about = {
    source: reading.source,
    batchId: reading.header.id,
    businessDate: reading.businessDate,
    currency: reading.group?.currency ?? null,
  };
  return [
    ...detailFindings(reading),
    ...countFindings(reading),
    ...currencyFindings(reading),
    ...unknownStatus(reading),
    ...statusFindings(reading, context),
  ].map((cells) => batchFinding(about, cells));
};

const detailFindings = ({ source, header, listed, truncated, group }: Reading): readonly FindingCells[] => {
  if (listed === null) {
    return [
      {
        code: "DETAIL_UNAVAILABLE",
        actual: textFigure("404"),
        moneyAtStake: amountText(header.capturedMinor, group?.currency ?? null),
        whatHappened: `${source.title} lists this batch with ${printedCount(header.transactionCount, "transaction")} but answers 404 for its details.`,
        whatToDo: `Ask ${source.title} why a listed batch cannot be read; until then its totals are declared, not proven.`,
      },
    ];
  }
  if (!truncated) return [];
  return [
    {
      code: "DETAILS_TRUNCATED",
      expected: countFigure(header.transactionCount),
      actual: countFigure(listed.listed),
      whatHappened: `${source.title} declares ${printedCount(header.transactionCount, "transaction")} and lists ${printedCount(listed.listed, "row")}, and searching by batch shows no more.`,
      whatToDo: `Ask ${source.title} for the missing rows; until then its totals are declared, not proven.`,
    },
  ];
};

/** The declared count may mean ids, rows or captures (Koard fact 5.17): any of the three is a match. */
const countFindings = ({ source, header, listed, state }: Reading): readonly FindingCells[] => {
  if (state === "unproven" || listed === null) return [];
  const captures = listed.rows.filter(movedMoney).length;
  if ([listed.ids, listed.listed, captures].includes(header.transactionCount)) return [];
  return [
    {
      code: "COUNT_MISMATCH",
      expected: countFigure(listed.ids),
      actual: countFigure(header.transactionCount),
      whatHappened: `${source.title} declares ${printedCount(header.transactionCount, "transaction")}; listed are ${printedCount(listed.ids, "distinct id")} in ${printedCount(listed.listed, "row")}, ${captures} of which moved money.`,
      whatToDo: `Ask ${source.title} which transactions the declared count leaves out.`,
    },
  ];
};

const currencyFindings = ({ source, groups, group }: Reading): readonly FindingCells[] => {
  const cells: FindingCells[] = [];
  const codes = sortedDistinct(groups.map(({ currency }) => currency ?? "(none)"));
  if (group === null) {
    cells.push({
      code: "MIXED_CURRENCY",
      actual: textFigure(codes.join(";")),
      whatHappened: `The rows of this batch are in ${codes.length} currencies (${codes.join(", ")}), so its declared totals cannot be proven.`,
      whatToDo: `Ask ${source.title} for totals by currency; read each currency's row on its own.`,
    });
  }
  const unknown = groups.filter(({ currency, printable }) => currency !== null && !printable);
  if (unknown.length > 0) {
    const names = sortedDistinct(unknown.map(({ currency }) => currency ?? ""));
    cells.push({
      code: "UNKNOWN_CURRENCY",
      actual: textFigure(names.join(";")),
      whatHappened: `The currency ${names.join(", ")} is not an active ISO 4217 code with a minor unit, so amounts in it cannot be printed.`,
      whatToDo: "Have the currency of the terminal corrected, or the assumed currency in the configuration.",
    });
  }
  if (group?.source === "assumed") {
    cells.push({
      code: "ASSUMED_CURRENCY",
      whatHappened: `No row of this batch names a currency, so its amounts are read as ${group.currency} as configured.`,
      whatToDo: "Check that this terminal is paid out in that currency.",
    });
  }
  return cells;
};

const unknownStatus = ({ source, header: { status } }: Reading): readonly FindingCells[] => {
  if (isKnownBatchStatus(status)) return [];
  const isBlank = status.trim() === "";
  return [
    {
      code: "UNKNOWN_STATUS",
      actual: isBlank ? null : textFigure(status),
      whatHappened: isBlank
        ? "This batch has no status, so it is held for review."
        : `The batch status "${status}" is not one that ${source.title} documents, so the batch is held for review.`,
      whatToDo: `Ask ${source.title} what the status means for the money in the batch.`,
    },
  ];
};
