import { type SettlementRow, tiesOut } from "@tieout/reconcile";
import type { Report } from "../../close/Report.ts";
import { settlements } from "../tables/settlements.ts";

/** The rows are gone through once for all sections of a page. */
const known = new WeakMap<Iterable<SettlementRow>, ReadonlyArray<SettlementRow>>();

/** The rows of settlements that do not tie out, in the order of their file: few of them, or there are as many exceptions. */
export const untiedRows = (report: Report): ReadonlyArray<SettlementRow> => {
  if (report.settlements === null) return [];
  const found = known.get(report.settlements);
  if (found !== undefined) return found;
  const untied: Array<SettlementRow> = [];
  for (const row of settlements.rows(report) ?? []) if (!tiesOut(row)) untied.push(row);
  known.set(report.settlements, untied);
  return untied;
};
