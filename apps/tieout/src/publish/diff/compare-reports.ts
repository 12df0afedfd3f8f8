import { formatMinor, parseAmount } from "@tieout/reconcile";
import { type PublishedManifest, STATED_AMOUNTS } from "../verify/published-manifest.ts";
import { compareRows, type RowChange } from "./compare-rows.ts";
import { COMPARED_TABLES } from "./compared-tables.ts";
import type { ReadReport } from "./read-report.ts";

/** A total of the manifest that is another one, of a currency and state. */
interface TotalChange {
  readonly currency: string;
  readonly state: string;
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Null where one of the two is not known. */
  readonly difference: string | null;
}

/** A setting that shaped the figures otherwise; null where one of the reports does not have it. */
interface SettingChange {
  readonly setting: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What differs between two reports. */
export interface ReportDifference {
  readonly from: ReadReport;
  readonly to: ReadReport;
  readonly settings: ReadonlyArray<SettingChange>;
  readonly totals: ReadonlyArray<TotalChange>;
  readonly rows: ReadonlyArray<RowChange>;
  /** CSVs that only one of the two has, with which. */
  readonly files: ReadonlyArray<{ readonly file: string; readonly only: "from" | "to" }>;
}

const settingChanges = (from: ReadReport, to: ReadReport): ReadonlyArray<SettingChange> =>
  [...new Set([...from.settings.keys(), ...to.settings.keys()])].flatMap((setting) => {
    const [before, now] = [from.settings.get(setting) ?? null, to.settings.get(setting) ?? null];
    return before === now ? [] : [{ setting, from: before, to: now }];
  });

const differenceOf = (from: string | null, to: string | null, currency: string): string | null => {
  const [less, whole] = [parseAmount(from ?? "", currency), parseAmount(to ?? "", currency)];
  return less === undefined || whole === undefined ? null : formatMinor(whole - less, currency);
};

type Settlements = PublishedManifest["totals"]["settlements"];

/** Every currency and state that one of two totals has, in their order. */
const statesIn = (
  from: Settlements,
  to: Settlements,
): ReadonlyArray<readonly [currency: string, state: string]> =>
  [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((currency) =>
    [...new Set([...Object.keys(from[currency] ?? {}), ...Object.keys(to[currency] ?? {})])].map(
      (state) => [currency, state] as const,
    ),
  );

const totalChanges = (
  { totals: { settlements: from } }: PublishedManifest,
  { totals: { settlements: to } }: PublishedManifest,
): ReadonlyArray<TotalChange> =>
  statesIn(from, to).flatMap(([currency, state]) => {
    const [before, now] = [from[currency]?.[state], to[currency]?.[state]];
    return STATED_AMOUNTS.flatMap((name) => {
      const [was, is] = [before?.[name] ?? null, now?.[name] ?? null];
      if (was === is) return [];
      return [{ currency, state, name, from: was, to: is, difference: differenceOf(was, is, currency) }];
    });
  });

/** Compares two reports of one book: settings, totals, and row by row what is figures or exceptions. */
export const compareReports = (from: ReadReport, to: ReadReport): ReportDifference => {
  const windows = { from: from.manifest.window, to: to.manifest.window };
  const rows: Array<RowChange> = [];
  const files: Array<ReportDifference["files"][number]> = [];
  for (const table of COMPARED_TABLES) {
    const [before, now] = [from.rows.get(table.file), to.rows.get(table.file)];
    if (before !== undefined && now !== undefined)
      rows.push(...compareRows(table, { from: before, to: now }, windows));
    else if (before !== undefined) files.push({ file: table.file, only: "from" });
    else if (now !== undefined) files.push({ file: table.file, only: "to" });
  }
  return {
    ...{ from, to, rows, files },
    settings: settingChanges(from, to),
    totals: totalChanges(from.manifest, to.manifest),
  };
};
