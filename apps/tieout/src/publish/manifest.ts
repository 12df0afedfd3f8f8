import {
  fillNamed,
  formatMinor,
  type SettlementTotals,
  TOTALLED_AMOUNTS,
  type Totals,
} from "@tieout/reconcile";
import type { Report } from "../close/Report.ts";
import { titleOf } from "../config/sources.ts";
import { sha256 } from "../ledger/store/blob.ts";
import type { WrittenFile } from "./csv.ts";
import { printedConfiguration } from "./documents.ts";

/** The version of the report contract; additive changes keep it. */
const SCHEMA = "tieout/report@2";

const SETTLER = titleOf("settlements");

/** What the figures are not: said in every report, since nobody reads a guide at month's end. */
const SCOPE = [
  `Settlement figures prove ${SETTLER}'s totals against ${SETTLER}'s own rows; fees, deposits and chargebacks are not in them.`,
  `Credentials are counted as issued; ${titleOf("credentials")} does not say which were revoked or have expired.`,
];

const decimal = (minor: bigint | null, currency: string): string | null =>
  minor === null ? null : formatMinor(minor, currency);

const printedSum = (sum: SettlementTotals) => ({
  batches: sum.batches,
  ...fillNamed(TOTALLED_AMOUNTS, (name) => decimal(sum[name], sum.currency)),
  unexplained_absolute: decimal(sum.unexplained_absolute, sum.currency),
});

/** Settlement totals by currency and state, with amounts as decimals of their currency, as the CSVs print them. */
export const printedSettlements = (settlements: Totals["settlements"]) =>
  Object.fromEntries(
    [...Map.groupBy(settlements, ({ currency }) => currency)].map(([currency, sums]) => [
      currency,
      Object.fromEntries(sums.map((sum) => [sum.state, printedSum(sum)])),
    ]),
  );

const printedTotals = ({ credentials, settlements }: Totals) => ({
  credentials: { declared: credentials.declared, issued: credentials.issued, people: credentials.people },
  settlements: printedSettlements(settlements),
});

const printedLinks = ({ unclaimed, cohortsWithoutLink }: NonNullable<Report["links"]>) => ({
  cohorts_without_link: cohortsWithoutLink,
  unclaimed: unclaimed.map(({ currency, rows, net_computed }) => ({
    currency,
    rows,
    net_computed: decimal(net_computed, currency),
  })),
});

/** What `manifest.json` says of a report: where it stands, what it covers, and the hash of every data file. */
export const manifest = (report: Report, revision: number, files: ReadonlyArray<WrittenFile>) => ({
  schema: SCHEMA,
  book: report.book,
  series: report.series,
  day: report.day,
  revision,
  verdict: report.verdict,
  window: { ...report.window, timezone: report.timezone, cutoff: report.cutoff },
  as_of: report.asOf,
  sources: report.sources,
  files,
  ...(report.links === null ? {} : { links: printedLinks(report.links) }),
  totals: printedTotals(report.totals),
  conventions: report.conventions.map(({ processorName, total, basis, fits, telling, fixed }) => ({
    processor_name: processorName,
    total,
    basis,
    fits,
    telling,
    fixed,
  })),
  exceptions: {
    open: report.openExceptions.open,
    decided: report.openExceptions.decided,
    by_severity: report.openExceptions.bySeverity,
  },
  previous:
    report.previous === undefined
      ? null
      : {
          report: `${report.previous.day}/r${report.previous.revision}`,
          manifest_sha256: report.previous.manifestSha256,
        },
  config_sha256: sha256(printedConfiguration(report)),
  scope: SCOPE,
});
