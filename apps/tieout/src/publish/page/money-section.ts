import { formatMinor, type SettlementState, type SettlementTotals } from "@tieout/reconcile";
import type { Report } from "../../close/Report.ts";
import { stated } from "./figures.ts";
import { type Html, html } from "./html.ts";
import { type PageTable, tableOf } from "./page-table.ts";

/** States in the order in which money is looked at: what was settled leads, and nothing is added across them. */
const STATES: ReadonlyArray<readonly [state: SettlementState, title: string]> = [
  ["final", "Settled"],
  ["pending", "In flight: closed, not accepted yet"],
  ["open", "Open"],
  ["review", "Under review"],
  ["unproven", "Not proved: details missing"],
  ["void", "Void: rejected or cancelled"],
];

const TITLES = new Map(STATES);
const ORDER = STATES.map(([state]) => state);

type Shown =
  | "captured_declared"
  | "captured_computed"
  | "refunded_computed"
  | "net_computed"
  | "unexplained"
  | "unexplained_absolute";

const figure = (row: SettlementTotals, name: Shown): Html => {
  const minor = row[name];
  return stated(
    `${row.currency} ${row.state} ${name}`,
    minor === null ? null : formatMinor(minor, row.currency),
  );
};

const column = (title: string, name: Shown) => ({
  title,
  cell: (row: SettlementTotals) => figure(row, name),
  isFigure: true,
  share: 12,
});

/** See {@link moneySection}. */
export const MONEY: PageTable<SettlementTotals> = {
  name: "money",
  columns: [
    { title: "State", cell: ({ state }) => html`${TITLES.get(state) ?? state}`, share: 21 },
    {
      title: "Batches",
      cell: (row) => stated(`${row.currency} ${row.state} batches`, String(row.batches)),
      isFigure: true,
      share: 7,
    },
    column("Captured", "captured_computed"),
    column("Refunded", "refunded_computed"),
    column("Net", "net_computed"),
    column("Not explained", "unexplained"),
    column("Not explained, absolute", "unexplained_absolute"),
    column("Declared as captured", "captured_declared"),
  ],
};

/** Money by currency, settled first; nothing where no settlements are reported. */
export const moneySection = ({ settlements, totals }: Pick<Report, "settlements" | "totals">): Html => {
  if (settlements === null) return html``;
  const byCurrency = Map.groupBy(totals.settlements, ({ currency }) => currency);
  const tables = [...byCurrency].map(([currency, rows]) =>
    tableOf(
      MONEY,
      currency,
      rows.toSorted((left, right) => ORDER.indexOf(left.state) - ORDER.indexOf(right.state)),
    ),
  );
  return html`<section>
<h2>Money</h2>
${tables.length === 0 ? html`<p>No settlement batch of the window shows money.</p>\n` : tables}</section>
`;
};
