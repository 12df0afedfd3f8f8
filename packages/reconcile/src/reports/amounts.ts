import { fillNamed } from "../fill-named.ts";
import { addCells } from "../money/MinorSum.ts";

/** What an amount column is and where else it is shown. */
interface Amount {
  /** As every file, manifest and restatement names it. */
  readonly name: string;
  /** The total that it is about: columns of one total stand together. */
  readonly total: "captured" | "refunded" | "net";
  /** Whether the control totals of a report add it up. */
  readonly isTotalled: boolean;
  /** Whether a published one that changed is restated; a difference follows from what is. */
  readonly isRestated: boolean;
  /** One sentence for readers of the files. */
  readonly meaning: string;
}

/**
 * The amounts that settlement-by-batch.csv and settlement-by-day.csv have in common, in the order of their columns:
 * the one list that rows, sums, control totals, restatements and files derive from.
 */
export const AMOUNTS = [
  {
    name: "captured_declared",
    total: "captured",
    isTotalled: true,
    isRestated: true,
    meaning: "The captured total that is declared.",
  },
  {
    name: "captured_computed",
    total: "captured",
    isTotalled: true,
    isRestated: true,
    meaning: "The sum of the bases of the rows that moved money.",
  },
  {
    name: "captured_difference",
    total: "captured",
    isTotalled: false,
    isRestated: false,
    meaning:
      "Declared less the figure of the basis that matches; where none does, of the usual one, or of `gross`.",
  },
  {
    name: "refunded_declared",
    total: "refunded",
    isTotalled: true,
    isRestated: true,
    meaning: "The refunded total that is declared.",
  },
  {
    name: "refunded_computed",
    total: "refunded",
    isTotalled: true,
    isRestated: true,
    meaning:
      "What the rows say was refunded, on the basis that matches; under `at_close` all that is refunded now.",
  },
  {
    name: "refunded_difference",
    total: "refunded",
    isTotalled: false,
    isRestated: false,
    meaning:
      "Declared less the figure of the basis that matches; where none does, of the usual one, or of `on_original`.",
  },
  {
    name: "net_declared",
    total: "net",
    isTotalled: true,
    isRestated: true,
    meaning: "Captured less refunded, from the declared totals on the basis that matches.",
  },
  {
    name: "net_computed",
    total: "net",
    isTotalled: true,
    isRestated: true,
    meaning: "Captured less refunded, from the rows.",
  },
  {
    name: "unexplained",
    total: "net",
    isTotalled: true,
    isRestated: true,
    meaning: "Net declared less net computed: what no rule explains.",
  },
] as const;

AMOUNTS satisfies readonly Amount[];

type AnAmount = (typeof AMOUNTS)[number];

/** See {@link AMOUNTS}. */
export type AmountName = AnAmount["name"];

/** The amounts whose changes are restated. */
export type RestatedAmount = Extract<AnAmount, { readonly isRestated: true }>["name"];

type Totalled = Extract<AnAmount, { readonly isTotalled: true }>;

/** See {@link TOTALLED_AMOUNTS}. */
export type TotalledAmount = Totalled["name"];

/** The amounts that the control totals of a report add up. */
export const TOTALLED_AMOUNTS: readonly TotalledAmount[] = AMOUNTS.filter(
  (amount): amount is Totalled => amount.isTotalled,
).map(({ name }) => name);

/** Every amount of a row in minor units of its currency; `null` is an empty cell. */
export type SettlementAmounts = { readonly [Name in AmountName]: bigint | null };

const NAMES: readonly AmountName[] = AMOUNTS.map(({ name }) => name);

/** Fills every amount with what `cell` gives for it. */
export const fillAmounts = (cell: (name: AmountName) => bigint | null): SettlementAmounts =>
  fillNamed(NAMES, cell);

/** A sum of nothing: every cell empty. */
export const NO_AMOUNTS: SettlementAmounts = fillAmounts(() => null);

/** Adds two sets of figures in the same currency, cell by cell; empty cells count as nothing. */
export const addAmounts = (left: SettlementAmounts, right: SettlementAmounts): SettlementAmounts =>
  fillAmounts((name) => addCells(left[name], right[name]));
